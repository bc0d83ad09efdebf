// The world's rails: where their items stand on the canvas's left or right edge, and how their wires reach the ports.
// Items keep level with the ports they are joined with while there is room; a wire comes in along a free row and meets its
// item's trunk beside the rail.

import type { BoxIndex } from "./box-index.ts";
import type { Lanes } from "./lanes.ts";
import { WIRE } from "./metrics.ts";
import { closedColumns, closedRows, isClosed, reachLeft, reachRight } from "./obstacles.ts";
import { type Polyline, simplified } from "./polyline.ts";
import type { Point } from "./rect.ts";

export type RailSide = "left" | "right";

/** How far above and below its port a free row is looked for. */
const REACH = 480;
/** How far from its port a wire may turn into that row. */
const TURN = 72;
/** Rows nearer than this look like one. */
const ROW_GAP = 8;

/** A port that is joined with a rail item. Links of one item are one net. */
export interface RailLinkEnds {
  readonly wire: number;
  readonly net: number;
  readonly port: Point;
}

/**
 * The course from far outside on the rail's side to a port: the first point lies at `outside`, on the row along which the
 * wire comes in. It goes around nodes and other wires where a free row is within reach, else straight. Takes no lanes.
 */
export function approach(boxes: BoxIndex, lanes: Lanes, side: RailSide, ends: RailLinkEnds, outside: number): number[] {
  const { port, net } = ends;
  const left = side === "left";
  const reach = left ? reachLeft(boxes, port.x, port.y, outside) : reachRight(boxes, port.x, port.y, outside);
  const straight = [outside, port.y, port.x, port.y];
  if (reach === outside && lanes.rowIsFree(port.y, outside, port.x, net, ROW_GAP)) return straight;

  const inwards = left ? -WIRE.lane : WIRE.lane;
  const near = (left ? Math.floor : Math.ceil)((port.x + (left ? -WIRE.stub : WIRE.stub)) / WIRE.lane) * WIRE.lane;
  const rows = closedRows(boxes, Math.min(outside, near), Math.max(outside, near), port.y - REACH, port.y + REACH);
  for (let away = WIRE.lane; away <= REACH; away += WIRE.lane) {
    for (const y of [port.y - away, port.y + away]) {
      if (isClosed(rows, y) || !lanes.rowIsFree(y, outside, near, net, ROW_GAP)) continue;
      for (let x = near; Math.abs(x - near) <= TURN && (left ? x > reach : x < reach); x += inwards) {
        if (!lanes.columnIsFree(x, y, port.y, net, WIRE.lane)) continue;
        if (isClosed(closedColumns(boxes, x, x, y, port.y), x)) continue;
        return simplified([outside, y, x, y, x, port.y, port.x, port.y]);
      }
    }
  }
  return straight;
}

/**
 * The whole course from an item's mark at (`edge`, `itemY`) to its port, by way of a trunk at `trunk`; null where the port
 * lies behind the rail. All in graph units.
 */
export function joinRail(side: RailSide, path: Polyline, edge: number, itemY: number, trunk: number): number[] | null {
  const sign = side === "left" ? 1 : -1;
  const beyond = (x: number) => sign * x > sign * trunk;
  const last = path.length - 2;
  if (!beyond(path[last]!)) return null;
  let first = last;
  while (first > 0 && beyond(path[first - 2]!)) first -= 2;
  const row = first === 0 ? path[1]! : path[first - 1]!;
  return simplified([edge, itemY, trunk, itemY, trunk, row, ...path.slice(first)]);
}

/**
 * Where items stand: as near as possible to the rows they want, in the order of those rows, `pitch` apart, between `top` and
 * `bottom`. Local pixels; when there are too many, they stand closer. Returned in the order given.
 */
export function spreadItems(wanted: readonly number[], pitch: number, top: number, bottom: number): number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const apart = Math.min(pitch, count > 1 ? Math.max(0, bottom - top) / (count - 1) : pitch);
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed = Array.from<number>({ length: count });
  let next = top;
  order.forEach((item) => {
    next = Math.max(next, Math.min(wanted[item]!, bottom));
    placed[item] = next;
    next += apart;
  });
  let limit = bottom;
  for (const item of order.toReversed()) {
    const at = Math.min(placed[item]!, limit);
    placed[item] = at;
    limit = at - apart;
  }
  return placed;
}
