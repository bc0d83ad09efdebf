// What the pointer passes without pressing: wires and nodes under it come forward; a rest on a port shows its WIT.

import type { Point } from "../geometry/rect.ts";
import { toLocal } from "../geometry/view.ts";
import { type PortPlace, endOf, portPoint } from "../scene/scene.ts";
import { type Hit, hitAt, sameHit } from "./hit.ts";
import type { Stage } from "./stage.ts";

const REST_MS = 300;
const NOTHING: Hit = { kind: "canvas" };

export class Hovering {
  readonly #stage: Stage;
  #restTimer = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The pointer is at `local` pixels, or over nothing of the graph. A card that it rests on stays. */
  move(local: Point | null, target: EventTarget | null): void {
    const stage = this.#stage;
    if (target instanceof Element && target.closest("[data-hover-card]")) return;
    const hit = local ? hitAt(stage, local) : NOTHING;
    if (sameHit(hit, stage.hovered)) return;
    stage.hovered = hit;
    stage.invalidate("live");
    this.#forget();
    if (hit.kind === "port") this.#restTimer = window.setTimeout(() => showPort(stage, hit.place), REST_MS);
  }

  /** A press ends it. */
  stop(): void {
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#restTimer);
    this.#stage.hoverCard.set(null);
  }
}

/** Shows what a port is, if the caller knows. */
export function showPort(stage: Stage, place: PortPlace): void {
  const end = endOf(stage.scene, place);
  const details = stage.inputs.callbacks.portDetails(end);
  if (!details || stage.gesture) return;
  stage.hoverCard.set({ end, details, anchor: toLocal(stage.view, portPoint(stage.scene, place)) });
}
