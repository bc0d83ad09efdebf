// A run that is the same every time: a clock that stands apart from the world's, and randomness from a seed.

/** What a deterministic run starts from. */
export interface Determinism {
  /** What its wall clock shows at the start, in milliseconds since 1970. */
  readonly startMs: number;
  /** How far every look at a clock moves it on, in milliseconds; 0 for one that stands still until somebody waits. */
  readonly stepMs: number;
  /** A whole number below 2^32. */
  readonly seed: number;
}

export const DEFAULT_DETERMINISM: Determinism = { startMs: Date.UTC(2025, 0, 1), stepMs: 1, seed: 1 };
