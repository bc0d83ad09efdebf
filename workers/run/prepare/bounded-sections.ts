// The sections of a core module that say how much it may take, with bounds, and what must be known for it.
// Spec: Core "Limits", "Import Section", "Table Section", "Memory Section", "Export Section".

import type { Cursor } from "../../../core/binary/cursor.ts";
import { Writer } from "../../../core/binary/writer.ts";

const HAS_MAXIMUM = 1;
const IS_64_BIT = 4;
const HAS_PAGE_SIZE = 8;
const PAGE_BYTES = 65_536;
const ADDRESSABLE_BYTES = 2 ** 32;

/** `0x40 0x00` in the place of a table's type: an expression follows it. */
const TABLE_WITH_INITIALIZER = 0x40;
/** A reference type in two parts, of which the second is the heap type. */
const REFERENCE_TO: ReadonlySet<number> = new Set([0x63, 0x64]);

const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

/** More entries than any table of a compiler's output has. */
const MAX_TABLE_ENTRIES = 1_000_000;

/** How many memories the import section in `body` has. */
export function importedMemories(body: Cursor): number {
  let memories = 0;
  for (let left = body.u32(); left > 0; left--) {
    body.name();
    body.name();
    const kind = body.u8();
    if (kind === KIND.memory) memories += 1;
    skipImport(body, kind);
  }
  return memories;
}

function skipImport(body: Cursor, kind: number): void {
  switch (kind) {
    case KIND.function:
      body.skipLeb();
      return;
    case KIND.table:
      skipReferenceType(body);
      skipLimits(body);
      return;
    case KIND.memory:
      skipLimits(body);
      return;
    case KIND.global:
      skipReferenceType(body);
      body.u8();
      return;
    case KIND.tag:
      body.u8();
      body.skipLeb();
      return;
    default:
      body.malformed("an import of an unknown kind", body.offset - 1);
  }
}

/** A value type is a byte too, but for references. */
function skipReferenceType(body: Cursor): void {
  if (REFERENCE_TO.has(body.u8())) body.skipLeb();
}

function skipLimits(body: Cursor): void {
  const flags = body.u8();
  body.skipLeb();
  if (flags & HAS_MAXIMUM) body.skipLeb();
  if (flags & HAS_PAGE_SIZE) body.skipLeb();
}

/** The memory section in `body` with no memory that grows beyond `maxBytes`; and how many there are. */
export function boundedMemories(body: Cursor, maxBytes: number): { readonly output: Writer; readonly count: number } {
  const count = body.u32();
  const output = new Writer().u32(count);
  for (let i = 0; i < count; i++) {
    const flags = body.u8();
    const initial = body.u64();
    const maximum = flags & HAS_MAXIMUM ? body.u64() : null;
    const pageShift = flags & HAS_PAGE_SIZE ? body.u32() : null;
    const pageBytes = pageShift === null ? PAGE_BYTES : 2 ** pageShift;
    output.u8(flags | HAS_MAXIMUM).u64(initial);
    const bytes = flags & IS_64_BIT ? maxBytes : Math.min(maxBytes, ADDRESSABLE_BYTES);
    output.u64(bounded(initial, maximum, BigInt(Math.max(1, Math.floor(bytes / pageBytes)))));
    if (pageShift !== null) output.u32(pageShift);
  }
  return { output, count };
}

/** The table section in `body` with no table that grows beyond `MAX_TABLE_ENTRIES`, up to the first with an initializer. */
export function boundedTables(body: Cursor): Writer {
  const count = body.u32();
  const output = new Writer().u32(count);
  for (let i = 0; i < count && body.peek() !== TABLE_WITH_INITIALIZER; i++) {
    const start = body.offset;
    skipReferenceType(body);
    output.bytes(body.bytes.subarray(start, body.offset));
    const flags = body.u8();
    const initial = body.u64();
    const maximum = flags & HAS_MAXIMUM ? body.u64() : null;
    output
      .u8(flags | HAS_MAXIMUM)
      .u64(initial)
      .u64(bounded(initial, maximum, BigInt(MAX_TABLE_ENTRIES)));
  }
  return output.bytes(body.bytes.subarray(body.offset, body.end));
}

function bounded(initial: bigint, maximum: bigint | null, bound: bigint): bigint {
  const wanted = maximum === null || maximum > bound ? bound : maximum;
  return wanted < initial ? initial : wanted;
}

/** The export section in `body`, or a new one, with the memories from `first` on under names of ours. */
export function exportingMemories(body: Cursor | null, first: number, count: number): Writer {
  const output = new Writer().u32((body?.u32() ?? 0) + count);
  if (body) output.bytes(body.bytes.subarray(body.offset, body.end));
  for (let i = 0; i < count; i++)
    output
      .name(`witloom memory ${i}`)
      .u8(KIND.memory)
      .u32(first + i);
  return output;
}
