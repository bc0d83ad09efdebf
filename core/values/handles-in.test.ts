import { describe, expect, it } from "vitest";
import { handlesIn, withHandleNumbers } from "./handles-in.ts";
import { recordValue, type ResourceHandle, type WitValue } from "./value.ts";

const handle = (id: number): ResourceHandle => ({ kind: "resource", typeName: "order", id, label: `order #${id}` });
const record = recordValue([
  ["kind", "resource"],
  ["id", 9],
  ["orders", [handle(4), { some: handle(2) }]],
]);
const VALUE: WitValue = [
  record,
  { case: "one", value: { ok: handle(4) } },
  { case: "none" },
  new Uint8Array([1]),
  null,
];

describe("handles in a value", () => {
  it("are found wherever they are, and records that look alike are not", () => {
    expect([...handlesIn(VALUE)].map(({ id }) => id)).toEqual([4, 2, 4]);
  });

  it("get other numbers, and nothing else changes", () => {
    const numbers = new Map([
      [4, 1],
      [9, 7],
    ]);
    const changed = withHandleNumbers(VALUE, numbers);
    expect([...handlesIn(changed)].map(({ id }) => id)).toEqual([1, 2, 1]);
    const back = new Map([[1, 4]]);
    expect(withHandleNumbers(changed, back)).toEqual(VALUE);
  });
});
