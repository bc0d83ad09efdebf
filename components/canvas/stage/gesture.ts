// What a person does with a pointer or the keyboard from press to release. One gesture is under way at a time.

import type { Point } from "../geometry/rect.ts";

export interface Gesture {
  /** The pointer is at `local` pixels now. */
  move(local: Point): void;
  /** The pointer was let go. */
  finish(local: Point): void;
  /** Escape, or the pointer was lost: nothing changes. */
  cancel(): void;
  /** Once before each paint. */
  frame?(): void;
  /** The view moved beneath the pointer. */
  viewChanged?(): void;
  /** The model changed during the gesture. */
  sceneChanged?(): void;
  /** A node was mounted or placed in `element`; whether the gesture shifts it. */
  nodePlaced?(id: string, element: HTMLElement): boolean;
}

/** How far the pointer may slip, in pixels, before a press becomes a drag. */
const SLIP = 4;

export function hasSlipped(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= SLIP;
}
