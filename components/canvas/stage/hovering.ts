// What the pointer passes without pressing: wires and nodes under it come forward; a rest on a port, of the pointer or of the
// focus, shows its WIT.

import type { Point } from "../geometry/rect.ts";
import { toLocal } from "../geometry/view.ts";
import { type PortPlace, endOf, portPoint } from "../scene/scene.ts";
import { type Hit, hitAt, sameHit } from "./hit.ts";
import type { Stage } from "./stage.ts";

const REST_MS = 300;
/** How long a card stays after its port was left: time to reach it. */
const LINGER_MS = 200;
const NOTHING: Hit = { kind: "canvas" };

export class Hovering {
  readonly #stage: Stage;
  readonly #rest: PortRest;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#rest = new PortRest(stage);
  }

  /** The pointer is at `local` pixels, or over nothing of the graph. A card that it rests on stays. */
  move(local: Point | null, target: EventTarget | null): void {
    const stage = this.#stage;
    if (target instanceof Element && target.closest("[data-hover-card]")) {
      this.#rest.keep();
      return;
    }
    const hit = local ? hitAt(stage, local) : NOTHING;
    if (sameHit(hit, stage.hovered)) return;
    stage.hovered = hit;
    stage.invalidate("live");
    if (hit.kind === "port") this.#rest.begin(hit.place);
    else this.#rest.linger();
  }

  /** A press ends it. */
  stop(): void {
    this.#rest.end();
  }
}

/** The time between reaching a port and seeing what it is. */
export class PortRest {
  readonly #stage: Stage;
  #timer = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  begin(place: PortPlace): void {
    this.end();
    this.#timer = window.setTimeout(() => this.#show(place), REST_MS);
  }

  keep(): void {
    clearTimeout(this.#timer);
  }

  linger(): void {
    clearTimeout(this.#timer);
    if (this.#stage.hoverCard.get()) this.#timer = window.setTimeout(() => this.end(), LINGER_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#stage.hoverCard.set(null);
  }

  #show(place: PortPlace): void {
    const stage = this.#stage;
    const end = endOf(stage.scene, place);
    const details = stage.inputs.callbacks.portDetails(end);
    if (!details || stage.gesture) return;
    stage.hoverCard.set({ end, details, anchor: toLocal(stage.view, portPoint(stage.scene, place)) });
  }
}
