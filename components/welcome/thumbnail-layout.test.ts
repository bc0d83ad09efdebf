import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { layoutThumbnail, type TinyGraph } from "./thumbnail-layout.ts";
import { routeWires } from "./thumbnail-wires.ts";

/** `store>gateway flat>gateway store>flat` */
function graphOf(text: string): TinyGraph {
  const wires = text
    .split(" ")
    .filter(Boolean)
    .map((wire) => {
      const [from = "", to = ""] = wire.split(">");
      return { from, to, colour: "azure" as const };
    });
  return { nodes: [...new Set(wires.flatMap((wire) => [wire.from, wire.to]))], wires };
}

/** Columns from left to right. */
function drawn(graph: TinyGraph): string {
  const { boxes } = layoutThumbnail(graph);
  const xs = [...new Set(boxes.map((box) => box.x))].toSorted((a, b) => a - b);
  return xs
    .map((x) =>
      boxes
        .filter((box) => box.x === x)
        .toSorted((a, b) => a.y - b.y)
        .map((box) => box.item)
        .join(" "),
    )
    .join(" | ");
}

function picture(text: string) {
  const graph = graphOf(text);
  const { boxes, ...rest } = layoutThumbnail(graph);
  return { boxes, paths: routeWires(graph, { boxes, ...rest }) };
}

describe("layoutThumbnail", () => {
  it.each([
    ["a>b", "a | b"],
    ["a>b b>c a>c", "a | b | c"],
    ["a>c b>c", "a b | c"],
    ["a>b b>a", "b | a"],
  ])("%s", (graph, columns) => expect(drawn(graphOf(graph))).toBe(columns));

  it("leads a long wire past the boxes of the columns between", () => {
    const { boxes, paths } = picture("a>b b>c a>c");
    const between = boxes.find((box) => box.item === "b")!;
    const levels = [...(paths.find((path) => path.id === "a→c")?.d ?? "").matchAll(/V(\d+\.?\d*)/g)].map(([, y]) =>
      Number(y),
    );
    expect(levels.length).toBeGreaterThan(0);
    for (const y of levels) expect(y > between.y && y < between.y + between.height).toBe(false);
  });

  it("never lets boxes overlap, and keeps them in the picture", () => {
    const node = fc.constantFrom("a", "b", "c", "d", "e", "f");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(node, node), { selector: ([a, b]) => `${a}>${b}`, maxLength: 12 }),
        (wires) => {
          const graph = graphOf(
            wires
              .filter(([a, b]) => a !== b)
              .map(([a, b]) => `${a}>${b}`)
              .join(" "),
          );
          const { boxes, width, height } = layoutThumbnail(graph);
          for (const box of boxes) {
            expect(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height).toBe(true);
            for (const other of boxes) {
              if (other === box || other.x !== box.x) continue;
              expect(other.y + other.height <= box.y || box.y + box.height <= other.y).toBe(true);
            }
          }
        },
      ),
      { seed: 17 },
    );
  });
});

describe("routeWires", () => {
  const paths = (text: string) => picture(text).paths.map((path) => `${path.id} ${path.d}`);

  it("goes straight between two of a kind", () => expect(paths("a>b")).toEqual(["a→b M50 18H84"]));

  it("gives each wire a port and an upright of its own", () => {
    const [first, second] = picture("a>c b>c").paths;
    expect(first?.end.y).toBeLessThan(second?.end.y ?? 0);
    expect(first?.d).not.toBe(second?.d);
  });
});
