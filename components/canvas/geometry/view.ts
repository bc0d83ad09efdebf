// The part of the graph that is visible: local = graph × zoom + offset, where local pixels start at the canvas's corner.
// `toGraph` undoes `toLocal`.

import { ZOOM } from "./metrics.ts";
import type { Point, Rect, Size } from "./rect.ts";

/** `x` and `y` are local pixels: where the graph's origin lies. `zoom` is 1 at 100 %. */
export interface View extends Point {
  readonly zoom: number;
}

/** Local pixels that furniture covers on each side. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function toGraph(view: View, local: Point): Point {
  return { x: (local.x - view.x) / view.zoom, y: (local.y - view.y) / view.zoom };
}

export function toLocal(view: View, graph: Point): Point {
  return { x: graph.x * view.zoom + view.x, y: graph.y * view.zoom + view.y };
}

/** The part of the graph that a canvas of `size` shows between `insets`. */
export function visibleRect(view: View, size: Size, insets?: Insets): Rect {
  const corner = toGraph(view, { x: insets?.left ?? 0, y: insets?.top ?? 0 });
  const width = size.width - (insets ? insets.left + insets.right : 0);
  const height = size.height - (insets ? insets.top + insets.bottom : 0);
  return { ...corner, width: Math.max(0, width) / view.zoom, height: Math.max(0, height) / view.zoom };
}

/** The view with another zoom that keeps the graph point under `local` where it is. */
export function zoomAround(view: View, local: Point, zoom: number): View {
  const bounded = Math.min(ZOOM.max, Math.max(ZOOM.min, zoom));
  const still = toGraph(view, local);
  return { x: local.x - still.x * bounded, y: local.y - still.y * bounded, zoom: bounded };
}

/** The view that shows all of `bounds` in the middle between `insets`, at most at 100 %. */
export function fitView(bounds: Rect, size: Size, insets: Insets): View {
  const area = areaOf(size, insets);
  const fitting = Math.min(area.width / Math.max(1, bounds.width), area.height / Math.max(1, bounds.height));
  const zoom = Math.min(1, Math.max(ZOOM.min, fitting));
  return {
    x: area.x + (area.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: area.y + (area.height - bounds.height * zoom) / 2 - bounds.y * zoom,
    zoom,
  };
}

/** The first view of a graph: all of it, unless that were unreadable; then its top left corner at 70 %. */
export function firstView(bounds: Rect | null, size: Size, insets: Insets): View {
  if (!bounds) return { x: insets.left, y: insets.top, zoom: 1 };
  const whole = fitView(bounds, size, insets);
  if (whole.zoom >= ZOOM.readable) return whole;
  const zoom = ZOOM.readable;
  const area = areaOf(size, insets);
  const spareX = Math.max(0, area.width - bounds.width * zoom) / 2;
  const spareY = Math.max(0, area.height - bounds.height * zoom) / 2;
  return { x: area.x + spareX - bounds.x * zoom, y: area.y + spareY - bounds.y * zoom, zoom };
}

/** The nearest view of the same zoom in which `target` is visible; its middle, where it is larger than the area. */
export function revealView(view: View, target: Rect, size: Size, insets: Insets): View {
  const seen = visibleRect(view, size, insets);
  const dx = shiftInto(target.x, target.width, seen.x, seen.width);
  const dy = shiftInto(target.y, target.height, seen.y, seen.height);
  return dx === 0 && dy === 0 ? view : { x: view.x - dx * view.zoom, y: view.y - dy * view.zoom, zoom: view.zoom };
}

/** How far a window [`from`, `from + span`] must go to hold [`at`, `at + length`]. */
function shiftInto(at: number, length: number, from: number, span: number): number {
  if (length > span) return at + length / 2 - (from + span / 2);
  if (at < from) return at - from;
  return Math.max(0, at + length - (from + span));
}

function areaOf(size: Size, insets: Insets): Rect {
  return {
    x: insets.left,
    y: insets.top,
    width: Math.max(1, size.width - insets.left - insets.right),
    height: Math.max(1, size.height - insets.top - insets.bottom),
  };
}
