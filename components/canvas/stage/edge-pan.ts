// Pans while something is dragged near the edge of what shows between the rails: faster the nearer.

import type { RailSide } from "../geometry/rail-layout.ts";
import type { Point } from "../geometry/rect.ts";
import type { Stage } from "./stage.ts";

const ZONE = 36;
const FASTEST = 14;

export class EdgePan {
  readonly #stage: Stage;
  #inside = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /**
   * One frame's worth of panning with the pointer at `local` pixels; none before the pointer was once clear of the edge, none
   * towards the rail that is a `goal`.
   */
  step(local: Point, goal: RailSide | null = null): void {
    const { size, railWidth, view } = this.#stage;
    const towards = speed(local.x - railWidth, size.width - 2 * railWidth);
    const x = (towards < 0 && goal === "left") || (towards > 0 && goal === "right") ? 0 : towards;
    const y = speed(local.y, size.height);
    if (x === 0 && y === 0) this.#inside = true;
    else if (this.#inside) this.#stage.moveView({ x: view.x - x, y: view.y - y, zoom: view.zoom });
  }
}

/** Pixels per frame at `at` within a `span`: negative near its beginning, positive near its end. */
function speed(at: number, span: number): number {
  const ramp = (distance: number) => Math.round(FASTEST * Math.min(1, Math.max(0, 1 - distance / ZONE)));
  return ramp(span - at) - ramp(at);
}
