import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordValue } from "../../../core/values/value.ts";
import { arbitraryTyped, SEED, t } from "../../../core/values/values.fixtures.ts";
import { MAX_ROWS, valueNode, type ValueNode, visibleRows } from "./value-tree.ts";

function drawn(root: ValueNode, ...open: string[]): string[] {
  return visibleRows(root, new Set(open)).map(
    ({ node, depth, isOpen, canOpen }) => `${"  ".repeat(depth)}${canOpen ? (isOpen ? "▾" : "▸") : "·"} ${node.name}`,
  );
}

describe("visibleRows", () => {
  it("draws what is open", () => {
    const type = t.record({ id: t.u64, lines: t.list(t.tuple(t.string, t.u8)), note: t.option(t.string) });
    const value = recordValue([
      ["id", 7n],
      ["lines", [["dye", 1]]],
      ["note", { some: "two\nlines" }],
    ]);
    expect(drawn(valueNode(value, type), ".lines", ".lines[0]")).toEqual([
      "· id",
      "▾ lines",
      "  ▾ 0",
      "    · 0",
      "    · 1",
      "▸ note",
    ]);
  });

  it("folds a long list into ranges of ranges", () => {
    const root = valueNode(
      Array.from({ length: 12_345 }, (_, i) => i),
      t.list(t.u32),
    );
    const rows = drawn(root, "[0 … 9999]", "[100 … 199]");
    expect(rows.slice(0, 4)).toEqual(["▾ 0 … 9999", "  ▸ 0 … 99", "  ▾ 100 … 199", "    · 100"]);
    expect(rows.at(-1)).toBe("▸ 10000 … 12344");
    expect(rows).toHaveLength(2 + 100 + 100);
  });

  it(`no level has more than ${MAX_ROWS} rows and ids are unique, seed ${SEED}`, () => {
    fc.assert(
      fc.property(arbitraryTyped({ maps: true, depth: 3 }), ([type, value]) => {
        let open = new Set<string>();
        for (;;) {
          const rows = visibleRows(valueNode(value, type), open);
          expect(new Set(rows.map((row) => row.node.id)).size).toBe(rows.length);
          const next = new Set(rows.filter((row) => row.canOpen).map((row) => row.node.id));
          if (next.size === open.size) break;
          open = next;
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
