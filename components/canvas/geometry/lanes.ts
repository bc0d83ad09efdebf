// Which stretches of which columns and rows are taken by wires, so that none lies on another. Wires of one port are one
// net and may share a trunk. Columns and rows are kept apart; a run is released with its wire.

import { WIRE } from "./metrics.ts";
import { type Polyline, forEachRun } from "./polyline.ts";

interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly net: number;
  readonly wire: number;
}

/** What two runs of one lane keep between their ends: room for both corners. */
const END_GAP = 8;
const BUCKET = WIRE.lane;

/** Runs along one axis, by where they lie across it. */
class Tracks {
  readonly #buckets = new Map<number, Run[]>();

  /** Whether a run of `net` may lie at `at`: no other net's run within `gap` overlaps it. */
  isFree(at: number, from: number, to: number, net: number, gap: number): boolean {
    const last = Math.floor((at + gap) / BUCKET);
    for (let bucket = Math.floor((at - gap) / BUCKET); bucket <= last; bucket++) {
      for (const run of this.#buckets.get(bucket) ?? []) {
        if (run.net === net || Math.abs(run.at - at) >= gap) continue;
        if (from - END_GAP < run.to && to + END_GAP > run.from) return false;
      }
    }
    return true;
  }

  add(run: Run): void {
    const key = Math.floor(run.at / BUCKET);
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.push(run);
    else this.#buckets.set(key, [run]);
  }

  remove(wire: number, at: number): void {
    const bucket = this.#buckets.get(Math.floor(at / BUCKET));
    if (!bucket) return;
    for (let i = bucket.length - 1; i >= 0; i--) {
      if (bucket[i]!.wire === wire && bucket[i]!.at === at) bucket.splice(i, 1);
    }
  }

  /** The nearest run beyond `low` and before `high` that passes across `along`, or null. */
  firstAcross(low: number, high: number, along: number): number | null {
    let first = Infinity;
    const last = Math.floor(high / BUCKET);
    for (let bucket = Math.floor(low / BUCKET); bucket <= last && first === Infinity; bucket++) {
      for (const run of this.#buckets.get(bucket) ?? []) {
        const inside = run.at > low && run.at < high && run.from < along && run.to > along;
        if (inside) first = Math.min(first, run.at);
      }
    }
    return first === Infinity ? null : first;
  }
}

export class Lanes {
  readonly #columns = new Tracks();
  readonly #rows = new Tracks();
  readonly #columnsOfNet = new Map<number, number[]>();

  /** Whether an upright run at `x` would keep `gap` from every other net's. */
  columnIsFree(x: number, y0: number, y1: number, net: number, gap: number): boolean {
    return this.#columns.isFree(x, Math.min(y0, y1), Math.max(y0, y1), net, gap);
  }

  /** Whether a level run at `y` would keep `gap` from every other net's. */
  rowIsFree(y: number, x0: number, x1: number, net: number, gap: number): boolean {
    return this.#rows.isFree(y, Math.min(x0, x1), Math.max(x0, x1), net, gap);
  }

  /** The columns that wires of `net` use already. */
  columnsOf(net: number): readonly number[] {
    return this.#columnsOfNet.get(net) ?? [];
  }

  /** The first upright run right of `x0` and left of `x1` that crosses the row `y`, or null. */
  firstColumnAcross(x0: number, x1: number, y: number): number | null {
    return this.#columns.firstAcross(x0, x1, y);
  }

  take(wire: number, net: number, line: Polyline): void {
    forEachRun(line, (x0, y0, x1, y1) => {
      if (x0 === x1) {
        this.#columns.add({ at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1), net, wire });
        const columns = this.#columnsOfNet.get(net);
        if (columns) columns.push(x0);
        else this.#columnsOfNet.set(net, [x0]);
      } else {
        this.#rows.add({ at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1), net, wire });
      }
    });
  }

  /** Gives back what `take` took for the same wire and course. */
  release(wire: number, net: number, line: Polyline): void {
    forEachRun(line, (x0, y0, x1) => {
      if (x0 === x1) {
        this.#columns.remove(wire, x0);
        const columns = this.#columnsOfNet.get(net);
        if (columns) columns.splice(columns.indexOf(x0), 1);
      } else {
        this.#rows.remove(wire, y0);
      }
    });
  }
}
