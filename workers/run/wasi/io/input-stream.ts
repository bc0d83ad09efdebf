// wasi:io/streams `input-stream` over a ByteSource.

import type { Waited } from "../../wait/waited.ts";
import type { HostContext } from "../host-context.ts";
import { failWith } from "../wasi-error.ts";
import type { ByteSource } from "./byte-streams.ts";
import type { Pollable } from "./pollable.ts";
import { asStreamError, CLOSED } from "./stream-error.ts";

/** Bytes that one read gives at most; a guest that asks for more has to read again. */
const MAX_READ_BYTES = 1024 * 1024;

export class InputStream {
  readonly #context: HostContext;
  readonly #source: ByteSource;
  #closed = false;

  constructor(context: HostContext, source: ByteSource) {
    this.#context = context;
    this.#source = source;
  }

  read(length: bigint): Uint8Array {
    return this.take(length);
  }

  blockingRead(length: bigint): Waited<Uint8Array> {
    return this.whenReady(length, () => this.take(length));
  }

  skip(length: bigint): bigint {
    return BigInt(this.take(length).length);
  }

  blockingSkip(length: bigint): Waited<bigint> {
    return this.whenReady(length, () => this.skip(length));
  }

  subscribe(): Pollable {
    const { thread, classes } = this.#context;
    const source = this.#source;
    return new classes.Pollable(thread, {
      ready: () => this.#closed || source.ready(),
      get deadlineMs() {
        return source.deadlineMs ?? Infinity;
      },
      isTyped: source.isTyped ?? false,
    });
  }

  [Symbol.dispose](): void {
    this.#source.close?.();
  }

  /** What `read` answers, for other parts of the host. */
  take(length: bigint): Uint8Array {
    if (this.#closed) failWith(CLOSED);
    if (length === 0n || !this.#source.ready()) return new Uint8Array();
    const bytes = this.#readSource(Number(length < MAX_READ_BYTES ? length : MAX_READ_BYTES));
    if (bytes !== null) return bytes;
    this.#closed = true;
    return failWith(CLOSED);
  }

  /** What `then` gives, when `take` has something to say about that many bytes. */
  whenReady<T>(length: bigint, then: () => Waited<T>): Waited<T> {
    return length === 0n || this.#closed ? then() : this.#context.thread.wait([this.#source], then);
  }

  #readSource(length: number): Uint8Array | null {
    try {
      return this.#source.read(length);
    } catch (thrown) {
      this.#closed = true;
      throw asStreamError(thrown, this.#context.classes);
    }
  }
}
