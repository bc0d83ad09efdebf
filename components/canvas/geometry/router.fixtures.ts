// Graphs for tests of geometry: drawn by hand as boxes on a grid, or generated from a seed; and pictures of the courses.
// One character is 12 graph units wide and one line 12 high.

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
  const ends: WireEnds[] = [];
  for (let tries = 0; ends.length < wires && tries < wires * 20; tries++) {
    const from = Math.floor(random() * nodes);
    const nearby = from + (1 + Math.floor(random() * 2)) * rows + Math.floor(random() * 7) - 3;
    const to = random() < 0.05 ? Math.floor(random() * nodes) : nearby;
    const source = boxes[from];
    const target = boxes[to];
    const into = Math.floor(random() * 6);
    const out = Math.floor(random() * 4);
    if (!source || !target || to === from || taken.has(`${to}.${into}`)) continue;
    taken.add(`${to}.${into}`);
    ends.push({
      wire: ends.length,
      net: from * 4 + out,
      source: { x: source.x + source.width, y: source.y + portY(out) },
      target: { x: target.x, y: target.y + portY(into) },
    });
  }
  return { boxes, wires: ends };
}

export function routed({ boxes, wires }: Sketch): number[][] {
  return routeAll(new Router(new BoxIndex(boxes)), wires);
}

/**
 * The boxes (`#`) and courses as lines of text: `─` `│` for runs, `┼` where two cross, `o` at the provider's end, `>` at
 * the consumer's.
 */
export function picture(boxes: readonly Rect[], lines: readonly Polyline[]): string {
  const cells = new Map<string, string>();
  const put = (x: number, y: number, mark: string) => cells.set(`${Math.round(x / 12)},${Math.round(y / 12)}`, mark);
  const run = (x: number, y: number, mark: string) => {
    const seen = cells.get(`${Math.round(x / 12)},${Math.round(y / 12)}`);
    put(x, y, seen && seen !== mark && "─│┼".includes(seen) ? "┼" : mark);
  };
  for (const line of lines) {
    forEachRun(line, (x0, y0, x1, y1) => {
      for (let x = Math.min(x0, x1) + 6; x < Math.max(x0, x1); x += 12) if (y0 === y1) run(x, y0, "─");
      for (let y = Math.min(y0, y1); y <= Math.max(y0, y1); y += 12) if (x0 === x1) run(x0, y, "│");
    });
  }
  for (const box of boxes) {
    for (let x = box.x; x < box.x + box.width; x += 12) {
      for (let y = box.y; y < box.y + box.height; y += 12) put(x, y, "#");
    }
  }
  for (const line of lines) {
    put(line[0]!, line[1]!, "o");
    put(line.at(-2)! - 12, line.at(-1)!, ">");
  }
  const width = Math.max(...[...cells.keys()].map((key) => Number(key.split(",")[0]))) + 1;
  const height = Math.max(...[...cells.keys()].map((key) => Number(key.split(",")[1]))) + 1;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => cells.get(`${x},${y}`) ?? " ")
      .join("")
      .trimEnd(),
  ).join("\n");
}
