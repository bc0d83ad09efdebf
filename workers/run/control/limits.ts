// Bounds on one run. Each has a name that the report of a run which went over it tells.

export type LimitName = "memory" | "output" | "time" | "calls";

export interface RunLimits {
  /** Bytes of all linear memories together; one memory can't grow beyond it. */
  readonly memoryBytes: number;
  /** Bytes that all instances together may write to their standard streams. */
  readonly outputBytes: number;
  /** Milliseconds that starting all instances may take, and each call after it; null for no bound. */
  readonly callMs: number | null;
  /** Calls between instances, those of a person among them; null for no bound. */
  readonly calls: number | null;
}

export const DEFAULT_LIMITS: RunLimits = {
  memoryBytes: 1024 * 1024 * 1024,
  outputBytes: 64 * 1024 * 1024,
  callMs: null,
  calls: null,
};
