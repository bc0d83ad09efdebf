import { describe, expect, it } from "vitest";

import { distanceTo } from "./polyline.ts";
import { randomFrom, routed, sketchFrom } from "./router.fixtures.ts";
import { WireIndex } from "./wire-index.ts";

describe.each([5, 77])("an index of the wires of a random graph, seed %i", (seed) => {
  const lines = routed(sketchFrom(seed, 80, 200, { x: 400, y: 300 }));
  const index = new WireIndex(lines);
  const random = randomFrom(seed);

  it("finds at a point what a walk over all wires finds, nearest first", () => {
    for (let i = 0; i < 300; i++) {
      const point = { x: random() * 4000, y: random() * 2400 };
      const near = lines
        .map((line, wire) => ({ wire, distance: distanceTo(line, point) }))
        .filter(({ distance }) => distance <= 12)
        .toSorted((a, b) => a.distance - b.distance || a.wire - b.wire);
      expect(index.near(point, 12)).toEqual(near.map(({ wire }) => wire));
    }
  });

  it("leaves out no wire that shows in a rectangle", () => {
    for (let i = 0; i < 40; i++) {
      const x = random() * 4000;
      const y = random() * 2400;
      const found = new Set(index.within({ x, y, width: 500, height: 400 }));
      for (let at = 0; at < 20; at++) {
        const point = { x: x + random() * 500, y: y + random() * 400 };
        lines.forEach((line, wire) => {
          if (distanceTo(line, point) < 1) expect(found).toContain(wire);
        });
      }
    }
  });
});

it("knows wires that aren't routed yet as absent", () => {
  const index = new WireIndex([undefined, [0, 0, 100, 0]]);
  expect(index.near({ x: 50, y: 3 }, 5)).toEqual([1]);
});
