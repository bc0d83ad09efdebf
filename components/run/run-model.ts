// What can be called, what a call gave back, and where a run stands.
// Values are WAVE and signatures WIT, as text: no types cross this line.

export interface CallableGroup {
  readonly id: string;
  /** `gateway`; the interface stands beside it. */
  readonly instance: string;
  /** `shop:orders/store 1.2.0`, or null for functions of the world itself. */
  readonly interface: string | null;
  readonly callables: readonly Callable[];
}

export interface Callable {
  readonly id: string;
  readonly kind: "function" | "command" | "http";
  /** `open`, `[method]order.confirm` as `order.confirm`. */
  readonly name: string;
  /** In WIT: `func(draft: draft) -> result<order, error>`. */
  readonly signature: string;
  /** Why it can't be called, or null. */
  readonly disabledReason: string | null;
}

/** Each instance by itself, or all as one composed component. */
export type RunMode = "debug" | "release";

export type RunState =
  | { readonly kind: "idle" }
  /** What is being prepared: `Reading 3 of 7 components`. */
  | { readonly kind: "starting"; readonly note: string }
  /** In milliseconds of `performance.now()`. */
  | { readonly kind: "running"; readonly startedAtMs: number }
  /** Instances are up and wait for the next call; what they hold is kept. */
  | { readonly kind: "up" };

/** What a run is marked with in a list. */
export type RunMark = "running" | "up" | "done" | "failed" | "stopped";

/** One of several runs. */
export interface RunRow {
  readonly id: string;
  /** `pipeline #3`. */
  readonly name: string;
  readonly mark: RunMark;
  /** `Exit 0 · 1.2 s · 16:04:11`. */
  readonly detail: string;
}

/** What is told of the run that is looked at. */
export interface RunFacts {
  readonly mark: RunMark;
  /** Where it stands or how it ended: `Running`, `Exit 1`. */
  readonly word: string;
  /** In milliseconds of `performance.now()`. */
  readonly startedAtMs: number;
  /** Null while it lives. */
  readonly durationMs: number | null;
  /** From the press that started it; null before. */
  readonly firstOutputMs: number | null;
  readonly instances: readonly RunInstance[];
}

export interface RunInstance {
  readonly name: string;
  /** Size of its component; null where that is gone. */
  readonly componentBytes: number | null;
  /** Linear memory; null where it has none. */
  readonly memoryBytes: number | null;
}

export interface CallRecord {
  readonly id: string;
  readonly callableId: string;
  /** `store.open`. */
  readonly name: string;
  /** In WAVE, one line. */
  readonly arguments: string;
  readonly outcome: CallOutcome;
  /** Null while it runs. */
  readonly durationMs: number | null;
  /** Time of day. */
  readonly startedAt: string;
}

export type CallOutcome =
  | { readonly kind: "running" }
  /** The result in WAVE; empty for none. */
  | { readonly kind: "returned"; readonly value: string }
  /** It trapped, or was never made: `unreachable in order-store, function quote`. */
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "stopped" };
