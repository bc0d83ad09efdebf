// Finds each wire's course: level out of the provider's right side, upright in a lane, level into the consumer's left side.
// Wires keep to lanes 12 apart and go around nodes where two more turns suffice; else they run straight through.
// The course depends on the boxes and on what was routed before, nothing else: same order, same picture.

import type { BoxIndex } from "./box-index.ts";
import { Lanes } from "./lanes.ts";
import { WIRE } from "./metrics.ts";
import { closedColumns, closedRows, isClosed, reachLeft, reachRight } from "./obstacles.ts";
import { type Polyline, simplified } from "./polyline.ts";
import type { Point } from "./rect.ts";

export interface WireEnds {
  /** The wire's number, for releasing its lanes. */
  readonly wire: number;
  /** Wires of one provider port: they may share a trunk. */
  readonly net: number;
  readonly source: Point;
  readonly target: Point;
}

/** Lanes are 12 apart; in a crowded channel half, then a quarter of that. */
const PITCHES = [WIRE.lane, WIRE.lane / 2, WIRE.lane / 4] as const;
/** Rows nearer than this look like one. */
const ROW_GAP = 8;
/** How far beyond both ports a way around is looked for. */
const DETOUR = 480;
/** How far from its port a wire may turn into a way around. */
const TURN = 240;
/** How far from its best column a wire goes to share its port's trunk. */
const SHARE = 96;

/** The level runs at a wire's ports that must lie on no other wire. */
interface Legs {
  readonly out: boolean;
  readonly into: boolean;
  readonly any: boolean;
}

const NO_LEGS: Legs = { out: false, into: false, any: false };

export class Router {
  readonly lanes = new Lanes();
  readonly #boxes: BoxIndex;

  constructor(boxes: BoxIndex) {
    this.#boxes = boxes;
  }

  /** The course of a wire; its lanes are taken until `release`. */
  route(ends: WireEnds): number[] {
    const line = simplified(this.plan(ends));
    this.lanes.take(ends.wire, ends.net, line);
    return line;
  }

  /** The course that `route` would choose now; takes nothing. */
  plan(ends: WireEnds): number[] {
    const { source, target } = ends;
    if (target.x - source.x < 2 * WIRE.stub) return this.#goAround(ends) ?? this.#goThrough(ends);
    const ahead = reachRight(this.#boxes, source.x, source.y, target.x);
    if (source.y !== target.y) {
      const turned = this.#turnOnce(ends, ahead);
      if (turned) return turned;
    } else if (ahead === target.x && this.lanes.rowIsFree(source.y, source.x, target.x, ends.net, ROW_GAP)) {
      return [source.x, source.y, target.x, target.y];
    }
    return this.#goAround(ends) ?? this.#goThrough(ends);
  }

  release(ends: Pick<WireEnds, "wire" | "net">, line: Polyline): void {
    this.lanes.release(ends.wire, ends.net, line);
  }

  /** Out, up or down, in; null where nodes leave no such way. */
  #turnOnce(ends: WireEnds, ahead: number): number[] | null {
    const { source, target } = ends;
    const high = Math.min(target.x - WIRE.stub, ahead);
    const low = Math.max(source.x + WIRE.stub, reachLeft(this.#boxes, target.x, target.y, source.x));
    if (low > high) return null;
    const x = this.#column(ends, low, high, source.y, target.y, "high");
    return x === null ? null : [source.x, source.y, x, source.y, x, target.y, target.x, target.y];
  }

  /** Out, up or down, along a free row, up or down, in; null where no row within reach is free. */
  #goAround(ends: WireEnds): number[] | null {
    const { source, target } = ends;
    const boxes = this.#boxes;
    const outLow = source.x + WIRE.stub;
    const outHigh = reachRight(boxes, source.x, source.y, source.x + TURN);
    const inHigh = target.x - WIRE.stub;
    const inLow = reachLeft(boxes, target.x, target.y, target.x - TURN);
    if (outHigh < outLow || inLow > inHigh) return null;

    const rows = this.#freeRows(outLow, inHigh, source.y, target.y);
    for (const row of rows) {
      const y = this.#row(ends, row, rows.limits(row), outLow, inHigh);
      const out = this.#column(ends, outLow, outHigh, source.y, y, "low");
      const into = out === null ? null : this.#column(ends, inLow, inHigh, y, target.y, "high");
      if (out === null || into === null) continue;
      return [source.x, source.y, out, source.y, out, y, into, y, into, target.y, target.x, target.y];
    }
    return null;
  }

  /** Past whatever stands in between; the lanes are still kept. */
  #goThrough(ends: WireEnds): number[] {
    const { source, target } = ends;
    const high = target.x - WIRE.stub;
    if (high - source.x >= WIRE.stub) {
      const x = this.#freeLane(ends, source.x + WIRE.stub, high, source.y, target.y, "high") ?? high;
      return [source.x, source.y, x, source.y, x, target.y, target.x, target.y];
    }
    const y = Math.round((source.y + target.y) / 2 / WIRE.lane) * WIRE.lane;
    const low = source.x + WIRE.stub;
    const out = this.#freeLane(ends, low, low + TURN, source.y, y, "low") ?? low;
    const into = this.#freeLane(ends, high - TURN, high, y, target.y, "high") ?? high;
    return [source.x, source.y, out, source.y, out, y, into, y, into, target.y, target.x, target.y];
  }

