// A bounded reader over bytes: every read checks the end, every failure knows its offset.
// Failures leave the decoder as one typed exception that `decode.ts` turns into a Result.

import type { Diagnostic } from "../base/diagnostics.ts";
import { LIMITS, type LimitName } from "../base/limits.ts";

/** What can be wrong with the bytes of a component. */
export type DecodeError = Diagnostic<
  | "not-wasm"
  | "core-module"
  | "unsupported-layer"
  | "unexpected-end"
  | "malformed"
  | "limit-exceeded"
  | "invalid-utf8"
  | "index-out-of-range"
  | "unexpected-sort"
  | "duplicate-extern-name"
  | "missing-instance-export"
>;

/** Carries a DecodeError out of nested decoding; caught at the edge of `core/binary` and `core/wit`. */
export class DecodeFailure extends Error {
  readonly error: DecodeError;
  constructor(error: DecodeError) {
    super(error.kind);
    this.error = error;
  }
}

/** A construct newer than this reader; caught where an item ends so that the file still opens. */
export class UnknownConstruct extends Error {
  readonly construct: string;
  readonly byteOffset: number;
  constructor(construct: string, byteOffset: number) {
    super(construct);
    this.construct = construct;
    this.byteOffset = byteOffset;
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const ASCII_FAST_PATH_BYTES = 64;

export class Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Offset of the next byte from the start of the file. */
  offset: number;

  /** Reads `bytes` (borrowed) from `start` up to and without `end`. */
  constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.offset = start;
    this.end = end;
  }

  get atEnd(): boolean {
    return this.offset >= this.end;
  }

  fail(error: DecodeError): never {
    throw new DecodeFailure(error);
  }

  malformed(what: string, byteOffset: number = this.offset): never {
    return this.fail({ kind: "malformed", what, byteOffset });
  }

  limit(limit: LimitName, found: number, byteOffset: number): void {
    if (found > LIMITS[limit]) {
      this.fail({ kind: "limit-exceeded", limit, bound: LIMITS[limit], found, byteOffset });
    }
  }

  peek(): number {
    const byte = this.offset < this.end ? this.bytes[this.offset] : undefined;
    return byte ?? this.fail({ kind: "unexpected-end", byteOffset: this.offset });
  }

  u8(): number {
    const byte = this.peek();
    this.offset += 1;
    return byte;
  }

  /** An unsigned LEB128 of at most 32 bits. */
  u32(): number {
    const start = this.offset;
    const first = this.peek();
    if (first < 0x80) {
      this.offset += 1;
      return first;
    }
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      if (shift === 28 && byte > 0x0f) this.malformed("an integer of more than 32 bits", start);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    return this.malformed("an integer of more than 32 bits", start);
  }

  /** A non-negative signed LEB128 of 33 bits, as `valtype` writes its type indices. */
  nonNegativeS33(): number {
    const start = this.offset;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte >= 0x80) continue;
      if (byte & 0x40 || value > 0xffff_ffff) this.malformed("a type index", start);
      return value;
    }
    return this.malformed("a type index", start);
  }

  /** An unsigned LEB128 of at most 64 bits. */
  u64(): bigint {
    const start = this.offset;
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.u8();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte >= 0x80) continue;
      return value < 1n << 64n ? value : this.malformed("an integer of more than 64 bits", start);
    }
    return this.malformed("an integer of more than 64 bits", start);
  }

  /** Skips one LEB128 of any width. */
  skipLeb(): void {
    while (this.u8() >= 0x80);
  }

  /** A length-prefixed UTF-8 name; copied. */
  name(): string {
    const start = this.offset;
    const byteLength = this.u32();
    this.limit("nameBytes", byteLength, start);
    const from = this.offset;
    const to = from + byteLength;
    if (to > this.end) this.fail({ kind: "unexpected-end", byteOffset: this.end });
    this.offset = to;
    if (byteLength <= ASCII_FAST_PATH_BYTES) {
      const text = this.#ascii(from, to);
      if (text !== null) return text;
    }
    try {
      return UTF8.decode(this.bytes.subarray(from, to));
    } catch {
      return this.fail({ kind: "invalid-utf8", byteOffset: from });
    }
  }

  /** Null where there is more than ASCII. Decoders cost more to call than a short name takes. */
  #ascii(from: number, to: number): string | null {
    const { bytes } = this;
    let text = "";
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte >= 0x80) return null;
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** `vec(<T>)`: a bounded count, then that many items. */
  vec<T>(limit: LimitName, read: () => T): T[] {
    const start = this.offset;
    const count = this.u32();
    this.limit(limit, count, start);
    // Every item takes at least one byte: a count beyond that is a lie that must not reserve memory.
    if (count > this.end - this.offset) this.fail({ kind: "unexpected-end", byteOffset: this.end });
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(read());
    return items;
  }

  /** `<T>?` */
  optional<T>(read: () => T): T | null {
    const flag = this.u8();
    if (flag === 0) return null;
    return flag === 1 ? read() : this.malformed("an optional item", this.offset - 1);
  }

  /** The next `byteLength` bytes as a cursor of their own; this one moves past them. */
  slice(byteLength: number): Cursor {
    const start = this.offset;
    if (start + byteLength > this.end) this.fail({ kind: "unexpected-end", byteOffset: this.end });
    this.offset = start + byteLength;
    return new Cursor(this.bytes, start, start + byteLength);
  }
}
