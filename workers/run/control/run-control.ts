// Whether the run goes on, asked at every wire. In an isolated page the words are shared with the page, which stops a
// run by writing one; elsewhere they are the worker's own, and only `Worker.terminate` stops it from outside.

import { CONTROL_STATE, CONTROL_WORD } from "./control-buffer.ts";
import type { LimitName } from "./limits.ts";
import { StopSignal } from "../trap/signals.ts";

/** Wires between two looks at what costs more than a flag. */
const CALLS_PER_LOOK = 1024;

export class RunControl {
  readonly #words: Int32Array;
  readonly #look: () => LimitName | null;
  #callsUntilLook = CALLS_PER_LOOK;

  /**
   * @param words shared with the page or not
   * @param look called now and then; returns the limit that the run is over, if any
   */
  constructor(words: Int32Array, look: () => LimitName | null) {
    this.#words = words;
    this.#look = look;
  }

  /** Throws a StopSignal when the run is to end. */
  check(): void {
    checkState(this.#words);
    this.#callsUntilLook -= 1;
    if (this.#callsUntilLook > 0) return;
    this.#callsUntilLook = CALLS_PER_LOOK;
    const limit = this.#look();
    if (limit !== null) throw new StopSignal(limit);
  }

  /** Nothing passes a wire from now on, even if a guest swallows what was thrown. */
  end(): void {
    Atomics.compareExchange(this.#words, CONTROL_WORD.state, CONTROL_STATE.running, CONTROL_STATE.over);
  }
}

/** Throws a StopSignal when the words say that the run is to end. */
export function checkState(words: Int32Array): void {
  const state = Atomics.load(words, CONTROL_WORD.state);
  if (state !== CONTROL_STATE.running) throw new StopSignal(state === CONTROL_STATE.outOfTime ? "time" : null);
}