  /** A column clear of nodes between `low` and `high`, as near to one end as lanes allow; null where nodes close all. */
  #column(ends: WireEnds, low: number, high: number, y0: number, y1: number, end: "low" | "high"): number | null {
    const closed = closedColumns(this.#boxes, low, high, y0, y1);
    const best = end === "high" ? high : low;
    for (const x of this.lanes.columnsOf(ends.net)) {
      const shared = x >= low && x <= high && Math.abs(x - best) <= SHARE && !isClosed(closed, x);
      if (shared && this.lanes.columnIsFree(x, y0, y1, ends.net, WIRE.lane)) return x;
    }
    const lane = this.#freeLane(ends, low, high, y0, y1, end, closed);
    if (lane !== null) return lane;
    return isClosed(closed, best) ? null : best;
  }

  #freeLane(
    ends: WireEnds,
    low: number,
    high: number,
    y0: number,
    y1: number,
    end: "low" | "high",
    closed: readonly number[] = [],
  ): number | null {
    const legs = this.#freeLegs(ends, low, high, y0, y1);
    for (const minded of legs.any ? [legs, NO_LEGS] : [NO_LEGS]) {
      for (const pitch of PITCHES) {
        const first = end === "high" ? Math.floor(high / pitch) * pitch : Math.ceil(low / pitch) * pitch;
        const step = end === "high" ? -pitch : pitch;
        for (let x = first; x >= low && x <= high; x += step) {
          if (isClosed(closed, x) || !this.lanes.columnIsFree(x, y0, y1, ends.net, pitch)) continue;
          if (minded.out && !this.lanes.rowIsFree(ends.source.y, ends.source.x, x, ends.net, ROW_GAP)) continue;
          if (minded.into && !this.lanes.rowIsFree(ends.target.y, x, ends.target.x, ends.net, ROW_GAP)) continue;
          return x;
        }
      }
    }
    return null;
  }

  /** Which of the level runs at the ports can be kept off other wires at all. */
  #freeLegs({ source, target, net }: WireEnds, low: number, high: number, y0: number, y1: number): Legs {
    const out = y0 === source.y && this.lanes.rowIsFree(source.y, source.x, low, net, ROW_GAP);
    const into = y1 === target.y && this.lanes.rowIsFree(target.y, high, target.x, net, ROW_GAP);
    return { out, into, any: out || into };
  }

  /** The free row nearest to `row` within its gap, for a level run between two columns. */
  #row(ends: WireEnds, row: number, [from, to]: readonly [number, number], x0: number, x1: number): number {
    for (const pitch of PITCHES) {
      const middle = Math.round(row / pitch) * pitch;
      for (let away = 0; away <= DETOUR; away += pitch) {
        for (const y of away === 0 ? [middle] : [middle - away, middle + away]) {
          if (y >= from && y <= to && this.lanes.rowIsFree(y, x0, x1, ends.net, pitch)) return y;
        }
        if (middle - away < from && middle + away > to) break;
      }
    }
    return row;
  }

  /** The gaps between nodes that a level run can use, the shortest way first. */
  #freeRows(x0: number, x1: number, y0: number, y1: number): FreeRows {
    // Any row between two far ports is as short as another: those near the provider do.
    const far = Math.abs(y1 - y0) > 2 * DETOUR;
    const top = (far ? y0 : Math.min(y0, y1)) - DETOUR;
    const bottom = (far ? y0 : Math.max(y0, y1)) + DETOUR;
    return new FreeRows(closedRows(this.#boxes, x0, x1, top, bottom), top, bottom, y0, y1);
  }
}

/** Gaps between closed stretches, each with the row in it that makes the shortest way. */
class FreeRows implements Iterable<number> {
  readonly #gaps = new Map<number, readonly [number, number]>();
  readonly #order: readonly number[];

  constructor(closed: readonly number[], top: number, bottom: number, y0: number, y1: number) {
    const middle = (y0 + y1) / 2;
    const edges = [top, ...closed, bottom];
    for (let i = 0; i < edges.length; i += 2) {
      const from = edges[i]!;
      const to = edges[i + 1]!;
      if (from <= to) this.#gaps.set(Math.min(to, Math.max(from, middle)), [from, to]);
    }
    const length = (row: number) => Math.abs(row - y0) + Math.abs(row - y1);
    this.#order = [...this.#gaps.keys()].toSorted((a, b) => length(a) - length(b));
  }

  limits(row: number): readonly [number, number] {
    return this.#gaps.get(row)!;
  }

  [Symbol.iterator](): Iterator<number> {
    return this.#order[Symbol.iterator]();
  }
}
