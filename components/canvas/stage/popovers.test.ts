import { expect, it } from "vitest";

import { randomFrom } from "../geometry/router.fixtures.ts";
import { popoverPlace } from "./popovers.ts";

const CANVAS = { width: 800, height: 600 };

it("stands below and right of its port, else on the side with room", () => {
  expect(popoverPlace({ x: 100, y: 100 }, { width: 300, height: 200 }, CANVAS)).toEqual({ x: 120, y: 120 });
  expect(popoverPlace({ x: 700, y: 500 }, { width: 300, height: 200 }, CANVAS)).toEqual({ x: 380, y: 280 });
});

it("never leaves the canvas, seed 6", () => {
  const random = randomFrom(6);
  for (let i = 0; i < 200; i++) {
    const size = { width: 100 + random() * 400, height: 40 + random() * 300 };
    const at = popoverPlace({ x: random() * 900 - 50, y: random() * 700 - 50 }, size, CANVAS);
    expect(at.x).toBeGreaterThanOrEqual(8);
    expect(at.y).toBeGreaterThanOrEqual(8);
    expect(at.x + size.width).toBeLessThanOrEqual(792 + 1e-6);
    expect(at.y + size.height).toBeLessThanOrEqual(592 + 1e-6);
  }
});
