// The wire that is being drawn, as the live layer shows it: dashed from the port that holds to the pointer or to the port it
// is over, red and broken where that doesn't fit, with a halo along the way that the wire would take.

import type { PortEnd } from "../canvas-model.ts";
import { type Emphasis, type Strand } from "../drawing/draw-wires.ts";
import type { Lanes } from "../geometry/lanes.ts";
import { PORT, WIRE } from "../geometry/metrics.ts";
import type { Polyline } from "../geometry/polyline.ts";
import type { Point } from "../geometry/rect.ts";
import { toGraph } from "../geometry/view.ts";
import { netOfPort } from "../scene/courses.ts";
import { placeOf, portPoint } from "../scene/scene.ts";
import type { Stage } from "./stage.ts";
import { Wiring } from "./wiring.ts";

interface Emphasised {
  readonly strand: Strand;
  readonly emphasis: Emphasis;
}

const DASH = [6, 4] as const;
const PREVIEW: Emphasis = { width: 0, halo: 0.14, dash: [] };
const DRAGGED: Emphasis = { width: WIRE.widthDragged, halo: 0, dash: DASH };
/** What a loose end keeps from its port before it turns. */
const TURN = 24;
/** A net of its own. */
const LOOSE_NET = Number.MIN_SAFE_INTEGER;

export function drawnStrands(stage: Stage): readonly Emphasised[] {
  const wiring = stage.gesture;
  const drawn = stage.drawn.get();
  if (!drawn || !(wiring instanceof Wiring)) return [];
  const place = placeOf(stage.scene, drawn.end);
  if (!place) return [];
  const port = stage.scene.nodes[place.node]!.node[place.side === "import" ? "imports" : "exports"][place.row]!;
  const strand = (line: Polyline): Strand => ({ line, colour: port.colour });

  const preview = wiring.preview;
  const way = preview ? coursesBetween(stage, drawn.end, preview) : null;
  const halo = way ? [{ strand: strand(way), emphasis: PREVIEW }] : [];
  const { target } = drawn;
  if (target?.kind === "port") {
    const line = coursesBetween(stage, drawn.end, target.end);
    if (!line) return halo;
    const dragged = target.verdict.fits ? DRAGGED : { ...DRAGGED, stroke: stage.palette.error };
    return [...halo, { strand: strand(clearOfMarks(line)), emphasis: dragged }];
  }
  const free = toGraph(stage.view, wiring.loose(target));
  const line = looseLine(stage.courses.router.lanes, portPoint(stage.scene, place), free, drawn.end.side === "import");
  return [...halo, { strand: strand(line), emphasis: DRAGGED }];
}

/** The course that a wire between two ports would get. */
function coursesBetween(stage: Stage, a: PortEnd, b: PortEnd): Polyline | null {
  const source = placeOf(stage.scene, a.side === "export" ? a : b);
  const target = placeOf(stage.scene, a.side === "export" ? b : a);
  if (!source || !target) return null;
  return stage.courses.router.plan({
    wire: -1,
    net: netOfPort(source),
    source: portPoint(stage.scene, source),
    target: portPoint(stage.scene, target),
  });
}

/** From a port to the pointer: level, upright, level in a free lane; around by two more turns where it leads back. */
function looseLine(lanes: Lanes, port: Point, free: Point, fromImport: boolean): Polyline {
  const out = fromImport ? -1 : 1;
  const start = port.x + out * (PORT.mark + 2);
  if ((free.x - port.x) * out >= 2 * WIRE.stub) {
    const x = looseLane(lanes, port, free, out);
    return [start, port.y, x, port.y, x, free.y, free.x, free.y];
  }
  const near = port.x + out * TURN;
  const far = free.x - out * TURN;
  const y = (port.y + free.y) / 2;
  return [start, port.y, near, port.y, near, y, far, y, far, free.y, free.x, free.y];
}

/** The free lane nearest to the port that holds, as far as the pointer. */
function looseLane(lanes: Lanes, port: Point, free: Point, out: 1 | -1): number {
  const first = Math.floor(port.x / WIRE.lane + out) * WIRE.lane;
  for (let x = first; (free.x - x) * out >= WIRE.stub; x += out * WIRE.lane) {
    if (lanes.columnIsFree(x, port.y, free.y, LOOSE_NET, WIRE.lane)) return x;
  }
  return first;
}

/** Hollow marks stay hollow: the stroke begins and ends beside them. */
function clearOfMarks(line: Polyline): Polyline {
  const points = [...line];
  const gap = PORT.mark + 2;
  points[0]! += gap;
  points[points.length - 2]! -= gap;
  return points;
}
