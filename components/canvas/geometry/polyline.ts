// A wire's course: corner points as x, y, x, y … in graph units, level and upright runs by turns. The first point is the
// provider's port, the last one the consumer's.

import type { Point, Rect } from "./rect.ts";

export type Polyline = readonly number[];

/** Visits every run from (`x0`, `y0`) to (`x1`, `y1`), provider first. */
export function forEachRun(line: Polyline, visit: (x0: number, y0: number, x1: number, y1: number) => void): void {
  for (let i = 0; i + 3 < line.length; i += 2) visit(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!);
}

/** The same course without repeated points and without points in the middle of a straight run. */
export function simplified(line: Polyline): number[] {
  const points: number[] = [];
  for (let i = 0; i < line.length; i += 2) {
    const x = line[i]!;
    const y = line[i + 1]!;
    const n = points.length;
    if (n >= 2 && points[n - 2] === x && points[n - 1] === y) continue;
    const level = n >= 4 && points[n - 1] === y && points[n - 3] === y;
    const upright = n >= 4 && points[n - 2] === x && points[n - 4] === x;
    if (level || upright) points.splice(n - 2, 2);
    points.push(x, y);
  }
  return points;
}

/** The same course elsewhere. */
export function moved(line: Polyline, dx: number, dy: number): number[] {
  return line.map((value, i) => value + (i % 2 === 0 ? dx : dy));
}

/** The smallest rectangle around the course. */
export function boundsOfLine(line: Polyline): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < line.length; i += 2) {
    left = Math.min(left, line[i]!);
    right = Math.max(right, line[i]!);
    top = Math.min(top, line[i + 1]!);
    bottom = Math.max(bottom, line[i + 1]!);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The distance from `point` to the nearest place of the course. */
export function distanceTo(line: Polyline, point: Point): number {
  let nearest = Infinity;
  forEachRun(line, (x0, y0, x1, y1) => {
    const dx = Math.max(Math.min(x0, x1) - point.x, 0, point.x - Math.max(x0, x1));
    const dy = Math.max(Math.min(y0, y1) - point.y, 0, point.y - Math.max(y0, y1));
    nearest = Math.min(nearest, Math.hypot(dx, dy));
  });
  return nearest;
}
