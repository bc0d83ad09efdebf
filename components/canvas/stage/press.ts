// A press that may still become a click or a drag. What it becomes depends on what was pressed: a port draws a wire, a node
// moves, the background with Shift draws a rectangle; the background alone pans, which the view does by itself.

import type { Point } from "../geometry/rect.ts";
import { Boxing } from "./boxing.ts";
import { type Gesture, hasSlipped } from "./gesture.ts";
import { type Hit, hitAt } from "./hit.ts";
import { Moving } from "./moving.ts";
import { NOTHING, addsToSelection, clicked, isSelected, type Modifiers, selectableOf } from "./selecting.ts";
import type { Stage } from "./stage.ts";
import { Wiring } from "./wiring.ts";

export class Press implements Gesture {
  readonly #stage: Stage;
  #hit: Hit;
  readonly #from: Point;
  readonly #modifiers: Modifiers;

  constructor(stage: Stage, hit: Hit, from: Point, modifiers: Modifiers) {
    this.#stage = stage;
    this.#hit = hit;
    this.#from = from;
    this.#modifiers = modifiers;
  }

  /** Whether the press belongs to the canvas; else the view pans. */
  get isOurs(): boolean {
    return this.#hit.kind !== "canvas" || this.#modifiers.shiftKey;
  }

  move(local: Point): void {
    if (!hasSlipped(this.#from, local)) return;
    const drag = this.#drag();
    this.#stage.gesture = drag;
    drag?.move(local);
  }

  /** It was a click: selects what was clicked, or nothing. */
  finish(): void {
    const { inputs, scene } = this.#stage;
    const adds = addsToSelection(this.#modifiers);
    const thing = selectableOf(scene, this.#hit);
    if (this.#hit.kind === "port") return;
    if (thing) inputs.callbacks.onSelect(clicked(inputs.selection, thing, adds));
    else if (!adds) inputs.callbacks.onSelect(NOTHING);
  }

  cancel(): void {}

  sceneChanged(): void {
    this.#hit = hitAt(this.#stage, this.#from);
  }

  #drag(): Gesture | null {
    const stage = this.#stage;
    switch (this.#hit.kind) {
      case "port":
        return new Wiring(stage, this.#hit.place, this.#from);
      case "node":
        return new Moving(stage, this.#hit.node, this.#nodesToMove(this.#hit.node), this.#from);
      case "canvas":
        if (!this.#modifiers.shiftKey) return null;
        return new Boxing(stage, this.#from, this.#modifiers.ctrlKey || this.#modifiers.metaKey);
      case "wire":
      case "link":
        return null;
      default:
        return this.#hit satisfies never;
    }
  }

  /** All selected nodes when one of them was grabbed; else only that one, which becomes the selection. */
  #nodesToMove(grabbed: number): readonly number[] {
    const { scene, inputs } = this.#stage;
    const thing = { kind: "nodes", name: scene.nodes[grabbed]!.node.id } as const;
    if (isSelected(inputs.selection, thing)) {
      return inputs.selection.nodes.flatMap((id) => scene.nodeIndex.get(id) ?? []);
    }
    inputs.callbacks.onSelect(clicked(inputs.selection, thing, addsToSelection(this.#modifiers)));
    return [grabbed];
  }
}
