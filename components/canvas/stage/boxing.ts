// Selecting by a rectangle: every node that it touches. The nodes light up while it grows; the caller is told at the end.

import { type Point, rectBetween } from "../geometry/rect.ts";
import { toGraph } from "../geometry/view.ts";
import { EdgePan } from "./edge-pan.ts";
import type { Gesture } from "./gesture.ts";
import { NOTHING } from "./selecting.ts";
import type { Stage } from "./stage.ts";

export class Boxing implements Gesture {
  readonly #stage: Stage;
  readonly #from: Point;
  readonly #edgePan: EdgePan;
  /** Nodes that stay selected whatever the rectangle touches. */
  readonly #kept: readonly string[];
  #pointer: Point;

  constructor(stage: Stage, local: Point, adds: boolean) {
    this.#stage = stage;
    this.#from = toGraph(stage.view, local);
    this.#edgePan = new EdgePan(stage);
    this.#kept = adds ? stage.inputs.selection.nodes : [];
    this.#pointer = local;
  }

  move(local: Point): void {
    this.#pointer = local;
    this.#stage.wake();
  }

  frame(): void {
    const stage = this.#stage;
    this.#edgePan.step(this.#pointer);
    const rect = rectBetween(this.#from, toGraph(stage.view, this.#pointer));
    stage.boxing.set(rect);
    const touched = stage.scene.boxes.within(rect).map((node) => stage.scene.nodes[node]!.node.id);
    const selected = new Set([...this.#kept, ...touched]);
    const before = stage.selected.get();
    const same = selected.size === before.size && [...selected].every((id) => before.has(id));
    if (same) return;
    stage.selected.set(selected);
    if (stage.detail.get() === "boxes") stage.invalidate("rest");
  }

  viewChanged(): void {
    this.#stage.wake();
  }

  sceneChanged(): void {
    this.#stage.wake();
  }

  finish(local: Point): void {
    this.#pointer = local;
    this.frame();
    this.#stage.boxing.set(null);
    this.#stage.inputs.callbacks.onSelect({ ...NOTHING, nodes: [...this.#stage.selected.get()] });
  }

  cancel(): void {
    this.#stage.boxing.set(null);
    this.#stage.takeSelection();
    this.#stage.invalidate("rest");
  }
}
