import { describe, expect, it } from "vitest";

import { covers } from "./rect.ts";
import { randomFrom } from "./router.fixtures.ts";
import { fitView, firstView, revealView, toGraph, toLocal, visibleRect, zoomAround } from "./view.ts";

const SIZE = { width: 1280, height: 700 };
const INSETS = { left: 140, top: 76, right: 140, bottom: 40 };

describe.each([11, 4711])("views, seed %i", (seed) => {
  const random = randomFrom(seed);
  const point = () => ({ x: random() * 8000 - 4000, y: random() * 8000 - 4000 });
  const view = () => ({ ...point(), zoom: 0.05 + random() * 1.9 });
  const rect = () => ({ ...point(), width: 40 + random() * 3000, height: 40 + random() * 3000 });

  it("toGraph undoes toLocal", () => {
    for (let i = 0; i < 200; i++) {
      const [seen, at] = [view(), point()];
      const back = toGraph(seen, toLocal(seen, at));
      expect(back.x).toBeCloseTo(at.x, 6);
      expect(back.y).toBeCloseTo(at.y, 6);
    }
  });

  it("zooming keeps what is under the pointer", () => {
    for (let i = 0; i < 100; i++) {
      const [seen, at] = [view(), { x: random() * 1280, y: random() * 700 }];
      const before = toGraph(seen, at);
      const after = toGraph(zoomAround(seen, at, 0.1 + random()), at);
      expect(after.x).toBeCloseTo(before.x, 6);
      expect(after.y).toBeCloseTo(before.y, 6);
    }
  });

  it("fitting shows all of it, never larger than it is", () => {
    for (let i = 0; i < 100; i++) {
      const bounds = rect();
      const fitted = fitView(bounds, SIZE, INSETS);
      const seen = visibleRect(fitted, SIZE, INSETS);
      expect(
        covers({ x: seen.x - 0.01, y: seen.y - 0.01, width: seen.width + 0.02, height: seen.height + 0.02 }, bounds),
      ).toBe(true);
      expect(fitted.zoom).toBeLessThanOrEqual(1);
    }
  });

  it("revealing shows the target, and nothing changes a second time", () => {
    for (let i = 0; i < 100; i++) {
      const [seen, target] = [view(), { ...point(), width: 40, height: 20 }];
      const revealed = revealView(seen, target, SIZE, INSETS);
      expect(revealed.zoom).toBe(seen.zoom);
      const again = revealView(revealed, target, SIZE, INSETS);
      expect(again.x).toBeCloseTo(revealed.x, 6);
      expect(again.y).toBeCloseTo(revealed.y, 6);
    }
  });
});

it("the first view prefers to be readable over showing everything", () => {
  const wide = { x: 100, y: 50, width: 9000, height: 300 };
  const first = firstView(wide, SIZE, INSETS);
  expect(first.zoom).toBe(0.7);
  expect(toLocal(first, wide).x).toBeCloseTo(INSETS.left);
  expect(firstView({ x: 0, y: 0, width: 400, height: 300 }, SIZE, INSETS).zoom).toBe(1);
  expect(firstView(null, SIZE, INSETS).zoom).toBe(1);
});
