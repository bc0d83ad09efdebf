// The small productions that types and items share: sorts, value types, names, descriptions and aliases → records.
// Spec: Binary.md, "Instance", "Alias", "Type", "Import and Export Definitions".

import { type Cursor, UnknownConstruct } from "./cursor.ts";
import { NAME_OPTION, PRIMITIVE_OPCODE } from "./opcodes.ts";
import {
  type AliasRecord,
  type ExternDescRecord,
  type ExternName,
  isExternSort,
  type ItemReference,
  PRIMITIVES,
  type PrimitiveName,
  type Sort,
  type ValueTypeRecord,
} from "./records.ts";

export const PRIMITIVE_OF_OPCODE: ReadonlyMap<number, PrimitiveName> = new Map(
  PRIMITIVES.map((name) => [PRIMITIVE_OPCODE[name], name]),
);

/** `valtype`. @throws UnknownConstruct on a primitive that we don't know. */
export function decodeValueType(cursor: Cursor): ValueTypeRecord {
  const opcode = cursor.peek();
  if (opcode < 0x40 || opcode >= 0x80) return cursor.nonNegativeS33();
  const primitive = PRIMITIVE_OF_OPCODE.get(opcode);
  if (!primitive) throw new UnknownConstruct(`value type 0x${opcode.toString(16)}`, cursor.offset);
  cursor.u8();
  return primitive;
}

/** `resultlist`: one unnamed result or none. */
export function decodeResultList(cursor: Cursor): ValueTypeRecord | null {
  const byteOffset = cursor.offset;
  const form = cursor.u8();
  if (form === 0x00) return decodeValueType(cursor);
  if (form !== 0x01) return cursor.malformed("a result list", byteOffset);
  if (cursor.u8() !== 0) throw new UnknownConstruct("named results", byteOffset);
  return null;
}

const CORE_SORTS: ReadonlyMap<number, Sort> = new Map<number, Sort>([
  [0x00, "core-function"],
  [0x01, "core-table"],
  [0x02, "core-memory"],
  [0x03, "core-global"],
  [0x04, "core-tag"],
  [0x10, "core-type"],
  [0x11, "module"],
  [0x12, "core-instance"],
]);
const SORTS: ReadonlyMap<number, Sort> = new Map<number, Sort>([
  [0x01, "function"],
  [0x02, "value"],
  [0x03, "type"],
  [0x04, "component"],
  [0x05, "instance"],
]);

function decodeSort(cursor: Cursor): Sort {
  const byteOffset = cursor.offset;
  const byte = cursor.u8();
  const sort = byte === 0x00 ? CORE_SORTS.get(cursor.u8()) : SORTS.get(byte);
  return sort ?? cursor.malformed("a sort", byteOffset);
}

export function decodeItemReference(cursor: Cursor): ItemReference {
  return { sort: decodeSort(cursor), index: cursor.u32() };
}

const MAX_NAME_OPTIONS = Object.keys(NAME_OPTION).length;

/** `importname'` / `exportname'`; 0x01 is the spelling of 2023 and still met. */
export function decodeExternName(cursor: Cursor): ExternName {
  const byteOffset = cursor.offset;
  const form = cursor.u8();
  if (form > 0x02) return cursor.malformed("the name of an import or export", byteOffset);
  const name = cursor.name();
  if (form !== 0x02) return { name };
  const options: { implements?: string; versionSuffix?: string; externalId?: string } = {};
  const count = cursor.u32();
  if (count > MAX_NAME_OPTIONS) throw new UnknownConstruct("options of a name", byteOffset);
  for (let i = 0; i < count; i++) {
    const option = cursor.u8();
    if (option === NAME_OPTION.implements) options.implements = cursor.name();
    else if (option === NAME_OPTION.versionSuffix) options.versionSuffix = cursor.name();
    else if (option === NAME_OPTION.externalId) options.externalId = cursor.name();
    else throw new UnknownConstruct(`name option 0x${option.toString(16)}`, cursor.offset - 1);
  }
  return { name, ...options };
}

export function decodeExternDesc(cursor: Cursor): ExternDescRecord {
  const byteOffset = cursor.offset;
  switch (cursor.u8()) {
    case 0x00:
      if (cursor.u8() !== 0x11) return cursor.malformed("the type of an import or export", byteOffset);
      return { sort: "module", type: cursor.u32() };
    case 0x01:
      return { sort: "function", type: cursor.u32() };
    case 0x02:
      if (cursor.u8() !== 0x01) throw new UnknownConstruct("a value bound", byteOffset);
      return { sort: "value", type: decodeValueType(cursor) };
    case 0x03:
      return decodeTypeBound(cursor);
    case 0x04:
      return { sort: "component", type: cursor.u32() };
    case 0x05:
      return { sort: "instance", type: cursor.u32() };
    default:
      return cursor.malformed("the type of an import or export", byteOffset);
  }
}

function decodeTypeBound(cursor: Cursor): ExternDescRecord {
  const byteOffset = cursor.offset;
  const bound = cursor.u8();
  if (bound === 0x00) return { sort: "type", type: cursor.u32() };
  return bound === 0x01 ? { sort: "type", type: null } : cursor.malformed("a type bound", byteOffset);
}

export function decodeAlias(cursor: Cursor): AliasRecord {
  const byteOffset = cursor.offset;
  const sort = decodeSort(cursor);
  switch (cursor.u8()) {
    case 0x00: {
      if (!isExternSort(sort)) return cursor.malformed("an alias of an export", byteOffset);
      return { kind: "export", sort, instance: cursor.u32(), name: cursor.name() };
    }
    case 0x01:
      cursor.u32();
      cursor.name();
      return { kind: "core-export", sort };
    case 0x02:
      return { kind: "outer", sort, depth: cursor.u32(), index: cursor.u32() };
    default:
      return cursor.malformed("an alias", byteOffset);
  }
}
