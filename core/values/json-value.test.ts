import { expect, it } from "vitest";
import { jsonValue, printJson } from "./json-value.ts";
import { recordValue } from "./value.ts";
import { t } from "./values.fixtures.ts";

it("says in JSON what a person expects", () => {
  const type = t.record({
    "unit-price": t.f32,
    id: t.u64,
    note: t.option(t.string),
    state: t.variant({ a: t.u8, b: null }),
  });
  const value = recordValue([
    ["unit-price", Math.fround(0.1)],
    ["id", 2n ** 63n],
    ["note", { some: "x" }],
    ["state", { case: "a", value: 1 }],
  ]);
  expect(jsonValue(value, type)).toEqual({
    "unit-price": 0.1,
    id: "9223372036854775808",
    note: "x",
    state: { a: 1 },
  });
  expect(jsonValue({ some: null }, t.option(t.option(t.u8)))).toEqual({ some: null });
  expect(jsonValue({ error: null }, t.result())).toEqual({ err: null });
  expect(jsonValue([["a", 1]], t.map(t.string, t.u8))).toEqual({ a: 1 });
  expect(jsonValue([[1, "a"]], t.map(t.u8, t.string))).toEqual([[1, "a"]]);
  expect(printJson([7n, Number.NaN, new Uint8Array([1])], t.tuple(t.s64, t.f64, t.list(t.u8)))).toBe(
    '[\n  7,\n  "nan",\n  [\n    1\n  ]\n]',
  );
});
