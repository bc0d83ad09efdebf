// Graphs for tests of geometry: boxes with wires between their rows, or generated ones from a seed; and pictures of courses.
// In a picture one character is 12 graph units wide and one line 12 high.

import { BoxIndex } from "./box-index.ts";
import { nodeHeight, portY, snap } from "./metrics.ts";
import { type Polyline, forEachRun } from "./polyline.ts";
import type { Rect } from "./rect.ts";
import { routeAll } from "./route-all.ts";
import { Router, type WireEnds } from "./router.ts";

/** Numbers between 0 and 1, the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Sketch {
  readonly boxes: readonly Rect[];
  readonly wires: readonly WireEnds[];
}

/** Nodes by name at [x, y], 96 wide with two rows, and wires as `a.0 -> b.1`: row of an export to row of an import. */
export function sketch(nodes: Readonly<Record<string, readonly [number, number]>>, ...wires: string[]): Sketch {
  const names = Object.keys(nodes);
  const boxes = Object.values(nodes).map(([x, y]) => ({ x, y, width: 96, height: nodeHeight(2) }));
  const rowOf = (end: string) => {
    const [name = "", row = "0"] = end.split(".");
    return { index: names.indexOf(name), row: Number(row) };
  };
  return {
    boxes,
    wires: wires.map((text, wire) => {
      const [from = "", to = ""] = text.split(" -> ");
      const [out, into] = [rowOf(from), rowOf(to)];
      return ends(wire, boxes, out.index, out.row, into.index, into.row);
    }),
  };
}

function ends(wire: number, boxes: readonly Rect[], from: number, out: number, to: number, into: number): WireEnds {
  const source = boxes.at(from)!;
  const target = boxes.at(to)!;
  return {
    wire,
    net: from * 8 + out,
    source: { x: source.x + source.width, y: source.y + portY(out) },
    target: { x: target.x, y: target.y + portY(into) },
  };
}

/** Columns of nodes `pitch` apart, with wires to one of the next two columns, rarely anywhere. */
export function sketchFrom(seed: number, nodes: number, wires: number, pitch: { x: number; y: number }): Sketch {
  const random = randomFrom(seed);
  const rows = Math.ceil(Math.sqrt(nodes * 0.62));
  const boxes = Array.from({ length: nodes }, (_, i) => ({
    x: snap(Math.floor(i / rows) * pitch.x + random() * 32),
    y: snap((i % rows) * pitch.y + random() * 32),
    width: 220,
    height: nodeHeight(6),
  }));
  const taken = new Set<string>();
  const found: WireEnds[] = [];
  for (let tries = 0; found.length < wires && tries < wires * 20; tries++) {
    const from = Math.floor(random() * nodes);
    const nearby = from + (1 + Math.floor(random() * 2)) * rows + Math.floor(random() * 7) - 3;
    const to = random() < 0.05 ? Math.floor(random() * nodes) : nearby;
    const into = Math.floor(random() * 6);
    const out = Math.floor(random() * 4);
    if (!boxes[from] || !boxes[to] || to === from || taken.has(`${to}.${into}`)) continue;
    taken.add(`${to}.${into}`);
    found.push(ends(found.length, boxes, from, out, to, into));
  }
  return { boxes, wires: found };
}

export function routed({ boxes, wires }: Sketch): number[][] {
  return routeAll(new Router(new BoxIndex(boxes)), wires);
}

/** A level or upright run with the wire and the net that it belongs to. */
export interface RunOf {
  readonly wire: number;
  readonly net: number;
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export function runsOf({ wires }: Sketch, lines: readonly Polyline[]): RunOf[] {
  return wires.flatMap(({ wire, net }) => {
    const runs: RunOf[] = [];
    forEachRun(lines.at(wire)!, (x0, y0, x1, y1) => {
      const upright = x0 === x1;
      const [a, b] = upright ? [y0, y1] : [x0, x1];
      runs.push({ wire, net, upright, at: upright ? x0 : y0, from: Math.min(a, b), to: Math.max(a, b) });
    });
    return runs;
  });
}

const LEFT = 1;
const RIGHT = 2;
const UP = 4;
const DOWN = 8;
/** By the directions in which a cell is left. */
const MARKS = " ╴╶─╵┘└┴╷┐┌┬│┤├┼";

/** The boxes (`#`) and courses as lines of text. */
export function picture(boxes: readonly Rect[], lines: readonly Polyline[]): string {
  const cells: string[][] = [];
  const ways: number[][] = [];
  const cell = (value: number) => Math.round(value / 12);
  const add = (x: number, y: number, way: number) => ((ways[y] ??= [])[x] = (ways[y]?.[x] ?? 0) | way);
  for (const line of lines) {
    forEachRun(line, (x0, y0, x1, y1) => {
      const [left, right] = [cell(Math.min(x0, x1)), cell(Math.max(x0, x1))];
      const [top, bottom] = [cell(Math.min(y0, y1)), cell(Math.max(y0, y1))];
      for (let x = left; x < right; x++) {
        add(x, top, RIGHT);
        add(x + 1, top, LEFT);
      }
      for (let y = top; y < bottom; y++) {
        add(left, y, DOWN);
        add(left, y + 1, UP);
      }
    });
  }
  ways.forEach((row, y) => row.forEach((way, x) => ((cells[y] ??= [])[x] = MARKS[way]!)));
  for (const box of boxes) {
    for (let y = cell(box.y); y < cell(box.y + box.height); y++) {
      for (let x = cell(box.x); x < cell(box.x + box.width); x++) (cells[y] ??= [])[x] = "#";
    }
  }
  return Array.from(cells, (row) => Array.from(row ?? [], (mark) => mark ?? " ").join("")).join("\n");
}
