// Wires on a 2D context whose transform is the view, all of one colour together: first level runs, then upright runs over a
// gap in what lies below, so that crossings read as over and under, then corners.

import type { PortColour } from "../canvas-model.ts";
import { WIRE } from "../geometry/metrics.ts";
import type { Polyline } from "../geometry/polyline.ts";
import type { Rect } from "../geometry/rect.ts";
import type { Palette } from "./palette.ts";
import { forEachLevel, forEachUpright, traceCorners, traceLine } from "./trace.ts";

/** A course with the colour of its interface. */
export interface Strand {
  readonly line: Polyline;
  readonly colour: PortColour;
}

const COLOURS: readonly PortColour[] = ["slate", "azure", "jade", "moss", "orchid", "violet"];
/** Below this zoom corners are under two pixels. */
const ROUND_FROM = 0.2;
/** Below this zoom a casing is under two pixels. */
const CASING_FROM = 0.4;
/** There wires are a texture, and the boxes matter. */
const FAR_ALPHA = 0.55;
/** The thinnest stroke in CSS pixels. */
const THINNEST = 0.8;

/** A stroke width in graph units that is never too thin to see. */
function strokeWidth(width: number, zoom: number): number {
  return Math.max(width, THINNEST / zoom);
}

/** Draws strands at rest, as far as they show in `visible` (graph units). */
export function drawStrands(
  context: CanvasRenderingContext2D,
  strands: readonly Strand[],
  visible: Rect,
  zoom: number,
  palette: Palette,
): void {
  const groups = COLOURS.map((colour) => strands.filter((strand) => strand.colour === colour));
  context.lineWidth = strokeWidth(WIRE.width, zoom);
  context.lineCap = "butt";
  if (zoom < CASING_FROM) {
    context.globalAlpha = zoom < ROUND_FROM ? FAR_ALPHA : 1;
    strokeGroups(context, groups, palette, (line) => traceLine(context, line, zoom >= ROUND_FROM));
    context.globalAlpha = 1;
    return;
  }
  // Rectangles and short curves: long paths cost many times as much where the page has no graphics processor.
  const runs = new Runs(visible, context.lineWidth);
  fillGroups(context, groups, palette, (line) => runs.levels(context, line));
  for (const { line } of strands) runs.casings(context, line);
  fillGroups(context, groups, palette, (line) => runs.uprights(context, line));
  strokeGroups(context, groups, palette, (line) => traceCorners(context, line));
}

/** The straight runs of courses as rectangles, cut at the edge of what shows. */
class Runs {
  readonly #left: number;
  readonly #top: number;
  readonly #right: number;
  readonly #bottom: number;
  readonly #width: number;

  constructor({ x, y, width, height }: Rect, strokeWidthNow: number) {
    this.#left = x;
    this.#top = y;
    this.#right = x + width;
    this.#bottom = y + height;
    this.#width = strokeWidthNow;
  }

  levels(context: CanvasRenderingContext2D, line: Polyline): void {
    forEachLevel(line, (y, x0, x1) => {
      if (y < this.#top || y > this.#bottom) return;
      const from = Math.max(x0, this.#left);
      const length = Math.min(x1, this.#right) - from;
      if (length > 0) context.fillRect(from, y - this.#width / 2, length, this.#width);
    });
  }

  uprights(context: CanvasRenderingContext2D, line: Polyline): void {
    this.#forEachUpright(line, (x, y, length) => context.fillRect(x - this.#width / 2, y, this.#width, length));
  }

  /** Clears what lies under the upright runs. */
  casings(context: CanvasRenderingContext2D, line: Polyline): void {
    this.#forEachUpright(line, (x, y, length) => context.clearRect(x - WIRE.casing / 2, y, WIRE.casing, length));
  }

  #forEachUpright(line: Polyline, visit: (x: number, y: number, length: number) => void): void {
    forEachUpright(line, (x, y0, y1) => {
      if (x < this.#left || x > this.#right) return;
      const from = Math.max(y0, this.#top);
      const length = Math.min(y1, this.#bottom) - from;
      if (length > 0) visit(x, from, length);
    });
  }
}

function fillGroups(
  context: CanvasRenderingContext2D,
  groups: readonly (readonly Strand[])[],
  palette: Palette,
  fill: (line: Polyline) => void,
): void {
  for (const group of groups) {
    const first = group[0];
    if (!first) continue;
    context.fillStyle = palette.ports[first.colour];
    for (const strand of group) fill(strand.line);
  }
}

function strokeGroups(
  context: CanvasRenderingContext2D,
  groups: readonly (readonly Strand[])[],
  palette: Palette,
  trace: (line: Polyline) => void,
): void {
  for (const group of groups) {
    const first = group[0];
    if (!first) continue;
    context.beginPath();
    for (const strand of group) trace(strand.line);
    context.strokeStyle = palette.ports[first.colour];
    context.stroke();
  }
}

/** How a wire that stands out is drawn: over what is at rest. */
export interface Emphasis {
  readonly width: number;
  /** Opacity of the accent halo beneath, or 0. */
  readonly halo: number;
  /** Dash lengths in graph units; empty for a solid stroke. */
  readonly dash: readonly number[];
  /** Instead of the interface's colour. */
  readonly stroke?: string;
}

/** Draws one course that stands out. */
export function drawEmphasised(
  context: CanvasRenderingContext2D,
  strand: Strand,
  emphasis: Emphasis,
  zoom: number,
  palette: Palette,
): void {
  context.lineCap = "round";
  context.lineJoin = "round";
  if (emphasis.halo > 0) {
    context.globalAlpha = emphasis.halo;
    context.lineWidth = strokeWidth(WIRE.halo, zoom / 3);
    context.strokeStyle = palette.accent;
    context.beginPath();
    traceLine(context, strand.line, zoom >= ROUND_FROM);
    context.stroke();
    context.globalAlpha = 1;
  }
  if (emphasis.width === 0) return;
  context.lineWidth = strokeWidth(emphasis.width, zoom);
  context.strokeStyle = emphasis.stroke ?? palette.ports[strand.colour];
  context.setLineDash([...emphasis.dash]);
  context.beginPath();
  traceLine(context, strand.line, zoom >= ROUND_FROM);
  context.stroke();
  context.setLineDash([]);
}
