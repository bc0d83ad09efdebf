// The two canvas layers above the nodes. The lower one holds what is at rest; it is painted when the view or the scene
// changes. The upper one holds what stands out or moves. Nodes that move need holes in the lower layer: what was under the
// last ones comes back from a copy, so that a drag strokes nothing that rests.

import type { Rect, Size } from "../geometry/rect.ts";
import { toLocal } from "../geometry/view.ts";
import { paintLive, paintRest } from "./paint.ts";
import type { Stage } from "./stage.ts";

type Context = CanvasRenderingContext2D;

export class Layers {
  readonly #rest: Context;
  readonly #live: Context;
  /** The layer at rest without holes for what moves; blank unless something does. */
  readonly #whole: Context;
  /** Device pixels. */
  #holes: readonly Rect[] = [];
  #liveIsBlank = true;

  constructor(rest: HTMLCanvasElement, live: HTMLCanvasElement) {
    this.#rest = rest.getContext("2d")!;
    this.#live = live.getContext("2d")!;
    this.#whole = document.createElement("canvas").getContext("2d")!;
  }

  /** Fits both layers to `size` in CSS pixels at the screen's resolution. */
  resize({ width, height }: Size): void {
    for (const { canvas } of [this.#rest, this.#live]) {
      canvas.width = Math.round(width * devicePixelRatio);
      canvas.height = Math.round(height * devicePixelRatio);
    }
  }

  paintRest(stage: Stage): void {
    clear(this.#rest);
    toView(this.#rest, stage);
    paintRest(this.#rest, stage);
    this.#holes = [];
    if (stage.moving.size === 0) return;
    this.#keep();
    this.moveHoles(stage);
  }

  /** Closes the holes of the last frame and opens those of this one. */
  moveHoles(stage: Stage): void {
    const context = this.#rest;
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const { x, y, width, height } of this.#holes) {
      context.clearRect(x, y, width, height);
      context.drawImage(this.#whole.canvas, x, y, width, height, x, y, width, height);
    }
    this.#holes = [...stage.moving]
      .filter((node) => stage.isOnPage(node))
      .flatMap((node) => onScreen(stage, stage.scene.boxes.rect(node), context));
    for (const { x, y, width, height } of this.#holes) context.clearRect(x, y, width, height);
  }

  paintLive(stage: Stage): void {
    if (!this.#liveIsBlank) clear(this.#live);
    toView(this.#live, stage);
    this.#liveIsBlank = !paintLive(this.#live, stage);
  }

  #keep(): void {
    const { canvas } = this.#rest;
    const copy = this.#whole;
    if (copy.canvas.width !== canvas.width) copy.canvas.width = canvas.width;
    if (copy.canvas.height !== canvas.height) copy.canvas.height = canvas.height;
    copy.clearRect(0, 0, canvas.width, canvas.height);
    copy.drawImage(canvas, 0, 0);
  }
}

function clear(context: Context): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
}

function toView(context: Context, { view }: Stage): void {
  const scale = devicePixelRatio;
  context.setTransform(view.zoom * scale, 0, 0, view.zoom * scale, view.x * scale, view.y * scale);
}

/** The whole device pixels that a rectangle of the graph covers; nothing where it is out of sight. */
function onScreen({ view }: Stage, rect: Rect, { canvas }: Context): readonly Rect[] {
  const corner = toLocal(view, rect);
  const far = toLocal(view, { x: rect.x + rect.width, y: rect.y + rect.height });
  const x = Math.max(0, Math.round(corner.x * devicePixelRatio));
  const y = Math.max(0, Math.round(corner.y * devicePixelRatio));
  const width = Math.min(canvas.width, Math.round(far.x * devicePixelRatio)) - x;
  const height = Math.min(canvas.height, Math.round(far.y * devicePixelRatio)) - y;
  return width > 0 && height > 0 ? [{ x, y, width, height }] : [];
}
