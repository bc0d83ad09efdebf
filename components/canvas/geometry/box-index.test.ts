import { describe, expect, it } from "vitest";

import { BoxIndex } from "./box-index.ts";
import type { Rect } from "./rect.ts";
import { randomFrom } from "./router.fixtures.ts";

function meets(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

describe.each([3, 99, 2024])("an index of random boxes, seed %i", (seed) => {
  const random = randomFrom(seed);
  const rect = (size: number): Rect => ({
    x: random() * 6000 - 2000,
    y: random() * 6000 - 2000,
    width: random() * size,
    height: random() * size,
  });
  const boxes = Array.from({ length: 200 }, () => rect(400));
  const index = new BoxIndex(boxes);
  boxes.slice(0, 50).forEach((box, i) => {
    boxes[i] = { ...box, x: random() * 6000 - 2000, y: random() * 6000 - 2000 };
    index.move(i, boxes[i]);
  });
  const areas = Array.from({ length: 60 }, (_, i) => rect(i < 50 ? 900 : 9000));

  it("finds what a walk over all boxes finds, moved ones too", () => {
    for (const area of areas) {
      const all = boxes.flatMap((box, i) => (meets(box, area) ? [i] : []));
      expect(index.within(area)).toEqual(all);
    }
  });

  it("finds the next edge on a row to both sides", () => {
    for (const { x, y, width, height } of areas) {
      const inside = boxes.filter((box) => meets(box, { x, y, width, height }));
      const lefts = inside.map((box) => box.x).filter((left) => left > x && left < x + width);
      const rights = inside.map((box) => box.x + box.width).filter((right) => right > x && right < x + width);
      expect(index.nextLeftEdge(x, x + width, y, y + height)).toBe(Math.min(x + width, ...lefts));
      expect(index.nextRightEdge(x + width, x, y, y + height)).toBe(Math.max(x, ...rights));
    }
  });
});

it("bounds what it holds, wherever it moves", () => {
  const index = new BoxIndex([{ x: 0, y: 0, width: 10, height: 10 }]);
  index.move(0, { x: -20, y: 4 });
  expect(index.bounds()).toEqual({ x: -20, y: 4, width: 10, height: 10 });
  expect(new BoxIndex([]).bounds()).toBeNull();
});
