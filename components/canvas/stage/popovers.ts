// What the canvas's popovers show, and where they stand so that they hide neither their port nor leave the canvas.

import type { MisfitReason, PortDetails, PortEnd } from "../canvas-model.ts";
import type { Point, Size } from "../geometry/rect.ts";

export interface MisfitView {
  readonly reason: MisfitReason;
  /** The port that doesn't fit, in local pixels. */
  readonly anchor: Point;
  /** The wire was let go here: nothing was joined. */
  readonly refused: boolean;
}

export interface HoverCardView {
  readonly end: PortEnd;
  readonly details: PortDetails;
  /** The port, in local pixels. */
  readonly anchor: Point;
}

const GAP = 20;
const EDGE = 8;

/** The top left corner of a popover of `size`: below and right of `anchor`, else on the side that has room. */
export function popoverPlace(anchor: Point, size: Size, canvas: Size): Point {
  const right = anchor.x + GAP;
  const below = anchor.y + GAP;
  const x = right + size.width + EDGE <= canvas.width ? right : anchor.x - GAP - size.width;
  const y = below + size.height + EDGE <= canvas.height ? below : anchor.y - GAP - size.height;
  return {
    x: Math.max(EDGE, Math.min(x, canvas.width - size.width - EDGE)),
    y: Math.max(EDGE, Math.min(y, canvas.height - size.height - EDGE)),
  };
}
