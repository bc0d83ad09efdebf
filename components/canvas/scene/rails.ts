// The rails of a scene at a view: where items stand and the whole courses of their wires, in graph units.

import type { PortColour } from "../canvas-model.ts";
import { WIRE } from "../geometry/metrics.ts";
import type { Polyline } from "../geometry/polyline.ts";
import { type RailSide, joinRail, spreadItems } from "../geometry/rail-layout.ts";
import type { Size } from "../geometry/rect.ts";
import { type View, toGraph } from "../geometry/view.ts";
import type { Courses } from "./courses.ts";
import { type Scene, itemOf } from "./scene.ts";

/** Local pixels. */
export interface RailPlacement {
  /** The middle of each item, from the canvas's top. */
  readonly items: readonly number[];
  /** The top of the folded note. */
  readonly foldedTop: number;
}

export interface RailStrand {
  /** The link's number among the courses. */
  readonly number: number;
  readonly side: RailSide;
  readonly item: number;
  readonly colour: PortColour;
  readonly error: boolean;
  readonly line: Polyline;
}

const HEADER = 92;
const PITCH = 48;
const PITCH_MARKS = 24;
const FOLDED_HEIGHT = 84;
const FOLDED_GAP = 28;
/** Pixels within which a wire comes in level with its item. */
const LEVEL = 0.75;

/** Where one rail's items stand; `marksOnly` rails have no text and may stand closer. */
export function placeRail(
  scene: Scene,
  courses: Courses,
  side: RailSide,
  view: View,
  size: Size,
  marksOnly: boolean,
): RailPlacement {
  const rail = side === "left" ? scene.model.worldImports : scene.model.worldExports;
  const rows = rail.items.map((): number[] => []);
  scene.links.forEach((link, i) => {
    const row = link.side === side ? courses.line(scene.wires.length + i)?.[1] : undefined;
    if (row !== undefined) rows[link.item]!.push(row);
  });
  const top = marksOnly ? PITCH_MARKS : HEADER;
  const bottom = size.height - PITCH_MARKS - (rail.folded !== null && !marksOnly ? FOLDED_HEIGHT : 0);
  const wanted = rows.map((found) => {
    if (found.length === 0) return bottom;
    found.sort((a, b) => a - b);
    return Math.min(bottom, Math.max(top, found[found.length >> 1]! * view.zoom + view.y));
  });
  const items = spreadItems(wanted, marksOnly ? PITCH_MARKS : PITCH, top, Math.max(top, bottom));
  const lowest = items.length > 0 ? Math.max(...items) + FOLDED_GAP : HEADER - FOLDED_GAP / 2;
  return { items, foldedTop: Math.min(lowest, size.height - FOLDED_HEIGHT) };
}

/** The courses of all wires of the rails that can be seen; `railWidth` in local pixels. */
export function railStrands(
  scene: Scene,
  courses: Courses,
  view: View,
  size: Size,
  railWidth: number,
  placements: Readonly<Record<RailSide, RailPlacement>>,
): readonly RailStrand[] {
  const strands: RailStrand[] = [];
  const lanes = {
    left: trunkLanes(scene, courses, "left", view, placements),
    right: trunkLanes(scene, courses, "right", view, placements),
  };
  scene.links.forEach((link, i) => {
    const number = scene.wires.length + i;
    const path = courses.line(number);
    const y = placements[link.side].items[link.item];
    if (!path || y === undefined) return;
    const inwards = link.side === "left" ? 1 : -1;
    const edgeX = link.side === "left" ? railWidth : size.width - railWidth;
    const edge = toGraph(view, { x: edgeX, y });
    // An item whose wire comes in level needs no trunk.
    const level = Math.abs(path[1]! - edge.y) * view.zoom < LEVEL;
    const trunk = edge.x + (inwards * WIRE.lane * (1 + (lanes[link.side][link.item] ?? 0))) / view.zoom;
    const line = joinRail(link.side, path, edge.x, level ? path[1]! : edge.y, trunk);
    if (!line) return;
    const { colour, state } = itemOf(scene, link);
    strands.push({ number, side: link.side, item: link.item, colour, error: state === "error", line });
  });
  return strands;
}

/** By item, the lane beside the rail for its trunk: trunks that would touch stand in different ones. */
function trunkLanes(
  scene: Scene,
  courses: Courses,
  side: RailSide,
  view: View,
  placements: Readonly<Record<RailSide, RailPlacement>>,
): readonly number[] {
  const spans = placements[side].items.map((y) => ({ top: y, bottom: y }));
  scene.links.forEach((link, i) => {
    const row = link.side === side ? courses.line(scene.wires.length + i)?.[1] : undefined;
    const span = spans[link.item];
    if (row === undefined || !span) return;
    span.top = Math.min(span.top, row * view.zoom + view.y);
    span.bottom = Math.max(span.bottom, row * view.zoom + view.y);
  });
  /** The lowest end in each lane so far. */
  const ends: number[] = [];
  const lanes: number[] = [];
  const order = spans.map((_, item) => item).toSorted((a, b) => spans[a]!.top - spans[b]!.top);
  for (const item of order) {
    const { top, bottom } = spans[item]!;
    if (bottom - top < LEVEL) continue;
    const free = ends.findIndex((end) => end + WIRE.lane < top);
    lanes[item] = free < 0 ? ends.length : free;
    ends[lanes[item]] = bottom;
  }
  return lanes;
}
