import { expect, it } from "vitest";
import type { Grant } from "../../core/graph/grants.ts";
import { NO_GRANTS } from "../../workers/run/wasi/grants.ts";
import { grantsFor, grantsNeeded } from "./grants.ts";

const INPUT = {
  argumentLine: "in.png 'out put.png'",
  environment: [{ id: "1", name: "MODE", value: "fast" }],
  stdin: "not this",
};
const STDIN = new TextEncoder().encode("hi");
const granted = (...grants: Grant[]) => grantsFor(new Map([["app", grants]]), "app", "app", INPUT, STDIN);

it("gives nothing that isn't granted", () => {
  expect(granted()).toEqual({ ...NO_GRANTS, http: [], sockets: false });
  expect(grantsFor(new Map([["other", ["stdout"] as const]]), "app", "app", INPUT, STDIN).stdout).toBe(false);
});

it("gives what stands in the form to the instance whose command is run, and to no other", () => {
  const grants = granted("arguments", "environment", "stdin");
  expect(grants.arguments).toEqual(["app", "in.png", "out put.png"]);
  expect(grants.environment).toEqual([["MODE", "fast"]]);
  expect(granted("environment:MODE").environment).toEqual([["MODE", "fast"]]);
  expect(granted("environment:LANG").environment).toEqual([]);
  expect(grants.stdin).toEqual(STDIN);
  const other = grantsFor(new Map([["lib", ["arguments", "stdin"] as const]]), "lib", "app", INPUT, STDIN);
  expect([other.arguments, other.stdin]).toEqual([["lib"], new Uint8Array()]);
});

it("is in a terminal where its input is live, with the streams that are granted", () => {
  const live = grantsFor(new Map([["app", ["stdin"] as const]]), "app", "app", INPUT, "live");
  expect([live.stdin, live.terminal, live.stdout]).toEqual(["live", true, false]);
  expect(grantsFor(new Map(), "app", "app", INPUT, "live").stdin).toBeNull();
  expect(granted("stdin").terminal).toBe(false);
});

it("opens the folder for reading alone, or for both", () => {
  expect(granted("read-folder").preopens.map(({ access }) => access)).toEqual(["read"]);
  expect(granted("read-folder", "write-folder").preopens.map(({ access }) => access)).toEqual(["read-write"]);
});

it("allows requests to the hosts that are granted", () => {
  expect(granted("http:api.example.com", "http:localhost:8080").http).toEqual(["api.example.com", "localhost:8080"]);
});

it("names the least that a refused call needs", () => {
  expect(grantsNeeded({ kind: "clocks" })).toEqual(["clocks"]);
  expect(grantsNeeded({ kind: "http", host: "a.b" })).toEqual(["http:a.b"]);
  expect(grantsNeeded({ kind: "preopen", path: "/", access: "read" })).toEqual(["read-folder"]);
  expect(grantsNeeded({ kind: "preopen", path: null, access: "read" })).toEqual(["read-folder", "write-folder"]);
});
