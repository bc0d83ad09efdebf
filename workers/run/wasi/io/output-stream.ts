// wasi:io/streams `output-stream` over a ByteSink. Writing without a permit from `check-write` traps, as the spec wants.

import { GuestTrap } from "../../trap/signals.ts";
import type { Waited } from "../../wait/waited.ts";
import type { HostContext } from "../host-context.ts";
import { failWith } from "../wasi-error.ts";
import type { ByteSink } from "./byte-streams.ts";
import type { InputStream } from "./input-stream.ts";
import type { Pollable } from "./pollable.ts";
import { asStreamError, CLOSED } from "./stream-error.ts";

/** What the spec bounds one blocking write to. */
const MAX_BLOCKING_WRITE_BYTES = 4096;

/** Bytes of one permit at most. */
const MAX_PERMIT_BYTES = 1024 * 1024;

export class OutputStream {
  readonly #context: HostContext;
  readonly #sink: ByteSink;
  #closed = false;
  #permitBytes = 0;

  constructor(context: HostContext, sink: ByteSink) {
    this.#context = context;
    this.#sink = sink;
  }

  checkWrite(): bigint {
    return BigInt(this.#permit());
  }

  write(contents: Uint8Array): void {
    this.#usePermit(contents.length);
    this.#writeSink(contents);
  }

  blockingWriteAndFlush(contents: Uint8Array): Waited<void> {
    return this.#blockingWrite(contents);
  }

  flush(): void {
    this.#requireOpen();
  }

  blockingFlush(): void {
    this.#requireOpen();
  }

  subscribe(): Pollable {
    const { thread, classes } = this.#context;
    return new classes.Pollable(thread, { ready: () => this.#closed || this.#sink.ready() });
  }

  writeZeroes(length: bigint): void {
    this.#usePermit(length);
    this.#writeSink(new Uint8Array(Number(length)));
  }

  blockingWriteZeroesAndFlush(length: bigint): Waited<void> {
    if (length > MAX_BLOCKING_WRITE_BYTES) throw tooLong(length);
    return this.#blockingWrite(new Uint8Array(Number(length)));
  }

  splice(source: InputStream, length: bigint): bigint {
    return this.#splice(source, length);
  }

  blockingSplice(source: InputStream, length: bigint): Waited<bigint> {
    return source.whenReady(length, () => this.#whenWritable(() => this.#splice(source, length)));
  }

  [Symbol.dispose](): void {
    this.#sink.close?.();
  }

  /** Sinks take bytes at once, so there is never anything to flush. */
  #requireOpen(): void {
    if (this.#closed) failWith(CLOSED);
  }

  #permit(): number {
    this.#requireOpen();
    this.#permitBytes = Math.min(this.#sink.capacity(), MAX_PERMIT_BYTES);
    return this.#permitBytes;
  }

  #usePermit(length: number | bigint): void {
    this.#requireOpen();
    if (length > this.#permitBytes) {
      throw new GuestTrap(`wrote ${length} bytes to a stream that permitted ${this.#permitBytes}`);
    }
    this.#permitBytes -= Number(length);
  }

  #blockingWrite(contents: Uint8Array): Waited<void> {
    if (contents.length > MAX_BLOCKING_WRITE_BYTES) throw tooLong(contents.length);
    if (contents.length === 0) {
      this.#permitBytes = 0;
      this.#requireOpen();
      return;
    }
    return this.#whenWritable(() => {
      const permit = this.#permit();
      this.#writeSink(contents.subarray(0, permit));
      return this.#blockingWrite(contents.subarray(permit));
    });
  }

  #whenWritable<T>(then: () => Waited<T>): Waited<T> {
    return this.#closed ? then() : this.#context.thread.wait([this.#sink], then);
  }

  #splice(source: InputStream, length: bigint): bigint {
    const permit = BigInt(this.#permit());
    const bytes = source.take(length < permit ? length : permit);
    this.#writeSink(bytes);
    this.#permitBytes -= bytes.length;
    return BigInt(bytes.length);
  }

  #writeSink(bytes: Uint8Array): void {
    try {
      this.#sink.write(bytes);
    } catch (thrown) {
      this.#closed = true;
      throw asStreamError(thrown, this.#context.classes);
    }
  }
}

function tooLong(length: number | bigint): GuestTrap {
  return new GuestTrap(`a blocking write of ${length} bytes; ${MAX_BLOCKING_WRITE_BYTES} are allowed`);
}
