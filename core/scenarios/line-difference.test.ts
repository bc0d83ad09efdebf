import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../values/values.fixtures.ts";
import { lineDifference } from "./line-difference.ts";

function drawn(left: string, right: string): string {
  return lineDifference(left.replaceAll(" ", "\n"), right.replaceAll(" ", "\n"))
    .map((row) => (row.same ? row.left : `${row.left ?? ""}|${row.right ?? ""}`))
    .join(" ");
}

describe("lines side by side", () => {
  it.each([
    ["a b c", "a b c", "a b c"],
    ["a b c", "a x c", "a b|x c"],
    ["a c", "a b c", "a |b c"],
    ["a b c d", "b c d e", "a| b c d |e"],
    ["x y", "a", "x|a y|"],
  ])("%s beside %s", (left, right, expected) => expect(drawn(left, right)).toBe(expected));

  it(`keep every line of both, in order, seed ${SEED}`, () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 9 }).map((l) => l.join("\n"));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const rows = lineDifference(left, right);
        expect(rows.flatMap((row) => row.left ?? []).join("\n")).toBe(left);
        expect(rows.flatMap((row) => row.right ?? []).join("\n")).toBe(right);
        expect(rows.every((row) => row.same === (row.left === row.right))).toBe(true);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it("of large texts are compared line against line", () => {
    const large = Array.from({ length: 5_000 }, (_, i) => `line ${i}`).join("\n");
    expect(lineDifference(large, large).every(({ same }) => same)).toBe(true);
  });
});
