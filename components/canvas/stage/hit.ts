// What is under a point: a port's target before its node, a node before a wire, a wire before the empty canvas.

import { PORT, NODE, portY } from "../geometry/metrics.ts";
import { distanceTo } from "../geometry/polyline.ts";
import type { Point } from "../geometry/rect.ts";
import type { RailSide } from "../geometry/rail-layout.ts";
import { toGraph } from "../geometry/view.ts";
import type { Courses } from "../scene/courses.ts";
import { type RailStrand, railStrands } from "../scene/rails.ts";
import { type PortPlace, portPoint } from "../scene/scene.ts";
import type { Stage } from "./stage.ts";

export type Hit =
  | { readonly kind: "port"; readonly place: PortPlace }
  | { readonly kind: "node"; readonly node: number }
  | { readonly kind: "wire"; readonly wire: number }
  | { readonly kind: "link"; readonly side: RailSide; readonly item: number }
  | { readonly kind: "canvas" };

/** Half the width of a wire's target in CSS pixels. */
const WIRE_REACH = 12;

/** What is at `local` pixels. */
export function hitAt(stage: Stage, local: Point): Hit {
  const { view } = stage;
  const point = toGraph(view, local);
  if (stage.detail.get() !== "boxes") {
    const place = portAt(stage, point, PORT.reach / Math.min(1, view.zoom));
    if (place) return { kind: "port", place };
  }
  const node = nodeAt(stage, point);
  if (node >= 0) return { kind: "node", node };
  return wireAt(stage, point) ?? { kind: "canvas" };
}

/** Whether two hits are the same thing. */
export function sameHit(a: Hit, b: Hit): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The node at a point that is drawn last, or -1: selected ones lie above the others. */
export function nodeAt({ scene, selected }: Stage, point: Point): number {
  let topmost = -1;
  let topmostRaised = false;
  scene.boxes.forEachIn(point.x, point.y, point.x, point.y, (node) => {
    const raised = selected.get().has(scene.nodes[node]!.node.id);
    if (raised === topmostRaised ? node < topmost : topmostRaised) return;
    topmost = node;
    topmostRaised = raised;
  });
  return topmost;
}

/** The port whose mark's target holds `point`; `reach` is half its width, its height is the row's. */
function portAt(stage: Stage, point: Point, reach: number): PortPlace | null {
  let found: PortPlace | null = null;
  const { boxes, nodes } = stage.scene;
  boxes.forEachIn(point.x - reach, point.y, point.x + reach, point.y, (node) => {
    if (found && found.node > node) return;
    const row = Math.round((point.y - boxes.top(node) - PORT.firstY) / NODE.row);
    if (row < 0 || Math.abs(point.y - boxes.top(node) - portY(row)) > PORT.reach) return;
    const { imports, exports } = nodes[node]!.node;
    const sides = [
      { side: "import", x: boxes.left(node), count: imports.length },
      { side: "export", x: boxes.right(node), count: exports.length },
    ] as const;
    const near = sides.find(({ x, count }) => Math.abs(point.x - x) <= reach && row < count);
    const place = near && { node, side: near.side, row };
    if (place && !isCovered(stage, place)) found = place;
  });
  return found;
}

/** Whether another node lies over the port's mark. */
function isCovered(stage: Stage, place: PortPlace): boolean {
  return nodeAt(stage, portPoint(stage.scene, place)) !== place.node;
}

/** The wire nearest to `point` within reach at `zoom`, with those that lie on it there. */
export function wiresNear(courses: Courses, point: Point, zoom: number): readonly number[] {
  const near = courses.index.near(point, WIRE_REACH / zoom);
  const away = (wire: number) => distanceTo(courses.line(wire)!, point);
  return near.filter((wire) => away(wire) - away(near[0]!) < 1);
}

/** The nearest wire or rail link within reach. */
function wireAt(stage: Stage, point: Point): Hit | null {
  const reach = WIRE_REACH / stage.view.zoom;
  const wire = wiresNear(stage.courses, point, stage.view.zoom)[0];
  const distance = wire === undefined ? Infinity : distanceTo(stage.courses.line(wire)!, point);
  let nearest: RailStrand | null = null;
  let nearestDistance = Math.min(reach, distance);
  const { scene, courses, view, size, railWidth, placements } = stage;
  for (const strand of railStrands(scene, courses, view, size, railWidth, placements)) {
    const away = distanceTo(strand.line, point);
    if (away < nearestDistance) {
      nearest = strand;
      nearestDistance = away;
    }
  }
  if (nearest) return { kind: "link", side: nearest.side, item: nearest.item };
  return wire === undefined ? null : { kind: "wire", wire };
}
