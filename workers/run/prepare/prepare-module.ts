// A core module → the same module under another name and with bounded memories. The name is what stack traces say,
// so each instance gets modules of its own. Spec: Core "Modules", "Name Section". Function bodies are never looked at.

import { Cursor } from "../../../core/binary/cursor.ts";
import { Writer } from "../../../core/binary/writer.ts";

const PREAMBLE_BYTES = 8;
const CUSTOM_SECTION = 0;
const MEMORY_SECTION = 5;
const CODE_SECTION = 10;
const NAME_SECTION = "name";
const MODULE_NAME_SUBSECTION = 0;
const HAS_MAXIMUM = 1;
/** 64-bit memories and pages of other sizes: their bounds are left as they are. */
const UNCOMMON_MEMORY = 4 | 8;

export interface PreparedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By how much offsets in the code are larger than in the module as it was. */
  readonly codeShift: number;
}

/**
 * The module in `bytes`, which are borrowed, named `name` and with no memory that grows beyond `maxPages` of 64 KiB.
 * @throws DecodeFailure where jco's output is no module, which would be a bug
 */
export function prepareModule(bytes: Uint8Array, name: string, maxPages: number): PreparedModule {
  const cursor = new Cursor(bytes, PREAMBLE_BYTES);
  const output = new Writer().bytes(bytes.subarray(0, PREAMBLE_BYTES));
  let otherNames: Uint8Array = new Uint8Array();
  let codeShift = 0;
  while (!cursor.atEnd) {
    const start = cursor.offset;
    const id = cursor.u8();
    const body = cursor.slice(cursor.u32());
    if (id === CODE_SECTION) codeShift = output.byteLength - start;
    if (id === MEMORY_SECTION) section(output, id, boundedMemories(body, maxPages));
    else if (id === CUSTOM_SECTION && isNameSection(body)) otherNames = withoutModuleName(body);
    else output.bytes(bytes.subarray(start, body.end));
  }
  const moduleName = new Writer().name(name).finish();
  const names = new Writer().name(NAME_SECTION).u8(MODULE_NAME_SUBSECTION).u32(moduleName.length).bytes(moduleName);
  section(output, CUSTOM_SECTION, names.bytes(otherNames));
  return { bytes: output.finish().slice(), codeShift };
}

function section(output: Writer, id: number, body: Writer): void {
  output.u8(id).u32(body.byteLength).bytes(body.view());
}

function boundedMemories(body: Cursor, maxPages: number): Writer {
  const output = new Writer();
  const count = body.u32();
  output.u32(count);
  for (let i = 0; i < count; i++) {
    const start = body.offset;
    const flags = body.u8();
    if (flags & UNCOMMON_MEMORY) {
      body.skipLeb();
      if (flags & HAS_MAXIMUM) body.skipLeb();
      if (flags & 8) body.skipLeb();
      output.bytes(body.bytes.subarray(start, body.offset));
      continue;
    }
    const initial = body.u32();
    const maximum = flags & HAS_MAXIMUM ? body.u32() : maxPages;
    output
      .u8(flags | HAS_MAXIMUM)
      .u32(initial)
      .u32(Math.max(initial, Math.min(maximum, maxPages)));
  }
  return output;
}

/** True for the `name` section; the cursor then stands behind its name. */
function isNameSection(body: Cursor): boolean {
  const peek = new Cursor(body.bytes, body.offset, body.end);
  if (peek.name() !== NAME_SECTION) return false;
  body.offset = peek.offset;
  return true;
}

/** The subsections but for the module's own name; none where the section is broken, which engines ignore too. */
function withoutModuleName(body: Cursor): Uint8Array {
  const kept = new Writer();
  try {
    while (!body.atEnd) {
      const start = body.offset;
      const id = body.u8();
      const end = body.slice(body.u32()).end;
      if (id !== MODULE_NAME_SUBSECTION) kept.bytes(body.bytes.subarray(start, end));
    }
  } catch {
    return new Uint8Array();
  }
  return kept.finish();
}
