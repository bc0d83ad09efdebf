// Why there is no run.

export interface NotStarted {
  readonly kind: "not-started";
  /** Each a sentence. */
  readonly reasons: readonly string[];
}
