// The whole graph in 176 × 108 pixels with a frame around what is visible. `miniatureOf` gives the scale; `toGraphPoint`
// undoes it.

import { type Point, type Rect, type Size, boundsOf } from "../geometry/rect.ts";
import type { Palette } from "./palette.ts";

export const MINIMAP: Size = { width: 176, height: 108 };
const PADDING = 10;

/** graph × scale + offset, in the minimap's own pixels. */
export interface Miniature extends Point {
  readonly scale: number;
}

export interface MinimapNode {
  readonly rect: Rect;
  readonly look: "idle" | "selected" | "error";
}

/** The scale at which the nodes and the visible part fit into the minimap. */
export function miniatureOf(nodes: Rect, visible: Rect): Miniature {
  const all = boundsOf([nodes, visible])!;
  const width = MINIMAP.width - 2 * PADDING;
  const height = MINIMAP.height - 2 * PADDING;
  const scale = Math.min(width / Math.max(1, all.width), height / Math.max(1, all.height));
  return {
    scale,
    x: PADDING + (width - all.width * scale) / 2 - all.x * scale,
    y: PADDING + (height - all.height * scale) / 2 - all.y * scale,
  };
}

/** The graph position under a point of the minimap. */
export function toGraphPoint(miniature: Miniature, point: Point): Point {
  return { x: (point.x - miniature.x) / miniature.scale, y: (point.y - miniature.y) / miniature.scale };
}

/** Draws onto a context in CSS pixels. */
export function drawMinimap(
  context: CanvasRenderingContext2D,
  nodes: Iterable<MinimapNode>,
  visible: Rect,
  miniature: Miniature,
  palette: Palette,
): void {
  context.clearRect(0, 0, MINIMAP.width, MINIMAP.height);
  const { scale, x, y } = miniature;
  const paths = { idle: new Path2D(), selected: new Path2D(), error: new Path2D() };
  for (const { rect, look } of nodes) {
    const width = Math.max(1.5, rect.width * scale);
    const height = Math.max(1.5, rect.height * scale);
    const path = paths[look];
    if (width < 8) path.rect(rect.x * scale + x, rect.y * scale + y, width, height);
    else path.roundRect(rect.x * scale + x, rect.y * scale + y, width, height, 2);
  }
  context.fillStyle = palette.borderStrong;
  context.fill(paths.idle);
  context.fillStyle = palette.error;
  context.fill(paths.error);
  context.fillStyle = palette.accent;
  context.fill(paths.selected);
  context.beginPath();
  context.roundRect(visible.x * scale + x, visible.y * scale + y, visible.width * scale, visible.height * scale, 4);
  context.lineWidth = 1;
  context.strokeStyle = palette.textMuted;
  context.stroke();
}
