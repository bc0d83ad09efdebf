// How a document's compositions are run: what a person chooses once, kept with the document.

import type { RunMode } from "../../components/run/run-model.ts";
import type { Determinism } from "../../workers/run/control/determinism.ts";
import { DEFAULT_LIMITS, type RunLimits } from "../../workers/run/control/limits.ts";

export interface RunOptions {
  /** Each instance by itself, or all as the one component that the export would write. */
  readonly mode: RunMode;
  /** What runs is started again when what it runs has changed. */
  readonly restartOnChange: boolean;
  readonly limits: RunLimits;
  /** Null for the world's clocks and randomness. */
  readonly determinism: Determinism | null;
}

export const DEFAULT_RUN_OPTIONS: RunOptions = {
  mode: "debug",
  restartOnChange: false,
  limits: DEFAULT_LIMITS,
  determinism: null,
};

/** Options as they were kept: those that there were none of then are as they are at first. */
export function runOptionsFrom(saved: Partial<RunOptions>): RunOptions {
  return { ...DEFAULT_RUN_OPTIONS, ...saved, limits: { ...DEFAULT_LIMITS, ...saved.limits } };
}
