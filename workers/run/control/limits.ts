// Bounds on one run. Each has a name that the report of a run which went over it tells.

export type LimitName = "memory" | "output" | "time";

export interface RunLimits {
  /** Bytes of all linear memories together; one memory can't grow beyond it. */
  readonly memoryBytes: number;
  /** Bytes that all instances together may write to their standard streams. */
  readonly outputBytes: number;
  /** Milliseconds that starting all instances may take, and each call after it; null for no bound. */
  readonly callMs: number | null;
}

export const DEFAULT_LIMITS: RunLimits = {
  memoryBytes: 1024 * 1024 * 1024,
  outputBytes: 64 * 1024 * 1024,
  callMs: null,
};
