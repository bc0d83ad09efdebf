// A growable byte buffer with the integer and name encodings of the binary format. Spec: Core "Values", Binary.md.

const UTF8 = new TextEncoder();
const ASCII = /^[ -~]*$/;
const INITIAL_BYTES = 64;

export class Writer {
  #buffer = new Uint8Array(INITIAL_BYTES);
  #length = 0;

  get byteLength(): number {
    return this.#length;
  }

  #reserve(byteLength: number): void {
    const needed = this.#length + byteLength;
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(this.#buffer.length * 2, needed));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }

  u8(value: number): this {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
    return this;
  }

  /** Unsigned LEB128. */
  u32(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return this.u8(rest);
  }

  /** Unsigned LEB128. */
  u64(value: bigint): this {
    let rest = value;
    while (rest >= 0x80n) {
      this.u8(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    return this.u8(Number(rest));
  }

  /** Signed LEB128 of a non-negative value: indices from 64 on need a second byte to keep the sign bit clear. */
  nonNegativeS33(value: number): this {
    let rest = value;
    while (rest >= 0x40) {
      this.u8((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.u8(rest);
  }

  bytes(bytes: ArrayLike<number>): this {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** UTF-8 with its length before it. */
  name(text: string): this {
    if (!ASCII.test(text)) {
      const encoded = UTF8.encode(text);
      return this.u32(encoded.length).bytes(encoded);
    }
    // Names are nearly always ASCII, and an encoder costs more to call than a short one takes.
    this.u32(text.length);
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i++) this.#buffer[this.#length++] = text.charCodeAt(i);
    return this;
  }

  vec<T>(items: readonly T[], write: (item: T) => void): this {
    this.u32(items.length);
    items.forEach(write);
    return this;
  }

  optional<T>(value: T | null, write: (value: T) => void): this {
    if (value === null) return this.u8(0);
    this.u8(1);
    write(value);
    return this;
  }

  /** A view of what was written; valid until the next write. */
  view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }
}
