// The bytes of a file: a buffer that doubles, so that appending costs its own length and no more.

const MIN_CAPACITY = 256;

export class FileContent {
  #buffer: Uint8Array<ArrayBuffer>;
  #size: number;

  /** @param bytes copied */
  constructor(bytes: Uint8Array) {
    this.#buffer = bytes.slice();
    this.#size = bytes.length;
  }

  get size(): number {
    return this.#size;
  }

  /** A copy of up to `length` bytes from `offset`; none at or behind the end. */
  read(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const start = Math.min(offset, this.#size);
    return this.#buffer.slice(start, Math.min(start + length, this.#size));
  }

  /** Puts `bytes` at `offset`; what lies between the old end and `offset` is zero. */
  write(offset: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.resize(Math.max(this.#size, offset + bytes.length));
    this.#buffer.set(bytes, offset);
  }

  /** Cuts off or adds zeroes. */
  resize(size: number): void {
    if (size > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(size, this.#buffer.length * 2, MIN_CAPACITY));
      grown.set(this.#buffer.subarray(0, this.#size));
      this.#buffer = grown;
    } else if (size < this.#size) {
      this.#buffer.fill(0, size, this.#size);
    }
    this.#size = size;
  }
}
