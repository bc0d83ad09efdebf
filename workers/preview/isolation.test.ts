import { expect, it } from "vitest";
import { isolated, ISOLATION, wantsNoIsolation } from "./isolation.ts";

it("adds the headers that isolate and leaves the rest", async () => {
  const response = isolated(new Response("text", { status: 203, headers: { "x-own": "1" } }));
  expect(Object.fromEntries(response.headers)).toMatchObject({ ...ISOLATION, "x-own": "1" });
  expect([response.status, await response.text()]).toEqual([203, "text"]);
});

it("leaves alone what hides its headers", () => {
  const error = Response.error();
  expect(isolated(error)).toBe(error);
});

it("is turned off by the address alone", () => {
  expect(wantsNoIsolation("https://witloom.test/?isolation=off")).toBe(true);
  expect(wantsNoIsolation("https://witloom.test/?isolation=on#isolation=off")).toBe(false);
});
