// The page's end of the output ring: empties it often enough to look live and seldom enough to leave time to draw.

import type { ControlLayout } from "../control/control-buffer.ts";
import { drainOutput } from "./output-ring.ts";
import type { RunEvent } from "../session/run-events.ts";

const INTERVAL_MS = 16;
/** A run that waits for room may have it sooner. */
const FULL_INTERVAL_MS = 4;

export class OutputReader {
  readonly #layout: ControlLayout;
  readonly #instances: readonly string[];
  readonly #listener: (events: readonly RunEvent[]) => void;
  #lastMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param instances names by the numbers that stand in the ring */
  constructor(layout: ControlLayout, instances: readonly string[], listener: (events: readonly RunEvent[]) => void) {
    this.#layout = layout;
    this.#instances = instances;
    this.#listener = listener;
  }

  /** Something is in the ring. @param full the run waits until it is read */
  available(full: boolean): void {
    const waitMs = this.#lastMs + (full ? FULL_INTERVAL_MS : INTERVAL_MS) - performance.now();
    if (waitMs <= 0) this.drain();
    else if (full || this.#timer === undefined) this.#drainIn(waitMs);
  }

  /** Hands over everything that is in the ring now, or what was written up to a position. */
  drain(upTo?: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastMs = performance.now();
    const { chunks, more } = drainOutput(this.#layout, this.#instances, upTo);
    if (chunks.length > 0) this.#listener(chunks.map((chunk) => ({ kind: "output", ...chunk })));
    if (more) this.#drainIn(INTERVAL_MS);
  }

  #drainIn(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.drain(), waitMs);
  }
}
