import { expect, it } from "vitest";

import { Lanes } from "./lanes.ts";
import { chevronSpot, labelSpot } from "./wire-marks.ts";

const LINE = [100, 50, 400, 50, 400, 200, 420, 200];

it("labels a wire 16 right of the provider's port", () => {
  expect(labelSpot(LINE, 80, 16, new Lanes())).toEqual({ x: 116, y: 50 });
});

it("puts the label beyond a wire that crosses there, and leaves it out without room", () => {
  const lanes = new Lanes();
  lanes.take(1, 1, [150, 0, 150, 90]);
  expect(labelSpot(LINE, 80, 16, lanes)).toEqual({ x: 158.5, y: 50 });
  expect(labelSpot(LINE, 300, 16, lanes)).toBeNull();
  expect(labelSpot([100, 50, 130, 50, 130, 90, 200, 90], 40, 16, lanes)).toBeNull();
});

it("points chevrons at the provider, in the middle of what the label leaves free", () => {
  expect(chevronSpot(LINE, { x: 116, y: 50 }, 84)).toEqual({ x: 300, y: 50, dx: -1, dy: 0 });
  expect(chevronSpot([0, 0, 12, 0, 12, 200, 24, 200], null, 0)).toEqual({ x: 12, y: 140, dx: 0, dy: -1 });
  expect(chevronSpot([0, 0, 20, 0], null, 0)).toBeNull();
});
