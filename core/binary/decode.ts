// The bytes of one component → its sections as records. Spec: Binary.md, "Component Definitions".
// Nested components and core modules are byte ranges: nothing of them is read or copied here.

import { fail, ok, type Result } from "../base/result.ts";
import { Cursor, type DecodeError, DecodeFailure, UnknownConstruct } from "./cursor.ts";
import { decodeCanon, decodeExport, decodeImport, decodeInstance } from "./decode-items.ts";
import { decodeAlias } from "./decode-references.ts";
import { decodeCoreType, decodeType } from "./decode-types.ts";
import { SECTION } from "./opcodes.ts";
import type { ByteRange, SectionRecord, UnknownRecord } from "./records.ts";

/** Something in the file that this reader doesn't know; the file opens without it. */
export interface UnknownConstructNotice {
  readonly kind: "unknown-construct";
  readonly construct: string;
  readonly byteOffset: number;
}

export interface DecodedComponent {
  readonly sections: readonly SectionRecord[];
  readonly notices: readonly UnknownConstructNotice[];
}

/**
 * The sections of the component in `range`, in file order; `bytes` are borrowed by the records' ranges.
 * @returns any `DecodeError` with its byte offset from the start of `bytes`; never throws on bad input.
 * @see Binary.md "Component Definitions"
 */
export function decodeComponent(
  bytes: Uint8Array,
  range: ByteRange = { start: 0, end: bytes.length },
): Result<DecodedComponent, DecodeError> {
  return catchDecodeFailure(() => decodeComponentOrThrow(bytes, range));
}

/** Runs `decode` and turns its DecodeFailure into a Result. */
export function catchDecodeFailure<T>(decode: () => T): Result<T, DecodeError> {
  try {
    return ok(decode());
  } catch (thrown) {
    if (thrown instanceof DecodeFailure) return fail(thrown.error);
    throw thrown;
  }
}

/** As `decodeComponent`, for callers inside a `catchDecodeFailure` of their own. */
export function decodeComponentOrThrow(bytes: Uint8Array, range: ByteRange): DecodedComponent {
  const cursor = new Cursor(bytes, range.start, range.end);
  cursor.limit("fileBytes", bytes.length, 0);
  decodePreamble(cursor);
  const sections: SectionRecord[] = [];
  const notices: UnknownConstructNotice[] = [];
  while (!cursor.atEnd) {
    const byteOffset = cursor.offset;
    cursor.limit("sectionItems", sections.length + 1, byteOffset);
    const sectionId = cursor.u8();
    const body = cursor.slice(cursor.u32());
    sections.push(decodeSection(sectionId, body, byteOffset, notices));
  }
  return { sections, notices };
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d];

function decodePreamble(cursor: Cursor): void {
  const start = cursor.offset;
  const { bytes } = cursor;
  if (cursor.end - start < 8 || MAGIC.some((byte, i) => bytes[start + i] !== byte)) {
    cursor.fail({ kind: "not-wasm", byteOffset: start });
  }
  const version = bytes[start + 4]! | (bytes[start + 5]! << 8);
  const layer = bytes[start + 6]! | (bytes[start + 7]! << 8);
  if (layer === 0) cursor.fail({ kind: "core-module", byteOffset: start });
  if (layer !== 1 || version !== 0x0d) {
    cursor.fail({ kind: "unsupported-layer", version, layer, byteOffset: start + 4 });
  }
  cursor.offset = start + 8;
}

function decodeSection(
  sectionId: number,
  body: Cursor,
  byteOffset: number,
  notices: UnknownConstructNotice[],
): SectionRecord {
  const range = { start: body.offset, end: body.end };
  switch (sectionId) {
    case SECTION.custom:
      return { kind: "custom", name: body.name(), range: { start: body.offset, end: body.end } };
    case SECTION.coreModule:
      return { kind: "core-module", range };
    case SECTION.component:
      return { kind: "component", range };
    case SECTION.coreType:
      return { kind: "core-type", ...decodeItems(body, notices, () => decodeCoreType(body)) };
    case SECTION.instance:
      return { kind: "instance", ...decodeKnownItems(body, () => decodeInstance(body)) };
    case SECTION.alias:
      return { kind: "alias", ...decodeKnownItems(body, () => decodeAlias(body)) };
    case SECTION.type:
      return { kind: "type", ...decodeItems(body, notices, () => decodeType(body, 0)) };
    case SECTION.canon:
      return { kind: "canon", ...decodeItems(body, notices, () => decodeCanon(body)) };
    case SECTION.import:
      return { kind: "import", ...decodeKnownItems(body, () => decodeImport(body)) };
    case SECTION.export:
      return { kind: "export", ...decodeKnownItems(body, () => decodeExport(body)) };
    default: {
      const known = sectionId === SECTION.coreInstance || sectionId === SECTION.start || sectionId === SECTION.value;
      if (!known) notices.push({ kind: "unknown-construct", construct: `section ${sectionId}`, byteOffset });
      return { kind: "opaque", sectionId, known, byteOffset };
    }
  }
}

const UNKNOWN: UnknownRecord = { kind: "unknown" };

/**
 * The items of a section; after one that isn't known, all that follow are unknown too: items carry no length.
 */
function decodeItems<T>(
  body: Cursor,
  notices: UnknownConstructNotice[],
  decode: () => T,
): { items: (T | UnknownRecord)[]; offsets: number[] } {
  const items: (T | UnknownRecord)[] = [];
  const offsets: number[] = [];
  let skipping = false;
  const count = itemCount(body);
  for (let i = 0; i < count; i++) {
    offsets.push(body.offset);
    if (!skipping) {
      try {
        items.push(decode());
        continue;
      } catch (thrown) {
        if (!(thrown instanceof UnknownConstruct)) throw thrown;
        notices.push({ kind: "unknown-construct", construct: thrown.construct, byteOffset: thrown.byteOffset });
        skipping = true;
      }
    }
    items.push(UNKNOWN);
  }
  if (!skipping) expectEnd(body);
  return { items, offsets };
}

/** The items of a section without which nothing can be said of the component: there, unknown is malformed. */
function decodeKnownItems<T>(body: Cursor, decode: () => T): { items: T[]; offsets: number[] } {
  const items: T[] = [];
  const offsets: number[] = [];
  const count = itemCount(body);
  for (let i = 0; i < count; i++) {
    offsets.push(body.offset);
    try {
      items.push(decode());
    } catch (thrown) {
      if (thrown instanceof UnknownConstruct) body.malformed(thrown.construct, thrown.byteOffset);
      throw thrown;
    }
  }
  expectEnd(body);
  return { items, offsets };
}

function itemCount(body: Cursor): number {
  const start = body.offset;
  const count = body.u32();
  body.limit("sectionItems", count, start);
  if (count > body.end - body.offset) body.fail({ kind: "unexpected-end", byteOffset: body.end });
  return count;
}

function expectEnd(body: Cursor): void {
  if (!body.atEnd) body.malformed("a section with bytes left over", body.offset);
}
