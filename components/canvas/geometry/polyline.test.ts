import { expect, it } from "vitest";

import { distanceTo, moved, simplified } from "./polyline.ts";

it("drops repeated points and points in the middle of a run", () => {
  expect(simplified([0, 0, 10, 0, 10, 0, 20, 0, 20, 5, 20, 9, 30, 9])).toEqual([0, 0, 20, 0, 20, 9, 30, 9]);
  expect(simplified([0, 0, 12, 0, 12, 0, 24, 0])).toEqual([0, 0, 24, 0]);
});

it("measures to the nearest run, ends included", () => {
  const line = [0, 0, 10, 0, 10, 10];
  expect(distanceTo(line, { x: 5, y: 3 })).toBe(3);
  expect(distanceTo(line, { x: 13, y: 14 })).toBe(5);
});

it("moves back to where it was", () => {
  const line = [0, 0, 10, 0, 10, 10];
  expect(moved(moved(line, 8, -4), -8, 4)).toEqual(line);
});
