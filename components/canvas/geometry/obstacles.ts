// What stands in a wire's way: how far a level line runs before it meets a node, which columns and rows are closed.
// All answers keep the clearance that wires keep from nodes they don't touch.

import type { BoxIndex } from "./box-index.ts";
import { WIRE } from "./metrics.ts";

/** Closed stretches of one axis as from, to, from, to …, ascending and apart. */
export type Stretches = readonly number[];

/** How far right of `x` a line at `y` may run: `limit`, or what it must keep from the first node before that. */
export function reachRight(boxes: BoxIndex, x: number, y: number, limit: number): number {
  if (limit <= x) return limit;
  const edge = boxes.nextLeftEdge(x, limit, y - WIRE.clearance, y + WIRE.clearance);
  return edge === limit ? limit : edge - WIRE.clearance;
}

/** How far left of `x` a line at `y` may run: `limit`, or what it must keep from the first node before that. */
export function reachLeft(boxes: BoxIndex, x: number, y: number, limit: number): number {
  if (limit >= x) return limit;
  const edge = boxes.nextRightEdge(x, limit, y - WIRE.clearance, y + WIRE.clearance);
  return edge === limit ? limit : edge + WIRE.clearance;
}

/** Which columns between `fromX` and `toX` a vertical run from `fromY` to `toY` can't use. */
export function closedColumns(boxes: BoxIndex, fromX: number, toX: number, fromY: number, toY: number): Stretches {
  const found: number[] = [];
  const keep = WIRE.clearance;
  const top = Math.min(fromY, toY) - keep;
  const bottom = Math.max(fromY, toY) + keep;
  boxes.forEachIn(fromX - keep, top, toX + keep, bottom, (index) => {
    if (boxes.top(index) < bottom && boxes.bottom(index) > top) {
      insert(found, boxes.left(index) - keep, boxes.right(index) + keep);
    }
  });
  return found;
}

/** Which rows between `fromY` and `toY` a level run from `fromX` to `toX` can't use. */
export function closedRows(boxes: BoxIndex, fromX: number, toX: number, fromY: number, toY: number): Stretches {
  const found: number[] = [];
  const keep = WIRE.clearance;
  const left = Math.min(fromX, toX) - keep;
  const right = Math.max(fromX, toX) + keep;
  boxes.forEachIn(left, fromY - keep, right, toY + keep, (index) => {
    if (boxes.left(index) < right && boxes.right(index) > left) {
      insert(found, boxes.top(index) - keep, boxes.bottom(index) + keep);
    }
  });
  return found;
}

/** Whether `at` lies inside a closed stretch; its ends are open. */
export function isClosed(stretches: Stretches, at: number): boolean {
  for (let i = 0; i < stretches.length; i += 2) {
    if (at > stretches[i]! && at < stretches[i + 1]!) return true;
  }
  return false;
}

/** Adds a stretch in place, merged with those that it meets. */
function insert(stretches: number[], from: number, to: number): void {
  let first = 0;
  while (first < stretches.length && stretches[first + 1]! < from) first += 2;
  let end = first;
  let low = from;
  let high = to;
  for (; end < stretches.length && stretches[end]! <= to; end += 2) {
    low = Math.min(low, stretches[end]!);
    high = Math.max(high, stretches[end + 1]!);
  }
  stretches.splice(first, end - first, low, high);
}
