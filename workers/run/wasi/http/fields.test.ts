import { describe, expect, it } from "vitest";
import { GuestTrap } from "../../trap/signals.ts";
import { bytes, errOf, TestHost, text } from "../host.fixtures.ts";
import type { Fields } from "./fields.ts";
import { isAuthority, isPathWithQuery, isScheme, methodOf, methodText, schemeOf, schemeText } from "./http-values.ts";

const { classes } = new TestHost().context;

const fieldsOf = (...entries: [string, string][]): Fields =>
  classes.Fields.fromList(entries.map(([name, value]) => [name, bytes(value)]));
const textOf = (fields: Fields): string[] => fields.entries().map(([name, value]) => `${name}: ${text(value)}`);

describe("fields", () => {
  it("have names without case and values in order", () => {
    const fields = fieldsOf(["Accept", "a"], ["B", "1"], ["ACCEPT", "b"]);
    expect(textOf(fields)).toEqual(["accept: a", "accept: b", "b: 1"]);
    expect(fields.get("aCCept").map(text)).toEqual(["a", "b"]);
    expect([fields.has("b"), fields.has("c")]).toEqual([true, false]);
    fields.append("b", bytes("2"));
    fields.set("accept", [bytes("c")]);
    fields.delete("x");
    expect(textOf(fields)).toEqual(["b: 1", "b: 2", "accept: c"]);
    fields.delete("B");
    expect(fields.get("b")).toEqual([]);
    expect(fields.get("not a name")).toEqual([]);
  });

  it.each(["__proto__", "constructor", "tostring"])("may be called %s", (name) => {
    expect(new classes.Fields().has(name)).toBe(false);
    expect(textOf(fieldsOf([name, "x"]))).toEqual([`${name}: x`]);
  });

  it.each([
    ["", "x", "invalid-syntax"],
    ["a b", "x", "invalid-syntax"],
    ["ä", "x", "invalid-syntax"],
    ["a", "x\n", "invalid-syntax"],
    ["a", "\0", "invalid-syntax"],
    ["Host", "x", "forbidden"],
    ["transfer-encoding", "chunked", "forbidden"],
  ])("refuse %j: %j", (name, value, tag) => {
    const fields = new classes.Fields();
    expect(errOf(() => fieldsOf([name, value]))).toEqual({ tag });
    expect(errOf(() => fields.append(name, bytes(value)))).toEqual({ tag });
    expect(errOf(() => fields.set(name, [bytes(value)]))).toEqual({ tag });
    expect(fields.entries()).toEqual([]);
  });

  it("take any byte above ASCII, and tabs", () => {
    const fields = new classes.Fields();
    fields.append("a", new Uint8Array([0x09, 0x80, 0xff]));
    expect(fields.get("a")).toEqual([new Uint8Array([0x09, 0x80, 0xff])]);
  });

  it("of a message can't be changed, but copied", () => {
    const response = new classes.OutgoingResponse(fieldsOf(["a", "1"]));
    const headers = response.headers();
    expect(errOf(() => headers.set("b", []))).toEqual({ tag: "immutable" });
    expect(errOf(() => headers.append("b", bytes("")))).toEqual({ tag: "immutable" });
    expect(errOf(() => headers.delete("a"))).toEqual({ tag: "immutable" });
    expect(errOf(() => headers.delete("host"))).toEqual({ tag: "forbidden" });
    const copy = headers.clone();
    copy.set("a", [bytes("2")]);
    expect(copy).toBeInstanceOf(classes.Fields);
    expect([textOf(copy), textOf(headers)]).toEqual([["a: 2"], ["a: 1"]]);
  });

  it("have a bound in bytes", () => {
    const fields = new classes.Fields();
    for (let i = 0; i < 15; i += 1) fields.append("a", new Uint8Array(8192).fill(65));
    expect(() => fields.append("a", new Uint8Array(8192).fill(65))).toThrow(GuestTrap);
  });
});

it("methods and schemes are told as WASI has them", () => {
  const methods = ["GET", "POST", "PATCH", "get", "PURGE"];
  expect(methods.map((method) => methodOf(method).tag)).toEqual(["get", "post", "patch", "other", "other"]);
  expect(methods.map((method) => methodText(methodOf(method)))).toEqual(methods);
  expect(["HTTP", "https", "Gopher"].map((scheme) => schemeText(schemeOf(scheme)))).toEqual([
    "http",
    "https",
    "gopher",
  ]);
});

it.each([
  [
    isAuthority,
    ["example.com", "a:80", "[::1]:8080", "me@a", "a_b"],
    ["", "a b", "a/b", "a:99999", "a:b", "[::1", "a?b"],
  ],
  [isPathWithQuery, ["", "/", "/a?b=c", "*", "?q"], ["a", "/a b", "/#a", "/\u0001", "/\u007f"]],
  [isScheme, ["http", "a+b"], ["", "1a", "a:"]],
] as const)("%o takes what is one, and nothing else", (check, right, wrong) => {
  expect([...right, ...wrong].filter((one) => check(one))).toEqual(right);
});
