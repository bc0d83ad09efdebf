// What the host throws through a component to end it. None of these is an answer that a guest may catch:
// a core module can swallow exceptions, so whoever throws one also marks the run as over.

import type { LimitName } from "../control/limits.ts";

/** The guest called `wasi:cli/exit`. */
export class ExitSignal extends Error {
  /** 0 to 255. */
  readonly code: number;

  constructor(code: number) {
    super(`exit with code ${code}`);
    this.code = code;
  }
}

/** Somebody outside stopped the run, or it went over a limit. */
export class StopSignal extends Error {
  /** The limit, or null for a person. */
  readonly limit: LimitName | null;

  constructor(limit: LimitName | null) {
    super(limit === null ? "stopped" : `over the limit of ${limit}`);
    this.limit = limit;
  }
}

/** A trap that WASI or the component model asks of the host, as for polling nothing. */
export class GuestTrap extends Error {}

/** A call of a function that nothing provides. */
export class MissingImportSignal extends Error {}
