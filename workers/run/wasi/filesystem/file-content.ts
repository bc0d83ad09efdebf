// The bytes of a file: a buffer that doubles, so that appending costs its own length and no more. It remembers which
// parts were changed, so that whoever keeps a copy needn't take all of it again.

import { failFile } from "./error-code.ts";

const MIN_CAPACITY = 256;
/** Changes are remembered in pieces of this size. */
export const CHANGE_BYTES = 64 * 1024;

/** A part of a file that changed, as it is now. */
export interface ContentPart {
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export class FileContent {
  #buffer: Uint8Array<ArrayBuffer>;
  #size: number;
  /** Numbers of pieces. */
  readonly #changed = new Set<number>();

  /** @param bytes copied */
  constructor(bytes: Uint8Array) {
    this.#buffer = bytes.slice();
    this.#size = bytes.length;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes of memory that it takes: at most twice its size, but for small ones. */
  get capacity(): number {
    return this.#buffer.length;
  }

  /** A copy of up to `length` bytes from `offset`; none at or behind the end. */
  read(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const start = Math.min(offset, this.#size);
    return this.#buffer.slice(start, Math.min(start + length, this.#size));
  }

  /** Puts `bytes` at `offset`; what lies between the old end and `offset` is zero. Fails with `insufficient-space`. */
  write(offset: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.resize(Math.max(this.#size, offset + bytes.length));
    this.#buffer.set(bytes, offset);
    this.#noteChange(offset, offset + bytes.length);
  }

  /** Cuts off or adds zeroes. Fails with `insufficient-space` where there is no memory for it. */
  resize(size: number): void {
    if (size > this.#buffer.length) this.#move(Math.max(size, this.#buffer.length * 2, MIN_CAPACITY), this.#size);
    else if (this.#buffer.length > MIN_CAPACITY && size < this.#buffer.length / 4)
      this.#move(Math.max(size, MIN_CAPACITY), Math.min(size, this.#size));
    else if (size < this.#size) this.#buffer.fill(0, size, this.#size);
    this.#noteChange(Math.min(size, this.#size), Math.max(size, this.#size));
    this.#size = size;
  }

  /** What changed since `forgetChanges`, in order; what was cut off is not among it. */
  changedParts(): ContentPart[] {
    const parts: ContentPart[] = [];
    const pieces = [...this.#changed].toSorted((a, b) => a - b);
    for (let i = 0; i < pieces.length;) {
      const first = pieces[i]!;
      let next = first;
      while (pieces[i] === next) [i, next] = [i + 1, next + 1];
      const bytes = this.read(first * CHANGE_BYTES, (next - first) * CHANGE_BYTES);
      if (bytes.length > 0) parts.push({ offset: first * CHANGE_BYTES, bytes });
    }
    return parts;
  }

  /** Bytes that `changedParts` would give at most. */
  get changedBytes(): number {
    return this.#changed.size * CHANGE_BYTES;
  }

  forgetChanges(): void {
    this.#changed.clear();
  }

  #move(capacity: number, kept: number): void {
    const moved = zeroes(capacity);
    moved.set(this.#buffer.subarray(0, kept));
    this.#buffer = moved;
  }

  #noteChange(start: number, end: number): void {
    for (let piece = Math.floor(start / CHANGE_BYTES); piece * CHANGE_BYTES < end; piece++) this.#changed.add(piece);
  }
}

function zeroes(length: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(length);
  } catch {
    return failFile("insufficient-space");
  }
}
