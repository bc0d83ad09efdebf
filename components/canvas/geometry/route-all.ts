// Routes a whole graph in the order that crosses least: straight wires, then those that rise, lowest port first, then those
// that fall, highest port first. A wire takes the free lane nearest to its consumer, so neighbours nest instead of crossing.

import type { Router, WireEnds } from "./router.ts";

/** The wires in the order in which they get their lanes. */
export function routingOrder(wires: readonly WireEnds[]): readonly WireEnds[] {
  const keyed = wires.map((ends) => ({ ends, rank: rankOf(ends) }));
  keyed.sort((a, b) => a.rank - b.rank || keyWithin(a.ends, a.rank) - keyWithin(b.ends, b.rank) || tie(a.ends, b.ends));
  return keyed.map(({ ends }) => ends);
}

/** Every wire's course by its number; numbers that aren't given stay empty. */
export function routeAll(router: Router, wires: readonly WireEnds[]): number[][] {
  const lines: number[][] = [];
  for (const ends of routingOrder(wires)) lines[ends.wire] = router.route(ends);
  return lines;
}

function rankOf({ source, target }: WireEnds): 0 | 1 | 2 | 3 {
  if (target.x <= source.x) return 3;
  if (source.y === target.y) return 0;
  return target.y < source.y ? 1 : 2;
}

function keyWithin({ source, target }: WireEnds, rank: number): number {
  if (rank === 1) return -target.y;
  if (rank === 2) return target.y;
  return Math.abs(target.x - source.x);
}

function tie(a: WireEnds, b: WireEnds): number {
  return Math.abs(a.target.y - a.source.y) - Math.abs(b.target.y - b.source.y) || a.wire - b.wire;
}
