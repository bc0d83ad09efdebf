import { describe, expect, it } from "vitest";

import { BoxIndex } from "./box-index.ts";
import { Lanes } from "./lanes.ts";
import { approach, joinRail, spreadItems } from "./rail-layout.ts";
import { randomFrom } from "./router.fixtures.ts";

const BOXES = new BoxIndex([
  { x: 0, y: 0, width: 200, height: 100 },
  { x: 300, y: 0, width: 200, height: 100 },
]);

describe("the way from a rail to a port", () => {
  it("is straight where nothing is in between", () => {
    const ends = { wire: 0, net: -1, port: { x: 0, y: 56 } };
    expect(approach(BOXES, new Lanes(), "left", ends, -24)).toEqual([-24, 56, 0, 56]);
  });

  it("goes around nodes along a free row", () => {
    const ends = { wire: 0, net: -1, port: { x: 300, y: 56 } };
    expect(approach(BOXES, new Lanes(), "left", ends, -24)).toEqual([-24, 116, 288, 116, 288, 56, 300, 56]);
  });

  it("mirrors on the right", () => {
    const ends = { wire: 0, net: -1, port: { x: 200, y: 56 } };
    const line = approach(BOXES, new Lanes(), "right", ends, 524);
    expect(line.slice(0, 2)).toEqual([524, 116]);
    expect(line.slice(-2)).toEqual([200, 56]);
  });

  it("is joined by a trunk beside the rail, cut where the rail lies over it, hidden behind it", () => {
    const path = [-24, 116, 288, 116, 288, 56, 300, 56];
    expect(joinRail("left", path, -200, 40, -188)).toEqual([-200, 40, -188, 40, -188, 116, 288, 116, 288, 56, 300, 56]);
    expect(joinRail("left", path, 100, 40, 112)).toEqual([100, 40, 112, 40, 112, 116, 288, 116, 288, 56, 300, 56]);
    expect(joinRail("left", path, 278, 56, 290)).toEqual([278, 56, 300, 56]);
    expect(joinRail("left", path, 320, 40, 332)).toBeNull();
  });
});

describe.each([21, 1234])("items of a rail, seed %i", (seed) => {
  const random = randomFrom(seed);

  it("keep their order and their distance between the limits", () => {
    for (let round = 0; round < 100; round++) {
      const wanted = Array.from({ length: 1 + Math.floor(random() * 8) }, () => random() * 1400 - 300);
      const placed = spreadItems(wanted, 48, 90, 600);
      const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b);
      order.forEach((item, i) => {
        expect(placed[item]).toBeGreaterThanOrEqual(90 - 1e-6);
        expect(placed[item]).toBeLessThanOrEqual(600 + 1e-6);
        if (i > 0) expect(placed[item]! - placed[order[i - 1]!]!).toBeGreaterThanOrEqual(48 - 1e-6);
      });
    }
  });

  it("stand where they want to when there is room", () => {
    expect(spreadItems([400, 100, 250], 48, 90, 600)).toEqual([400, 100, 250]);
  });
});
