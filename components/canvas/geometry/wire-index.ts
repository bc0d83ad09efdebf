// Which wires pass a place: a grid of 128-unit cells over their courses, for hit-testing and for drawing only what shows.

import { cellKey } from "./box-index.ts";
import { type Polyline, boundsOfLine, distanceTo, forEachRun } from "./polyline.ts";
import { type Point, type Rect, overlaps } from "./rect.ts";

const CELL = 128;

export class WireIndex {
  readonly #lines: readonly (Polyline | undefined)[];
  readonly #cells = new Map<number, number[]>();
  readonly #seen: Uint32Array;
  #round = 0;

  /** Indexes courses by the wire's number; they are borrowed and must not change. */
  constructor(lines: readonly (Polyline | undefined)[]) {
    this.#lines = lines;
    this.#seen = new Uint32Array(lines.length);
    lines.forEach((line, wire) => {
      if (line) this.#enter(wire, line);
    });
  }

  /** The wires within `tolerance` graph units of `point`, the nearest first. */
  near(point: Point, tolerance: number): number[] {
    const found: { wire: number; distance: number }[] = [];
    this.#forEachIn(point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance, (wire) => {
      const distance = distanceTo(this.#lines[wire]!, point);
      if (distance <= tolerance) found.push({ wire, distance });
    });
    return found.toSorted((a, b) => a.distance - b.distance || a.wire - b.wire).map(({ wire }) => wire);
  }

  /** The wires that may show in `rect`: each that passes it, and few that only come near. */
  within(rect: Rect): number[] {
    const found: number[] = [];
    const cells = (rect.width / CELL) * (rect.height / CELL);
    if (cells > this.#lines.length) {
      this.#lines.forEach((line, wire) => {
        if (line && overlaps(grown(boundsOfLine(line)), rect)) found.push(wire);
      });
      return found;
    }
    this.#forEachIn(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height, (wire) => found.push(wire));
    return found.toSorted((a, b) => a - b);
  }

  #forEachIn(left: number, top: number, right: number, bottom: number, visit: (wire: number) => void): void {
    const round = ++this.#round;
    const lastX = Math.floor(right / CELL);
    const lastY = Math.floor(bottom / CELL);
    for (let cx = Math.floor(left / CELL); cx <= lastX; cx++) {
      for (let cy = Math.floor(top / CELL); cy <= lastY; cy++) {
        for (const wire of this.#cells.get(cellKey(cx, cy)) ?? []) {
          if (this.#seen[wire] === round) continue;
          this.#seen[wire] = round;
          visit(wire);
        }
      }
    }
  }

  #enter(wire: number, line: Polyline): void {
    forEachRun(line, (x0, y0, x1, y1) => {
      const lastX = Math.floor(Math.max(x0, x1) / CELL);
      const lastY = Math.floor(Math.max(y0, y1) / CELL);
      for (let cx = Math.floor(Math.min(x0, x1) / CELL); cx <= lastX; cx++) {
        for (let cy = Math.floor(Math.min(y0, y1) / CELL); cy <= lastY; cy++) this.#put(cellKey(cx, cy), wire);
      }
    });
  }

  #put(key: number, wire: number): void {
    const cell = this.#cells.get(key);
    if (!cell) this.#cells.set(key, [wire]);
    else if (cell.at(-1) !== wire) cell.push(wire);
  }
}

/** A level or upright course has no area of its own. */
function grown(rect: Rect): Rect {
  return { x: rect.x - 1, y: rect.y - 1, width: rect.width + 2, height: rect.height + 2 };
}
