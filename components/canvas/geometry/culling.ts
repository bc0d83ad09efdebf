// Which nodes are worth mounting: those in a window around what is visible, none while the canvas draws boxes.
// The window moves in steps, so that panning asks for other nodes only now and then.

import type { BoxIndex } from "./box-index.ts";
import { ZOOM, detailAt } from "./metrics.ts";
import type { Rect, Size } from "./rect.ts";
import { type View, visibleRect } from "./view.ts";

const STEP = 256;
const MARGIN = 160;

/** The window to mount at a view, in graph units, or null where the canvas draws all nodes itself. */
export function mountWindow(view: View, size: Size): Rect | null {
  if (view.zoom < ZOOM.min || detailAt(view.zoom) === "boxes") return null;
  const seen = visibleRect(view, size);
  const left = Math.floor((seen.x - MARGIN) / STEP) * STEP;
  const top = Math.floor((seen.y - MARGIN) / STEP) * STEP;
  const right = Math.ceil((seen.x + seen.width + MARGIN) / STEP) * STEP;
  const bottom = Math.ceil((seen.y + seen.height + MARGIN) / STEP) * STEP;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The nodes to mount, in node order: those in the window and those that must stay (focused, being moved). */
export function nodesToMount(boxes: BoxIndex, window: Rect | null, kept: Iterable<number>): readonly number[] {
  if (!window) return [];
  const mounted = new Set(boxes.within(window));
  for (const index of kept) mounted.add(index);
  return [...mounted].toSorted((a, b) => a - b);
}
