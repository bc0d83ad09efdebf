// The time of a run: the world's, or one of its own, in which nobody waits for real.

import type { Determinism } from "./determinism.ts";

export interface RunClock {
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  /** The same for a guest that looks at it, which may move it. */
  readMs(): number;
  /** Nanoseconds since 1970, for a guest. */
  readWallNs(): bigint;
  /** Lets the time pass until then, in milliseconds of `nowMs`. False where that takes real time. */
  skipTo(deadlineMs: number): boolean;
}

const NS_PER_MS = 1_000_000;

export function clockOf(determinism: Determinism | null): RunClock {
  return determinism === null ? WORLD_CLOCK : new SteppedClock(determinism);
}

const WORLD_CLOCK: RunClock = {
  nowMs: () => performance.now(),
  readMs: () => performance.now(),
  readWallNs: () => BigInt(Date.now()) * BigInt(NS_PER_MS),
  skipTo: () => false,
};

/** Both clocks show the same time; a guest's look at either moves it on by a step. */
class SteppedClock implements RunClock {
  readonly #startMs: number;
  readonly #stepMs: number;
  #elapsedMs = 0;

  constructor({ startMs, stepMs }: Determinism) {
    this.#startMs = startMs;
    this.#stepMs = stepMs;
  }

  nowMs(): number {
    return this.#elapsedMs;
  }

  readMs(): number {
    const shown = this.#elapsedMs;
    this.#elapsedMs += this.#stepMs;
    return shown;
  }

  readWallNs(): bigint {
    const readMs = this.#startMs + this.readMs();
    return BigInt(Math.trunc(readMs)) * BigInt(NS_PER_MS) + BigInt(Math.round((readMs % 1) * NS_PER_MS));
  }

  skipTo(deadlineMs: number): boolean {
    if (!Number.isFinite(deadlineMs)) return false;
    this.#elapsedMs = Math.max(this.#elapsedMs, deadlineMs);
    return true;
  }
}
