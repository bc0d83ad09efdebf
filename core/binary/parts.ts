// The bytes of a component → the tree of modules and components in it, with names, sizes and producers.
// Only section headers and the custom sections `name`, `component-name` and `producers` are read.

import { Cursor } from "./cursor.ts";
import { SECTION } from "./opcodes.ts";
import type { ByteRange } from "./records.ts";

export interface Part {
  readonly kind: "component" | "module";
  /** From the `component-name` or `name` section, if it has one. */
  readonly name: string | null;
  /** The whole part; for the root, the whole file. */
  readonly range: ByteRange;
  readonly customSections: readonly { readonly name: string; readonly byteLength: number }[];
  readonly producers: Producers;
  /** What its author says of it: `version`, `description`, `licenses`, `source` and the like. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly parts: readonly Part[];
}

/** Field (`language`, `processed-by`, `sdk`) → tool → version; the version may be empty. */
export type Producers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The part tree of the file `bytes` (borrowed).
 * @throws DecodeFailure on broken section headers; call inside `catchDecodeFailure`.
 */
export function readPartsOrThrow(bytes: Uint8Array): Part {
  return readPart(bytes, "component", { start: 0, end: bytes.length }, { parts: 0 }, 0);
}

const PREAMBLE_BYTES = 8;
const CORE_NAME_SECTION = "name";
const COMPONENT_NAME_SECTION = "component-name";
const PRODUCERS_SECTION = "producers";
/** Custom sections whose payload is text. @see tool-conventions, "Custom Annotations" */
const METADATA_SECTIONS: ReadonlySet<string> = new Set([
  "version",
  "description",
  "authors",
  "licenses",
  "source",
  "homepage",
  "revision",
]);
const MAX_METADATA_BYTES = 10_000;

function readPart(
  bytes: Uint8Array,
  kind: Part["kind"],
  range: ByteRange,
  counted: { parts: number },
  depth: number,
): Part {
  const cursor = new Cursor(bytes, range.start, range.end);
  counted.parts += 1;
  cursor.limit("parts", counted.parts, range.start);
  cursor.limit("nestingDepth", depth, range.start);
  cursor.offset = Math.min(range.start + PREAMBLE_BYTES, range.end);
  let name: string | null = null;
  const customSections: { name: string; byteLength: number }[] = [];
  const producers = new Map<string, Map<string, string>>();
  const metadata = new Map<string, string>();
  const parts: Part[] = [];
  while (!cursor.atEnd) {
    const sectionId = cursor.u8();
    const body = cursor.slice(cursor.u32());
    const nested = { start: body.offset, end: body.end };
    if (sectionId === SECTION.custom) {
      const customName = body.name();
      customSections.push({ name: customName, byteLength: body.end - body.offset });
      if (customName === CORE_NAME_SECTION || customName === COMPONENT_NAME_SECTION) name = readOwnName(body);
      if (customName === PRODUCERS_SECTION) readProducers(body, producers);
      if (METADATA_SECTIONS.has(customName)) metadata.set(customName, readText(body));
    } else if (kind === "component" && sectionId === SECTION.coreModule) {
      parts.push(readPart(bytes, "module", nested, counted, depth + 1));
    } else if (kind === "component" && sectionId === SECTION.component) {
      parts.push(readPart(bytes, "component", nested, counted, depth + 1));
    }
  }
  return { kind, name, range, customSections, producers, metadata, parts };
}

/** Subsection 0 of a name section. Tools write odd name sections: one that can't be read is no name. */
function readOwnName(body: Cursor): string | null {
  if (body.atEnd || body.u8() !== 0) return null;
  try {
    return body.slice(body.u32()).name();
  } catch {
    return null;
  }
}

const LENIENT_UTF8 = new TextDecoder();

function readText(body: Cursor): string {
  return LENIENT_UTF8.decode(body.bytes.subarray(body.offset, Math.min(body.end, body.offset + MAX_METADATA_BYTES)));
}

const MAX_PRODUCER_ENTRIES = 1_000;

/** `producers` of the tool conventions; an unreadable one counts as absent. */
function readProducers(body: Cursor, into: Map<string, Map<string, string>>): void {
  try {
    for (let fields = Math.min(body.u32(), MAX_PRODUCER_ENTRIES); fields > 0; fields--) {
      const field = body.name();
      const values = into.get(field) ?? new Map<string, string>();
      into.set(field, values);
      for (let count = Math.min(body.u32(), MAX_PRODUCER_ENTRIES); count > 0; count--) {
        values.set(body.name(), body.name());
      }
    }
  } catch {
    // Keep what could be read.
  }
}

/** The producers of a part and of all that it contains; the outermost version of a tool wins. */
export function allProducers(part: Part): Producers {
  const merged = new Map<string, Map<string, string>>();
  const visit = (current: Part): void => {
    for (const [field, values] of current.producers) {
      const known = merged.get(field) ?? new Map<string, string>();
      merged.set(field, known);
      for (const [tool, version] of values) if (!known.has(tool)) known.set(tool, version);
    }
    current.parts.forEach(visit);
  };
  visit(part);
  return merged;
}
