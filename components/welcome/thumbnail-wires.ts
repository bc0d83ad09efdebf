// Wires between placed boxes → paths of straight pieces with round corners. In each gap between two columns every wire
// that climbs or falls has an upright of its own, in an order that crosses the fewest others.

import type { PortColour } from "../canvas/canvas-model.ts";
import {
  type Box,
  FIRST_PORT,
  PORT_STEP,
  type Thumbnail,
  type TinyGraph,
  type TinyWire,
  wireId,
} from "./thumbnail-layout.ts";

export interface WirePath {
  readonly id: string;
  readonly colour: PortColour;
  readonly start: Point;
  readonly end: Point;
  /** An SVG path. */
  readonly d: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One crossing of a gap: level from `from`, upright somewhere between, level to `to`. */
interface Leg {
  readonly wire: string;
  readonly from: Point;
  readonly to: Point;
}

const CORNER = 5;

export function routeWires(graph: TinyGraph, { boxes, lanes }: Thumbnail): readonly WirePath[] {
  const places = [...boxes, ...lanes];
  const routes = graph.wires.map((wire) => ({ wire, points: pointsOf(wire, graph, places) }));
  const legs = routes.flatMap(({ wire, points }) => legsOf(wireId(wire), points));
  return routes.flatMap(({ wire, points }) => {
    const start = points.at(0);
    const end = points.at(-1);
    if (!start || !end) return [];
    const drawn = legsOf(wireId(wire), points).map((leg) => legPath(leg, uprightOf(leg, legs)));
    return [{ id: wireId(wire), colour: wire.colour, start, end, d: `M${start.x} ${start.y}${drawn.join("")}` }];
  });
}

/** Where a wire leaves its provider, both ends of each lane that it passes in, and where it enters. */
function pointsOf(wire: TinyWire, graph: TinyGraph, places: readonly Box[]): readonly Point[] {
  const from = places.find((place) => place.item === wire.from);
  const to = places.find((place) => place.item === wire.to);
  if (!from || !to) return [];
  const lanes = places.filter((place) => place.item === wireId(wire)).toSorted((a, b) => a.column - b.column);
  return [
    { x: from.x + from.width, y: from.y + FIRST_PORT },
    ...lanes.flatMap((lane) => [
      { x: lane.x, y: lane.y + lane.height / 2 },
      { x: lane.x + lane.width, y: lane.y + lane.height / 2 },
    ]),
    { x: to.x, y: to.y + FIRST_PORT + PORT_STEP * entryOf(wire, graph, places) },
  ];
}

/** Which of its target's ports a wire takes: from top to bottom in the order in which wires come in. */
function entryOf(wire: TinyWire, graph: TinyGraph, places: readonly Box[]): number {
  const heightBefore = (other: TinyWire) => {
    const lanes = places.filter((place) => place.item === wireId(other));
    const last = lanes.toSorted((a, b) => b.column - a.column)[0];
    return (last ?? places.find((place) => place.item === other.from))?.y ?? 0;
  };
  const entering = graph.wires.filter((other) => other.to === wire.to);
  return entering.toSorted((a, b) => heightBefore(a) - heightBefore(b)).indexOf(wire);
}

function legsOf(wire: string, points: readonly Point[]): readonly Leg[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from ? [{ wire, from, to }] : [];
  });
}

/** Climbing wires turn first from the top on, falling ones from the bottom on: then neither crosses its neighbours. */
function uprightOf(leg: Leg, legs: readonly Leg[]): number {
  const beside = legs.filter((other) => other.from.x === leg.from.x && other.to.x === leg.to.x && !isLevel(other));
  const climbs = (other: Leg) => other.to.y < other.from.y;
  const order = [
    ...beside.filter(climbs).toSorted((a, b) => a.from.y - b.from.y),
    ...beside.filter((other) => !climbs(other)).toSorted((a, b) => b.from.y - a.from.y),
  ];
  const rank = order.findIndex((other) => other.wire === leg.wire);
  return leg.from.x + ((leg.to.x - leg.from.x) * (rank + 1)) / (order.length + 1);
}

function isLevel(leg: Leg): boolean {
  return leg.from.y === leg.to.y;
}

function legPath(leg: Leg, upright: number): string {
  const { from, to } = leg;
  if (isLevel(leg)) return `H${to.x}`;
  const turn = Math.min(CORNER, Math.abs(to.y - from.y) / 2);
  const way = Math.sign(to.y - from.y) * turn;
  const first = `H${upright - turn}Q${upright} ${from.y} ${upright} ${from.y + way}`;
  return `${first}V${to.y - way}Q${upright} ${to.y} ${upright + turn} ${to.y}H${to.x}`;
}
