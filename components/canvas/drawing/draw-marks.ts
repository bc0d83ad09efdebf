// What stands on wires: chevrons that point the way of the call, labels with mark, name and version, and the red mark of a
// wire whose last call failed. The context's transform is the view.

import type { CanvasWire } from "../canvas-model.ts";
import { type Detail, WIRE } from "../geometry/metrics.ts";
import type { MeasureText } from "../geometry/node-layout.ts";
import type { Point } from "../geometry/rect.ts";
import type { WireMarks } from "../geometry/wire-marks.ts";
import type { Palette } from "./palette.ts";
import { fontOf } from "./text-measure.ts";

const PADDING = 6;
const DOT = 6;
const GAP = 4;
const CHEVRON = 4;
const ERROR_RADIUS = 7;

export type Labelled = Pick<CanvasWire, "label" | "version" | "colour" | "shape">;

/** The width of a wire's label in graph units: the wider of the two levels of detail that have labels. */
export function labelWidth(wire: Labelled, measure: MeasureText): number {
  const full = measure(wire.label, "meta") + (wire.version === null ? 0 : GAP + measure(wire.version, "version"));
  return 2 * PADDING + DOT + GAP + Math.max(full, measure(wire.label, "labelFar"));
}

/** The provider's end of an error wire keeps this much room before the label. */
export const ERROR_ROOM = 2 * ERROR_RADIUS + GAP;

export function drawChevron(
  context: CanvasRenderingContext2D,
  chevron: NonNullable<WireMarks["chevron"]>,
  colour: string,
): void {
  const { x, y, dx, dy } = chevron;
  context.beginPath();
  context.moveTo(x - CHEVRON * dx - CHEVRON * dy, y - CHEVRON * dy - CHEVRON * dx);
  context.lineTo(x, y);
  context.lineTo(x - CHEVRON * dx + CHEVRON * dy, y - CHEVRON * dy + CHEVRON * dx);
  context.lineWidth = WIRE.width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.strokeStyle = colour;
  context.stroke();
}

export function drawLabel(
  context: CanvasRenderingContext2D,
  wire: Labelled,
  at: Point,
  detail: Detail,
  palette: Palette,
  measure: MeasureText,
): void {
  const full = detail === "full";
  const role = full ? "meta" : "labelFar";
  const nameWidth = measure(wire.label, role);
  const versionWidth = full && wire.version !== null ? GAP + measure(wire.version, "version") : 0;
  const width = 2 * PADDING + DOT + GAP + nameWidth + versionWidth;

  context.beginPath();
  context.roundRect(at.x, at.y - WIRE.labelHeight / 2, width, WIRE.labelHeight, WIRE.labelHeight / 2);
  context.fillStyle = palette.canvas;
  context.fill();
  fillDot(context, { x: at.x + PADDING + DOT / 2, y: at.y }, wire.shape, palette.ports[wire.colour]);

  const text = at.x + PADDING + DOT + GAP;
  context.textBaseline = "alphabetic";
  context.font = fontOf(role, palette);
  context.fillStyle = palette.textSecond;
  context.fillText(wire.label, text, at.y + (full ? 4 : 5));
  if (versionWidth === 0) return;
  context.font = fontOf("version", palette);
  context.fillStyle = palette.textMuted;
  context.fillText(wire.version ?? "", text + nameWidth + GAP, at.y + 4);
}

function fillDot(context: CanvasRenderingContext2D, at: Point, shape: Labelled["shape"], colour: string): void {
  context.beginPath();
  if (shape === "circle") context.arc(at.x, at.y, DOT / 2, 0, 2 * Math.PI);
  else {
    const reach = DOT / 2 + 0.8;
    context.moveTo(at.x, at.y - reach);
    context.lineTo(at.x + reach, at.y);
    context.lineTo(at.x, at.y + reach);
    context.lineTo(at.x - reach, at.y);
    context.closePath();
  }
  context.fillStyle = colour;
  context.fill();
}

/** A red disc with a cross, 14 across at every zoom: a failed call is never too small to see. */
export function drawErrorMark(context: CanvasRenderingContext2D, port: Point, zoom: number, palette: Palette): void {
  const scale = Math.max(1, 0.8 / zoom);
  const at = { x: port.x + WIRE.labelGap + ERROR_RADIUS - 4, y: port.y };
  context.beginPath();
  context.arc(at.x, at.y, (ERROR_RADIUS + 2) * scale, 0, 2 * Math.PI);
  context.fillStyle = palette.canvas;
  context.fill();
  context.beginPath();
  context.arc(at.x, at.y, ERROR_RADIUS * scale, 0, 2 * Math.PI);
  context.fillStyle = palette.error;
  context.fill();
  const arm = 2.5 * scale;
  context.beginPath();
  context.moveTo(at.x - arm, at.y - arm);
  context.lineTo(at.x + arm, at.y + arm);
  context.moveTo(at.x + arm, at.y - arm);
  context.lineTo(at.x - arm, at.y + arm);
  context.lineWidth = 1.75 * scale;
  context.lineCap = "round";
  context.strokeStyle = palette.onError;
  context.stroke();
}
