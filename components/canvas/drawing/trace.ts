// Courses taken apart for drawing, in graph units: as one path with rounded corners, or as level runs, upright runs and
// corners by themselves, so that crossings can be drawn as over and under.

import { WIRE } from "../geometry/metrics.ts";
import type { Polyline } from "../geometry/polyline.ts";

/** The part of a 2D context that takes lines. */
type Pen = Pick<CanvasPath, "moveTo" | "lineTo" | "quadraticCurveTo">;

/** The radius at the corner of point `i`: 10, or half of the shorter run. */
function radiusAt(line: Polyline, i: number): number {
  const before = Math.abs(line[i]! - line[i - 2]!) + Math.abs(line[i + 1]! - line[i - 1]!);
  const after = Math.abs(line[i + 2]! - line[i]!) + Math.abs(line[i + 3]! - line[i + 1]!);
  return Math.min(WIRE.radius, before / 2, after / 2);
}

/** Adds a course to the path. `round` off draws sharp corners, for wires that are only a few pixels long. */
export function traceLine(pen: Pen, line: Polyline, round: boolean): void {
  pen.moveTo(line[0]!, line[1]!);
  const last = line.length - 2;
  for (let i = 2; i < last; i += 2) {
    if (round) traceCorner(pen, line, i, true);
    else pen.lineTo(line[i]!, line[i + 1]!);
  }
  pen.lineTo(line[last]!, line[last + 1]!);
}

/** Adds all corners of a course, apart from each other. */
export function traceCorners(pen: Pen, line: Polyline): void {
  for (let i = 2; i + 3 < line.length; i += 2) traceCorner(pen, line, i, false);
}

function traceCorner(pen: Pen, line: Polyline, i: number, joined: boolean): void {
  const x = line[i]!;
  const y = line[i + 1]!;
  const radius = radiusAt(line, i);
  const fromX = x - Math.sign(x - line[i - 2]!) * radius;
  const fromY = y - Math.sign(y - line[i - 1]!) * radius;
  if (joined) pen.lineTo(fromX, fromY);
  else pen.moveTo(fromX, fromY);
  pen.quadraticCurveTo(x, y, x + Math.sign(line[i + 2]! - x) * radius, y + Math.sign(line[i + 3]! - y) * radius);
}

/** Visits the level runs without their corners: at `y` from `x0` to the greater `x1`. */
export function forEachLevel(line: Polyline, visit: (y: number, x0: number, x1: number) => void): void {
  const last = line.length - 2;
  for (let i = 0; i < last; i += 2) {
    const y = line[i + 1]!;
    if (y !== line[i + 3]) continue;
    const right = Math.sign(line[i + 2]! - line[i]!);
    const from = line[i]! + (i === 0 ? 0 : right * radiusAt(line, i));
    const to = line[i + 2]! - (i + 2 === last ? 0 : right * radiusAt(line, i + 2));
    visit(y, Math.min(from, to), Math.max(from, to));
  }
}

/** Visits the upright runs without their corners: at `x` from `y0` to the greater `y1`. */
export function forEachUpright(line: Polyline, visit: (x: number, y0: number, y1: number) => void): void {
  for (let i = 2; i + 5 < line.length; i += 2) {
    const x = line[i]!;
    if (x !== line[i + 2]) continue;
    const down = Math.sign(line[i + 3]! - line[i + 1]!);
    const from = line[i + 1]! + down * radiusAt(line, i);
    const to = line[i + 3]! - down * radiusAt(line, i + 2);
    visit(x, Math.min(from, to), Math.max(from, to));
  }
}
