// Who calls whom across components, as the wires see it. JavaScript's own stack doesn't know instances of one component
// apart, and is cut off; this one isn't. The first failure keeps the stack that it happened on.

/** A function of a component, or of the host where `instance` is null. */
export interface ComponentCall {
  readonly instance: string | null;
  /** `shop:orders/store@1.2.0`, or null for a function of the world. */
  readonly interface: string | null;
  /** As WIT writes it: `[method]order.confirm`. */
  readonly function: string;
}

export interface Failure {
  readonly error: unknown;
  /** The caller first; the last is where it happened. */
  readonly calls: readonly ComponentCall[];
}

export class CallStack {
  readonly #calls: ComponentCall[] = [];
  #failure: Failure | null = null;

  /** What ended the run, if anything did. */
  get failure(): Failure | null {
    return this.#failure;
  }

  enter(call: ComponentCall): void {
    this.#calls.push(call);
  }

  leave(): void {
    this.#calls.pop();
  }

  /** Notes what was thrown through a wire, unless it is the err of a result. True if it ends the run. */
  notice(thrown: unknown): boolean {
    if (isAnswer(thrown)) return false;
    this.#failure ??= { error: thrown, calls: this.#calls.slice() };
    return true;
  }
}

/** Generated code throws the err of a result as an error with a payload, and takes anything else that isn't an Error. */
function isAnswer(thrown: unknown): boolean {
  return !(thrown instanceof Error) || Object.hasOwn(thrown, "payload");
}
