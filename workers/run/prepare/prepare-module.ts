// A core module → the same module under another name, with bounded memories and tables, and with all of its memories
// exported, so that they can be counted. The name is what stack traces say, so each instance gets modules of its own.
// Spec: Core "Modules", "Name Section". Function bodies are never looked at.

import { Cursor } from "../../../core/binary/cursor.ts";
import { Writer } from "../../../core/binary/writer.ts";
import { boundedMemories, boundedTables, exportingMemories, importedMemories } from "./bounded-sections.ts";

const PREAMBLE_BYTES = 8;
const SECTION = {
  custom: 0,
  import: 2,
  table: 4,
  memory: 5,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
} as const;
const DATA_COUNT_SECTION = 12;
/** Those that come after the exports. */
const AFTER_EXPORTS: ReadonlySet<number> = new Set([
  SECTION.start,
  SECTION.element,
  DATA_COUNT_SECTION,
  SECTION.code,
  SECTION.data,
]);
const NAME_SECTION = "name";
const MODULE_NAME_SUBSECTION = 0;

export interface PreparedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By how much offsets in the code are larger than in the module as it was. */
  readonly codeShift: number;
}

/**
 * The module in `bytes`, which are borrowed, named `name` and with no memory that grows beyond `maxBytes`.
 * @throws DecodeFailure where jco's output is no module, which would be a bug
 */
export function prepareModule(bytes: Uint8Array, name: string, maxBytes: number): PreparedModule {
  return new Preparation(bytes, maxBytes).module(name);
}

class Preparation {
  readonly #bytes: Uint8Array;
  readonly #maxBytes: number;
  readonly #output: Writer;
  #importedMemories = 0;
  #definedMemories = 0;
  #hasExports = false;
  #otherNames: Uint8Array = new Uint8Array();
  #codeShift = 0;

  constructor(bytes: Uint8Array, maxBytes: number) {
    this.#bytes = bytes;
    this.#maxBytes = maxBytes;
    this.#output = new Writer().bytes(bytes.subarray(0, PREAMBLE_BYTES));
  }

  module(name: string): PreparedModule {
    const cursor = new Cursor(this.#bytes, PREAMBLE_BYTES);
    while (!cursor.atEnd) {
      const start = cursor.offset;
      const id = cursor.u8();
      const body = cursor.slice(cursor.u32());
      if (AFTER_EXPORTS.has(id)) this.#exports(null);
      if (id === SECTION.code) this.#codeShift = this.#output.byteLength - start;
      const isWritten = this.#section(id, body);
      if (!isWritten) this.#output.bytes(this.#bytes.subarray(start, body.end));
    }
    this.#exports(null);
    const moduleName = new Writer().name(name).finish();
    const names = new Writer().name(NAME_SECTION).u8(MODULE_NAME_SUBSECTION).u32(moduleName.length).bytes(moduleName);
    section(this.#output, SECTION.custom, names.bytes(this.#otherNames));
    return { bytes: this.#output.finish().slice(), codeShift: this.#codeShift };
  }

  /** Writes what stands in the place of a section; false where that is the section itself. */
  #section(id: number, body: Cursor): boolean {
    switch (id) {
      case SECTION.custom:
        if (!isNameSection(body)) return false;
        this.#otherNames = withoutModuleName(body);
        return true;
      case SECTION.import:
        this.#importedMemories = importedMemories(new Cursor(body.bytes, body.offset, body.end));
        return false;
      case SECTION.table:
        section(this.#output, id, boundedTables(body));
        return true;
      case SECTION.memory: {
        const { output, count } = boundedMemories(body, this.#maxBytes);
        this.#definedMemories = count;
        section(this.#output, id, output);
        return true;
      }
      case SECTION.export:
        this.#exports(body);
        return true;
      default:
        return false;
    }
  }

  /** Writes the exports, once. */
  #exports(body: Cursor | null): void {
    if (this.#hasExports) return;
    this.#hasExports = true;
    section(this.#output, SECTION.export, exportingMemories(body, this.#importedMemories, this.#definedMemories));
  }
}

function section(output: Writer, id: number, body: Writer): void {
  output.u8(id).u32(body.byteLength).bytes(body.view());
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
