// Whether the run goes on, asked at every wire. In an isolated page the words are shared with the page, which stops a
// run by writing one. Elsewhere they are the worker's own: it writes them when it is told by a message, if it takes any.

import { CONTROL_STATE, CONTROL_WORD } from "./control-buffer.ts";
import type { LimitName } from "./limits.ts";
import { StopSignal } from "../trap/signals.ts";

/** Wires between two looks at what costs more than a flag. */
const CALLS_PER_LOOK = 1024;

export class RunControl {
  readonly #words: Int32Array;
  readonly #look: () => LimitName | null;
  readonly #isCancelled: () => boolean;
  #callsUntilLook = CALLS_PER_LOOK;
  #callsLeft: number;
  #isOver = false;

  /**
   * @param words shared with the page or not
   * @param look called now and then; returns the limit that the run is over, if any
   * @param calls that may pass a wire, or null for no bound
   * @param isCancelled true once nobody wants what is done here any more
   */
  constructor(
    words: Int32Array,
    look: () => LimitName | null,
    calls: number | null = null,
    isCancelled: () => boolean = () => false,
  ) {
    this.#words = words;
    this.#look = look;
    this.#callsLeft = calls ?? Infinity;
    this.#isCancelled = isCancelled;
  }

  /** Counts a call over a wire, and checks. */
  enterCall(): void {
    if (this.#callsLeft <= 0) throw new StopSignal("calls");
    this.#callsLeft -= 1;
    this.check();
  }

  /** Throws a StopSignal when the run is to end. */
  check(): void {
    checkState(this.#words);
    if (this.#isOver || this.#isCancelled()) throw new StopSignal(null);
    this.#callsUntilLook -= 1;
    if (this.#callsUntilLook > 0) return;
    this.#callsUntilLook = CALLS_PER_LOOK;
    const limit = this.#look();
    if (limit !== null) throw new StopSignal(limit);
  }

  /** Nothing passes a wire from now on, even if a guest swallows what was thrown. */
  end(): void {
    this.#isOver = true;
  }
}

/** Throws a StopSignal when the words say that the run is to end. */
export function checkState(words: Int32Array): void {
  const state = Atomics.load(words, CONTROL_WORD.state);
  if (state !== CONTROL_STATE.running) throw new StopSignal(state === CONTROL_STATE.outOfTime ? "time" : null);
}
