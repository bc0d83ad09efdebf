import { describe, expect, it } from "vitest";
import type { ValueType } from "../wit/types.ts";
import { compareValues } from "./compare-values.ts";
import type { WitValue } from "./value.ts";
import { printPath } from "./value-path.ts";
import { t } from "./values.fixtures.ts";

const ORDER = t.record({ id: t.u64, lines: t.list(t.tuple(t.string, t.f64)), paid: t.option(t.bool) });
const base = {
  id: 1n,
  lines: [
    ["a", 1],
    ["b", 2],
  ],
  paid: null,
};

const DIFFERENT: readonly (readonly [ValueType, WitValue, WitValue, string])[] = [
  [ORDER, { ...base, id: 2n }, base, "id value"],
  [
    ORDER,
    {
      ...base,
      lines: [
        ["a", 1],
        ["b", 3],
      ],
    },
    base,
    "lines[1][1] value",
  ],
  [ORDER, { ...base, lines: [["a", 1]] }, base, "lines length"],
  [ORDER, { ...base, paid: { some: false } }, base, "paid value"],
  [t.f64, -0, 0, " value"],
  [t.list(t.u8), new Uint8Array([1, 2]), new Uint8Array([1, 3]), "[1] value"],
  [t.variant({ a: t.u8, b: null }), { case: "a", value: 1 }, { case: "b" }, " value"],
  [t.variant({ a: t.u8 }), { case: "a", value: 1 }, { case: "a", value: 2 }, "a value"],
  [t.result(t.u8, t.u8), { ok: 1 }, { error: 1 }, " value"],
  [t.flags("a", "b"), ["a"], ["b"], " flags"],
  [t.map(t.string, t.u8), [["a", 1]], [["b", 1]], " entry-missing"],
  [
    t.map(t.string, t.u8),
    [
      ["a", 1],
      ["b", 1],
    ],
    [["b", 1]],
    " entry-extra",
  ],
];

describe("compareValues", () => {
  it.each(DIFFERENT)("%#: finds the first difference", (type, found, expected, place) => {
    const difference = compareValues(found, expected, type);
    expect(difference && `${printPath(difference.path)} ${difference.kind}`).toBe(place);
  });

  it("takes NaN for NaN, maps in any order, and handles by number", () => {
    expect(compareValues(Number.NaN, Number.NaN, t.f32)).toBeNull();
    const entries: WitValue = [
      ["a", 1],
      ["b", 2],
    ];
    expect(compareValues(entries.toReversed(), entries, t.map(t.string, t.u8))).toBeNull();
    const handle = { kind: "resource", typeName: "order", id: 7, label: "order #7" } as const;
    expect(compareValues({ ...handle, label: "mine" }, handle, t.own("order"))).toBeNull();
    expect(compareValues({ ...handle, id: 8 }, handle, t.own("order"))).not.toBeNull();
  });
});
