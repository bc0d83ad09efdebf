import { expect, it } from "vitest";

import { forEachLevel, forEachUpright, traceCorners, traceLine } from "./trace.ts";

const LINE = [0, 0, 100, 0, 100, 60, 116, 60];

/** What a pen is told, as the text of an SVG path. */
function pathOf(trace: (pen: Parameters<typeof traceLine>[0]) => void): string {
  const parts: string[] = [];
  trace({
    moveTo: (x, y) => parts.push(`M${x} ${y}`),
    lineTo: (x, y) => parts.push(`L${x} ${y}`),
    quadraticCurveTo: (a, b, x, y) => parts.push(`Q${a} ${b} ${x} ${y}`),
  });
  return parts.join("");
}

it("rounds corners by 10, or by half of the shorter run", () => {
  expect(pathOf((pen) => traceLine(pen, LINE, true))).toBe("M0 0L90 0Q100 0 100 10L100 52Q100 60 108 60L116 60");
  expect(pathOf((pen) => traceLine(pen, LINE, false))).toBe("M0 0L100 0L100 60L116 60");
});

it("takes a course apart into runs and corners that meet", () => {
  const runs: unknown[] = [];
  forEachLevel(LINE, (y, x0, x1) => runs.push(["level", y, x0, x1]));
  forEachUpright(LINE, (x, y0, y1) => runs.push(["upright", x, y0, y1]));
  expect(runs).toEqual([
    ["level", 0, 0, 90],
    ["level", 60, 108, 116],
    ["upright", 100, 10, 52],
  ]);
  expect(pathOf((pen) => traceCorners(pen, LINE))).toBe("M90 0Q100 0 100 10M100 52Q100 60 108 60");
});
