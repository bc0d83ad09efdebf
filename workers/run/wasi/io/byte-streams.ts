// The two ends that WASI's streams are put on: where bytes come from and where they go.
// A source or sink that fails throws a StreamFailure once; the stream over it is closed from then on.

import type { ReadySource } from "./pollable.ts";
import type { FailureCodes } from "./io-error.ts";

/** Ready means that `read` has something to say: bytes, or the end. */
export interface ByteSource extends ReadySource {
  /** Up to `length` bytes, which belong to the caller; none when nothing is there now; null at the end. */
  read(length: number): Uint8Array | null;
  /** Nobody will read any more. */
  close?(): void;
}

/** Ready means that `capacity` isn't 0. */
export interface ByteSink extends ReadySource {
  /** How many bytes it takes now without blocking. */
  capacity(): number;
  /** Takes all of `bytes`, which are borrowed. */
  write(bytes: Uint8Array): void;
  /** Nobody will write any more. */
  close?(): void;
}

export class StreamFailure extends Error {
  readonly codes: FailureCodes;

  constructor(message: string, codes: FailureCodes = {}) {
    super(message);
    this.codes = codes;
  }
}

/** `bytes`, which are borrowed, and then the end. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  let position = 0;
  return {
    ready: () => true,
    read(length) {
      if (position === bytes.length) return null;
      const chunk = bytes.slice(position, position + length);
      position += chunk.length;
      return chunk;
    },
  };
}
