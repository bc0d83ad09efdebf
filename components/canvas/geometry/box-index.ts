// Where the nodes are: rectangles in typed arrays and a grid of 256-unit cells over them, so that culling, hit-testing and
// the router ask for a place instead of walking all nodes. Boxes may move; indices are the caller's node order.

import { type Point, type Rect, boundsOf } from "./rect.ts";

const CELL = 256;
const OFFSET = 32_768;
const STRIDE = 65_536;

/** The number of the cell at column `cx` and row `cy`; unique within ± 8 million graph units. */
export function cellKey(cx: number, cy: number): number {
  return (cx + OFFSET) * STRIDE + (cy + OFFSET);
}

export class BoxIndex {
  readonly count: number;
  readonly #left: Float64Array;
  readonly #top: Float64Array;
  readonly #width: Float64Array;
  readonly #height: Float64Array;
  readonly #cells = new Map<number, number[]>();
  readonly #seen: Uint32Array;
  #round = 0;
  #bounds: Rect | null | undefined;

  constructor(rects: readonly Rect[]) {
    this.count = rects.length;
    this.#left = Float64Array.from(rects, (rect) => rect.x);
    this.#top = Float64Array.from(rects, (rect) => rect.y);
    this.#width = Float64Array.from(rects, (rect) => rect.width);
    this.#height = Float64Array.from(rects, (rect) => rect.height);
    this.#seen = new Uint32Array(rects.length);
    for (let index = 0; index < rects.length; index++) this.#enter(index);
  }

  left(index: number): number {
    return this.#left[index]!;
  }
  top(index: number): number {
    return this.#top[index]!;
  }
  right(index: number): number {
    return this.#left[index]! + this.#width[index]!;
  }
  bottom(index: number): number {
    return this.#top[index]! + this.#height[index]!;
  }

  rect(index: number): Rect {
    return {
      x: this.#left[index]!,
      y: this.#top[index]!,
      width: this.#width[index]!,
      height: this.#height[index]!,
    };
  }

  move(index: number, to: Point): void {
    this.#bounds = undefined;
    this.#leave(index);
    this.#left[index] = to.x;
    this.#top[index] = to.y;
    this.#enter(index);
  }

  /** Visits every box that shares a point with the area, each once, in no particular order. */
  forEachIn(left: number, top: number, right: number, bottom: number, visit: (index: number) => void): void {
    const round = ++this.#round;
    const seen = this.#seen;
    const lastX = Math.floor(right / CELL);
    const lastY = Math.floor(bottom / CELL);
    for (let cx = Math.floor(left / CELL); cx <= lastX; cx++) {
      for (let cy = Math.floor(top / CELL); cy <= lastY; cy++) {
        const cell = this.#cells.get(cellKey(cx, cy));
        if (!cell) continue;
        for (const index of cell) {
          if (seen[index] === round) continue;
          seen[index] = round;
          if (this.#meets(index, left, top, right, bottom)) visit(index);
        }
      }
    }
  }

  /** The least left edge beyond `from` and before `limit` among boxes between `top` and `bottom`; `limit` without one. */
  nextLeftEdge(from: number, limit: number, top: number, bottom: number): number {
    let edge = limit;
    const firstY = Math.floor(top / CELL);
    const lastY = Math.floor(bottom / CELL);
    for (let cx = Math.floor(from / CELL); cx * CELL < edge; cx++) {
      for (let cy = firstY; cy <= lastY; cy++) {
        const cell = this.#cells.get(cellKey(cx, cy));
        if (!cell) continue;
        for (const index of cell) {
          const left = this.#left[index]!;
          if (left > from && left < edge && this.#meets(index, from, top, limit, bottom)) edge = left;
        }
      }
    }
    return edge;
  }

  /** The greatest right edge before `from` and beyond `limit` among boxes between `top` and `bottom`; else `limit`. */
  nextRightEdge(from: number, limit: number, top: number, bottom: number): number {
    let edge = limit;
    const firstY = Math.floor(top / CELL);
    const lastY = Math.floor(bottom / CELL);
    for (let cx = Math.floor(from / CELL); (cx + 1) * CELL > edge; cx--) {
      for (let cy = firstY; cy <= lastY; cy++) {
        const cell = this.#cells.get(cellKey(cx, cy));
        if (!cell) continue;
        for (const index of cell) {
          const right = this.right(index);
          if (right < from && right > edge && this.#meets(index, limit, top, from, bottom)) edge = right;
        }
      }
    }
    return edge;
  }

  #meets(index: number, left: number, top: number, right: number, bottom: number): boolean {
    return (
      this.#left[index]! <= right &&
      this.#left[index]! + this.#width[index]! >= left &&
      this.#top[index]! <= bottom &&
      this.#top[index]! + this.#height[index]! >= top
    );
  }

  /** The boxes that share a point with `rect`, in node order. */
  within(rect: Rect): number[] {
    const found: number[] = [];
    const right = rect.x + rect.width;
    const bottom = rect.y + rect.height;
    // A wide area has more cells than there are boxes.
    if ((rect.width / CELL) * (rect.height / CELL) > this.count) {
      for (let index = 0; index < this.count; index++) {
        if (this.#meets(index, rect.x, rect.y, right, bottom)) found.push(index);
      }
      return found;
    }
    this.forEachIn(rect.x, rect.y, right, bottom, (index) => found.push(index));
    return found.toSorted((a, b) => a - b);
  }

  /** The smallest rectangle around all boxes, or null for none. */
  bounds(): Rect | null {
    this.#bounds ??= boundsOf(this.#all());
    return this.#bounds;
  }

  *#all(): Generator<Rect> {
    for (let index = 0; index < this.count; index++) yield this.rect(index);
  }

  #forEachCell(index: number, visit: (key: number) => void): void {
    const lastX = Math.floor(this.right(index) / CELL);
    const lastY = Math.floor(this.bottom(index) / CELL);
    for (let cx = Math.floor(this.#left[index]! / CELL); cx <= lastX; cx++) {
      for (let cy = Math.floor(this.#top[index]! / CELL); cy <= lastY; cy++) visit(cellKey(cx, cy));
    }
  }

  #enter(index: number): void {
    this.#forEachCell(index, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(index);
      else this.#cells.set(key, [index]);
    });
  }

  #leave(index: number): void {
    this.#forEachCell(index, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.splice(cell.indexOf(index), 1);
    });
  }
}
