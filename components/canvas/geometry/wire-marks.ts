// Where a wire carries its label and its chevron. The label stands 16 right of the provider's port, or beyond the first
// wire that crosses there; once for all wires of a port. The chevron stands in the middle of the longest free level run.

import type { Lanes } from "./lanes.ts";
import { WIRE } from "./metrics.ts";
import { type Polyline, forEachRun } from "./polyline.ts";
import type { Point } from "./rect.ts";

export interface WireMarks {
  /** The left end of the label's middle line. */
  readonly label: Point | null;
  /** Where the chevron's tip is, and which way it points: towards the provider. */
  readonly chevron: (Point & { readonly dx: -1 | 0 | 1; readonly dy: -1 | 0 | 1 }) | null;
}

/** What a label keeps from a wire that crosses its row. */
const LABEL_CLEARANCE = 8;
/** The shortest run that carries a chevron. */
const CHEVRON_ROOM = 28;
/** On an upright run it stands nearer to the consumer, beyond where wires of one port part. */
const UPRIGHT_PLACE = 0.7;

/** The left end of a label of `width`, `gap` or more right of the port on the wire's first run; null without room. */
export function labelSpot(line: Polyline, width: number, gap: number, lanes: Lanes): Point | null {
  const [x0, y0, x1, y1] = line;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y0 !== y1) return null;
  const end = x1 - WIRE.radius;
  let left = x0 + gap;
  while (left + width <= end) {
    const crossing = lanes.firstColumnAcross(left - LABEL_CLEARANCE, left + width + LABEL_CLEARANCE, y0);
    if (crossing === null) return { x: left, y: y0 };
    left = crossing + LABEL_CLEARANCE + 0.5;
  }
  return null;
}

/** The middle of the longest run that the label (from `label` on, `width` wide) leaves free. */
export function chevronSpot(line: Polyline, label: Point | null, width: number): WireMarks["chevron"] {
  let best: WireMarks["chevron"] = null;
  let longest = CHEVRON_ROOM;
  forEachRun(line, (x0, y0, x1, y1) => {
    const level = y0 === y1;
    const labelled =
      level && label !== null && label.y === y0 && label.x >= Math.min(x0, x1) && label.x < Math.max(x0, x1);
    const from = labelled ? label.x + width : x0;
    // A level run is preferred: the chevron reads against the direction of supply.
    const length = level ? Math.abs(x1 - from) : Math.abs(y1 - y0) / 3;
    if (length < longest) return;
    longest = length;
    best = level
      ? { x: (from + x1) / 2, y: y0, dx: x1 > x0 ? -1 : 1, dy: 0 }
      : { x: x0, y: y0 + (y1 - y0) * UPRIGHT_PLACE, dx: 0, dy: y1 > y0 ? -1 : 1 };
  });
  return best;
}
