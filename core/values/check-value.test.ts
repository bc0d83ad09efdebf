import { describe, expect, it } from "vitest";
import type { ValueType } from "../wit/types.ts";
import { checkValue } from "./check-value.ts";
import { recordValue, type WitValue } from "./value.ts";
import { printPath } from "./value-path.ts";
import { t } from "./values.fixtures.ts";
import { describeValueFault } from "./wording.ts";

const POINT = t.record({ x: t.u8, y: t.option(t.f32) });
const NOTHING = Object.create(null) as Record<string, WitValue>;

const FAULTS: readonly (readonly [ValueType, WitValue, string])[] = [
  [t.u8, 256, ": 256 isn't between 0 and 255"],
  [t.s8, 1.5, ": 1.5 isn't a whole number"],
  [t.u64, 1, ": Expected a value of type `u64`"],
  [t.u64, -1n, ": -1 isn't between 0 and 18446744073709551615"],
  [t.f32, 0.1, ": 0.1 has more digits than an `f32` holds"],
  [t.char, "ab", ": A char is exactly one character"],
  [t.char, "\ud800", ": A char is exactly one character"],
  [t.string, "a\udc00", ": Holds half of a surrogate pair, which is no character"],
  [t.string, null, ": Expected a value of type `string`"],
  [POINT, { x: 1 }, ": The field `y` is missing"],
  [
    POINT,
    recordValue([
      ["x", 1],
      ["y", null],
      ["__proto__", 1],
    ]),
    ": There is no field `__proto__`",
  ],
  [t.record({ constructor: t.u8 }), {}, ": The field `constructor` is missing"],
  [POINT, { x: 300, y: { some: "a" } }, "x: 300 isn't between 0 and 255; y: Expected a value of type `f32`"],
  [t.variant({ a: t.u8, b: null }), { case: "c" }, ": There is no case `c`"],
  [t.variant({ a: t.u8, b: null }), { case: "a" }, ": `a` needs a value"],
  [t.variant({ a: t.u8, b: null }), { case: "b", value: 1 }, ": `b` carries no value"],
  [t.variant({ a: t.list(t.bool) }), { case: "a", value: [true, 1] }, "a[1]: Expected a value of type `bool`"],
  [t.enum("a"), "b", ": There is no case `b`"],
  [t.flags("a", "b"), ["b", "a"], ": The flags aren't in the order of their type"],
  [t.flags("a"), ["a", "a", "z"], ": The flag `a` is there twice; : There is no flag `z`"],
  [t.list(t.u8), [1, 2], ": Expected a value of type `list<u8>`"],
  [t.list(t.u8, 3), new Uint8Array(2), ": Has 2 elements instead of 3"],
  [t.list(t.list(t.s8)), [[1], [2, 200]], "[1][1]: 200 isn't between -128 and 127"],
  [t.tuple(t.u8), [1, 2], ": Has 2 elements instead of 1"],
  [t.option(t.option(t.u8)), { some: { some: -1 } }, ": -1 isn't between 0 and 255"],
  [t.result(null, t.u8), { ok: 1 }, ": `ok` carries no value"],
  [t.result(null, t.u8), { error: "x" }, "error: Expected a value of type `u8`"],
  [t.result(), { ok: null, error: null }, ": Expected a value of type `result`"],
  [
    t.map(t.string, t.u8),
    [
      ["a", 1],
      ["a", 2],
    ],
    '[1]: The key `"a"` is there twice',
  ],
  [t.own("order"), { kind: "opaque", of: "stream", id: 1 }, ": Expected a value of type `order`"],
  [t.stream(), { kind: "opaque", of: "future", id: 1 }, ": Expected a value of type `stream`"],
  [{ kind: "unknown" }, 1, ": This version doesn't know the type `unknown`"],
  [t.bool, NOTHING, ": Expected a value of type `bool`"],
];

describe("checkValue", () => {
  it.each(FAULTS)("%#: finds what is wrong", (type, value, words) => {
    const found = checkValue(value, type).map(
      (problem) => `${printPath(problem.path)}: ${describeValueFault(problem)}`,
    );
    expect(found.join("; ")).toBe(words);
  });

  it("stops counting at a hundred problems", () => {
    const many = Array.from({ length: 1_000 }, () => -1);
    expect(checkValue(many, t.list(t.u16))).toHaveLength(100);
  });

  it("starts the path where it is told to", () => {
    expect(checkValue(1, t.bool, ["arguments", 0])[0]?.path).toEqual(["arguments", 0]);
  });
});
