// How the host gives a guest the `err` of a result: generated code takes `payload` of whatever is thrown.

/** Not an Error: guests cause these by the thousand, and a stack trace costs microseconds. */
export class WasiError<Payload> {
  readonly payload: Payload;

  constructor(payload: Payload) {
    this.payload = payload;
  }
}

/** Throws `payload` as the err of the result of the function that the guest called. */
export function failWith(payload: unknown): never {
  throw new WasiError(payload);
}
