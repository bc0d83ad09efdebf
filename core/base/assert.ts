// For bugs of ours, never for bad input: bad input is a Diagnostic.

/** Stops with `message` when `condition` is false. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${message}`);
}

/** The end of an exhaustive `switch`; the type checker proves it is never reached. */
export function unreachable(value: never): never {
  throw new Error(`Bug: unexpected ${JSON.stringify(value)}`);
}
