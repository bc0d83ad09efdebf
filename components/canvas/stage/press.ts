// A press that may still become a click or a drag. What it becomes depends on what was pressed: a port draws a wire, a node
// moves, the background with Shift draws a rectangle; the background alone pans, which the view does by itself.

import type { Point } from "../geometry/rect.ts";
import { toGraph } from "../geometry/view.ts";
import { Boxing } from "./boxing.ts";
import { type Gesture, hasSlipped } from "./gesture.ts";
import { type Hit, hitAt, wiresNear } from "./hit.ts";
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
    if (this.#hit.kind === "port") return;
    const adds = addsToSelection(this.#modifiers);
    const thing = selectableOf(scene, adds ? this.#hit : this.#nextOfTrunk());
    if (thing) inputs.callbacks.onSelect(clicked(inputs.selection, thing, adds));
    else if (!adds) inputs.callbacks.onSelect(NOTHING);
  }

  cancel(): void {}

  sceneChanged(): void {
    this.#hit = hitAt(this.#stage, this.#from);
  }

  /** Wires of one port share a trunk: clicking there again selects the next of them. */
  #nextOfTrunk(): Hit {
    const { inputs, scene, courses, view } = this.#stage;
    if (this.#hit.kind !== "wire") return this.#hit;
    const trunk = wiresNear(courses, toGraph(view, this.#from), view.zoom);
    const at = trunk.findIndex((wire) => inputs.selection.wires.includes(scene.wires[wire]!.wire.id));
    return { kind: "wire", wire: trunk[(at + 1) % trunk.length] ?? this.#hit.wire };
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

  /** All selected nodes; a grabbed one that isn't becomes the selection first, or joins it. */
  #nodesToMove(grabbed: number): readonly number[] {
    const { scene, inputs } = this.#stage;
    const thing = { kind: "nodes", name: scene.nodes[grabbed]!.node.id } as const;
    let { selection } = inputs;
    if (!isSelected(selection, thing)) {
      selection = clicked(selection, thing, addsToSelection(this.#modifiers));
      inputs.callbacks.onSelect(selection);
    }
    return selection.nodes.flatMap((id) => scene.nodeIndex.get(id) ?? []);
  }
}
