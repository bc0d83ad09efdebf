// Imports, exports, instances and canonical definitions → records.
// Spec: Binary.md, "Instance", "Canonical", "Import and Export Definitions".

import { type Cursor, UnknownConstruct } from "./cursor.ts";
import { decodeExternDesc, decodeExternName, decodeItemReference, decodeResultList } from "./decode-references.ts";
import type { CanonRecord, ExportRecord, ImportRecord, InstanceRecord } from "./records.ts";

export function decodeImport(cursor: Cursor): ImportRecord {
  return { name: decodeExternName(cursor), desc: decodeExternDesc(cursor) };
}

export function decodeExport(cursor: Cursor): ExportRecord {
  const name = decodeExternName(cursor);
  const reference = decodeItemReference(cursor);
  return { name, ...reference, ascribed: cursor.optional(() => decodeExternDesc(cursor)) };
}

export function decodeInstance(cursor: Cursor): InstanceRecord {
  const byteOffset = cursor.offset;
  switch (cursor.u8()) {
    case 0x00: {
      const component = cursor.u32();
      const args = cursor.vec("instantiationItems", () => {
        const name = cursor.name();
        return { name, ...decodeItemReference(cursor) };
      });
      return { kind: "instantiate", component, arguments: args };
    }
    case 0x01: {
      const exports = cursor.vec("instantiationItems", () => {
        const name = decodeExternName(cursor);
        return { name, ...decodeItemReference(cursor) };
      });
      return { kind: "inline", exports };
    }
    default:
      return cursor.malformed("an instance", byteOffset);
  }
}

/** What follows the opcode of each canonical built-in that defines a core function. */
const CANON_IMMEDIATES: Readonly<Record<number, readonly Immediate[]>> = {
  0x02: ["index"], // resource.new
  0x03: ["index"], // resource.drop
  0x04: ["index"], // resource.rep
  0x05: [], // task.cancel
  0x06: ["flag"], // subtask.cancel
  0x07: ["index"], // resource.drop async
  0x09: ["result", "options"], // task.return
  0x0a: ["flag", "index"], // context.get
  0x0b: ["flag", "index"], // context.set
  0x0c: ["flag"], // thread.yield
  0x0d: [], // subtask.drop
  0x0e: ["index"], // stream.new
  0x0f: ["index", "options"], // stream.read
  0x10: ["index", "options"], // stream.write
  0x11: ["index", "flag"], // stream.cancel-read
  0x12: ["index", "flag"], // stream.cancel-write
  0x13: ["index"], // stream.drop-readable
  0x14: ["index"], // stream.drop-writable
  0x15: ["index"], // future.new
  0x16: ["index", "options"], // future.read
  0x17: ["index", "options"], // future.write
  0x18: ["index", "flag"], // future.cancel-read
  0x19: ["index", "flag"], // future.cancel-write
  0x1a: ["index"], // future.drop-readable
  0x1b: ["index"], // future.drop-writable
  0x1c: ["options"], // error-context.new
  0x1d: ["options"], // error-context.debug-message
  0x1e: [], // error-context.drop
  0x1f: [], // waitable-set.new
  0x20: ["flag", "index"], // waitable-set.wait
  0x21: ["flag", "index"], // waitable-set.poll
  0x22: [], // waitable-set.drop
  0x23: [], // waitable.join
  0x24: [], // backpressure.inc
  0x25: [], // backpressure.dec
  0x26: [], // thread.index
  0x27: ["index", "index"], // thread.new-indirect
  0x28: [], // thread.resume-later
  0x29: ["flag"], // thread.suspend
  0x2a: ["flag"], // thread.suspend-then-resume
  0x2b: ["flag"], // thread.yield-then-resume
  0x2c: ["flag"], // thread.suspend-then-promote
  0x2d: ["flag"], // thread.yield-then-promote
  0x2e: ["index"], // stream.forward
  0x2f: ["index"], // future.forward
  0x40: ["index"], // thread.spawn-ref
  0x41: ["index", "index"], // thread.spawn-indirect
  0x42: [], // thread.available-parallelism
};
type Immediate = "index" | "flag" | "options" | "result";

/** One `canon`. @throws UnknownConstruct when its opcode, and so its length, isn't known. */
export function decodeCanon(cursor: Cursor): CanonRecord {
  const byteOffset = cursor.offset;
  const opcode = cursor.u8();
  if (opcode === 0x00 || opcode === 0x01) {
    if (cursor.u8() !== 0x00) return cursor.malformed("a canonical definition", byteOffset);
    cursor.u32();
    skipCanonOptions(cursor);
    return opcode === 0x00 ? { kind: "lift", type: cursor.u32() } : { kind: "core" };
  }
  const immediates = CANON_IMMEDIATES[opcode];
  if (!immediates) throw new UnknownConstruct(`canonical built-in 0x${opcode.toString(16)}`, byteOffset);
  for (const immediate of immediates) skipImmediate(cursor, immediate);
  return { kind: "core" };
}

function skipImmediate(cursor: Cursor, immediate: Immediate): void {
  if (immediate === "index") cursor.u32();
  else if (immediate === "flag") cursor.u8();
  else if (immediate === "options") skipCanonOptions(cursor);
  else decodeResultList(cursor);
}

/** `canonopt`s that carry an index: memory, realloc, post-return, callback, core type. */
const INDEXED_CANON_OPTIONS: ReadonlySet<number> = new Set([0x03, 0x04, 0x05, 0x07, 0x08]);
const LAST_KNOWN_CANON_OPTION = 0x09;

function skipCanonOptions(cursor: Cursor): void {
  cursor.vec("typeMembers", () => {
    const option = cursor.u8();
    if (INDEXED_CANON_OPTIONS.has(option)) cursor.u32();
    else if (option > LAST_KNOWN_CANON_OPTION) {
      throw new UnknownConstruct(`canonical option 0x${option.toString(16)}`, cursor.offset - 1);
    }
  });
}
