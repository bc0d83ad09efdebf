// Nodes as the canvas itself draws them: boxes with titles below 40 %, and the holes that it leaves in the layer of wires
// where nodes of the page show. The context's transform is the view.

import { NODE } from "../geometry/metrics.ts";
import type { MeasureText } from "../geometry/node-layout.ts";
import type { Rect } from "../geometry/rect.ts";
import { brokenTitle } from "../geometry/shorten.ts";
import type { Palette } from "./palette.ts";
import { fontOf } from "./text-measure.ts";

/** A node as a box. */
export interface DrawnBox {
  readonly rect: Rect;
  readonly title: string;
  readonly look: "idle" | "selected" | "fits" | "dim";
  readonly problem: "error" | "warning" | "refused" | null;
}

/** Titles are written from this zoom on, where a node is over 35 pixels wide. */
const TITLES_FROM = 0.17;
/** Letters in CSS pixels. */
const TITLE_SIZE = 8.5;
/** Lines of a broken title, in letters' sizes. */
const LINE = 1.25;
/** The size at which far titles are measured. */
const MEASURED_SIZE = 20;

/** Clears the layer where nodes are. Square, which is far cheaper than rounded: no wire ends at a corner. */
export function cutNodes(context: CanvasRenderingContext2D, rects: Iterable<Rect>): void {
  for (const rect of rects) context.clearRect(rect.x, rect.y, rect.width, rect.height);
}

export function drawBoxes(
  context: CanvasRenderingContext2D,
  boxes: readonly DrawnBox[],
  zoom: number,
  palette: Palette,
  measure: MeasureText,
): void {
  // Setting a font makes the page lay itself out: not for nothing.
  if (boxes.length === 0) return;
  const radius = zoom < 0.12 ? 0 : NODE.radius;
  const fill = (drawn: readonly DrawnBox[], line: string, width: number) => {
    if (drawn.length === 0) return;
    context.beginPath();
    for (const { rect } of drawn) {
      if (radius === 0) context.rect(rect.x, rect.y, rect.width, rect.height);
      else context.roundRect(rect.x, rect.y, rect.width, rect.height, radius);
    }
    context.fillStyle = palette.surface;
    context.fill();
    context.lineWidth = width / zoom;
    context.strokeStyle = line;
    context.stroke();
  };
  context.globalAlpha = 0.42;
  fill(
    boxes.filter((box) => box.look === "dim"),
    palette.borderStrong,
    1,
  );
  context.globalAlpha = 1;
  fill(
    boxes.filter((box) => box.look === "idle"),
    palette.borderStrong,
    1,
  );
  fill(
    boxes.filter((box) => box.look === "selected" || box.look === "fits"),
    palette.accent,
    2,
  );
  if (zoom >= TITLES_FROM) drawTitles(context, boxes, zoom, palette, measure);
  drawProblems(context, boxes, zoom, palette);
}

/** Titles that fit, broken between segments where a box is high enough; the others are left out. */
function drawTitles(
  context: CanvasRenderingContext2D,
  boxes: readonly DrawnBox[],
  zoom: number,
  palette: Palette,
  measure: MeasureText,
): void {
  const size = TITLE_SIZE / zoom;
  const inset = Math.min(NODE.inset, 4 / zoom);
  const widthOf = (text: string) => (measure(text, "titleFar") * size) / MEASURED_SIZE;
  context.font = fontOf("titleFar", palette).replace(`${MEASURED_SIZE}px`, `${size}px`);
  context.textBaseline = "alphabetic";
  context.fillStyle = palette.text;
  for (const { rect, title, look } of boxes) {
    const rows = Math.max(1, Math.floor((rect.height - inset) / (size * LINE)));
    context.globalAlpha = look === "dim" ? 0.42 : 1;
    brokenTitle(title, rect.width - 2 * inset, rows, widthOf).forEach((text, row) => {
      context.fillText(text, rect.x + inset, rect.y + inset + size * (0.9 + LINE * row));
    });
  }
  context.globalAlpha = 1;
}

/** A disc at the top right corner: red for an error, amber for a warning. */
function drawProblems(
  context: CanvasRenderingContext2D,
  boxes: readonly DrawnBox[],
  zoom: number,
  palette: Palette,
): void {
  for (const { rect, problem } of boxes) {
    if (problem === null) continue;
    context.beginPath();
    context.arc(rect.x + rect.width, rect.y, 4.5 / zoom, 0, 2 * Math.PI);
    context.fillStyle = problem === "warning" ? palette.attention : palette.error;
    context.fill();
    context.lineWidth = 1.5 / zoom;
    context.strokeStyle = palette.canvas;
    context.stroke();
  }
}
