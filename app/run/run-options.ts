// How a document's compositions are run: what a person chooses once, kept with the document.

export interface RunOptions {
  /** What runs is started again when what it runs has changed. */
  readonly restartOnChange: boolean;
}

export const DEFAULT_RUN_OPTIONS: RunOptions = { restartOnChange: false };

/** Options as they were kept: those that there were none of then are as they are at first. */
export function runOptionsFrom(saved: Partial<RunOptions>): RunOptions {
  return { ...DEFAULT_RUN_OPTIONS, ...saved };
}
