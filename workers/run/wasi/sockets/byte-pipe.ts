// One direction of a connection: bytes that one side has written and the other hasn't read.

import { CLOSED } from "../io/stream-error.ts";
import type { ByteSink, ByteSource } from "../io/byte-streams.ts";
import { failWith } from "../wasi-error.ts";

/** Bytes that wait to be read at most. */
const CAPACITY_BYTES = 64 * 1024;

export class BytePipe {
  readonly #chunks: Uint8Array[] = [];
  #bytes = 0;
  #isEnded = false;
  #isAbandoned = false;

  /** The side that reads. */
  readonly source: ByteSource = {
    ready: () => this.#bytes > 0 || this.#isEnded || this.#isAbandoned,
    read: (length) => this.#read(length),
    close: () => this.abandon(),
  };

  /** The side that writes. */
  readonly sink: ByteSink = {
    ready: () => this.#isEnded || this.#isAbandoned || this.#bytes < CAPACITY_BYTES,
    capacity: () => (this.#isEnded || this.#isAbandoned ? failWith(CLOSED) : CAPACITY_BYTES - this.#bytes),
    write: (bytes) => this.#write(bytes),
    close: () => this.end(),
  };

  /** Nothing more will be written; what was can still be read. */
  end(): void {
    this.#isEnded = true;
  }

  /** Nothing more will be read. */
  abandon(): void {
    this.#isAbandoned = true;
    this.#chunks.length = 0;
    this.#bytes = 0;
  }

  #read(length: number): Uint8Array | null {
    const first = this.#chunks[0];
    if (first === undefined) return this.#isEnded || this.#isAbandoned ? null : new Uint8Array();
    const taken = first.subarray(0, length);
    if (taken.length === first.length) this.#chunks.shift();
    else this.#chunks[0] = first.subarray(taken.length);
    this.#bytes -= taken.length;
    return taken;
  }

  #write(bytes: Uint8Array): void {
    if (this.#isEnded || this.#isAbandoned) failWith(CLOSED);
    if (bytes.length === 0) return;
    this.#chunks.push(bytes.slice());
    this.#bytes += bytes.length;
  }
}
