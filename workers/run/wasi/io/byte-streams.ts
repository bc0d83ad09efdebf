// The two ends that WASI's streams are put on: where bytes come from and where they go.
// A source or sink that fails throws a StreamFailure once; the stream over it is closed from then on.

import type { ErrorCode } from "../filesystem/error-code.ts";
import type { ReadySource } from "./pollable.ts";

/** Ready means that `read` has something to say: bytes, or the end. */
export interface ByteSource extends ReadySource {
  /** Up to `length` bytes, which belong to the caller; none when nothing is there now; null at the end. */
  read(length: number): Uint8Array | null;
}

/** Ready means that `capacity` isn't 0. */
export interface ByteSink extends ReadySource {
  /** How many bytes it takes now without blocking. */
  capacity(): number;
  /** Takes all of `bytes`, which are borrowed. */
  write(bytes: Uint8Array): void;
}

export class StreamFailure extends Error {
  readonly filesystemCode: ErrorCode | null;

  constructor(message: string, filesystemCode: ErrorCode | null) {
    super(message);
    this.filesystemCode = filesystemCode;
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
