// `type` and `core:type` productions → records. Spec: Binary.md, "Type Definitions".
// Indices stay unresolved; nesting is bounded.

import { type Cursor, UnknownConstruct } from "./cursor.ts";
import {
  decodeAlias,
  decodeExternDesc,
  decodeExternName,
  decodeResultList,
  decodeValueType,
  PRIMITIVE_OF_OPCODE,
} from "./decode-references.ts";
import { CORE_TYPE, DECLARATION, TYPE } from "./opcodes.ts";
import type { CoreTypeRecord, DeclarationRecord, LabelledType, TypeRecord, ValueTypeRecord } from "./records.ts";

/** One `type`, at `depth` levels of nesting. */
export function decodeType(cursor: Cursor, depth: number): TypeRecord {
  const byteOffset = cursor.offset;
  cursor.limit("nestingDepth", depth, byteOffset);
  const opcode = cursor.u8();
  const primitive = PRIMITIVE_OF_OPCODE.get(opcode);
  if (primitive) return { kind: "primitive", primitive };
  const valueType = (): ValueTypeRecord => decodeValueType(cursor);
  const optionalType = (): ValueTypeRecord | null => cursor.optional(valueType);
  switch (opcode) {
    case TYPE.record:
      return { kind: "record", fields: cursor.vec("typeMembers", () => decodeLabelled(cursor)) };
    case TYPE.variant:
      return { kind: "variant", cases: cursor.vec("typeMembers", () => decodeCase(cursor)) };
    case TYPE.list:
      return { kind: "list", element: valueType(), length: null };
    case TYPE.fixedLengthList:
      return { kind: "list", element: valueType(), length: cursor.u32() };
    case TYPE.map:
      return { kind: "map", key: valueType(), value: valueType() };
    case TYPE.tuple:
      return { kind: "tuple", elements: cursor.vec("typeMembers", valueType) };
    case TYPE.flags:
      return { kind: "flags", labels: cursor.vec("typeMembers", () => cursor.name()) };
    case TYPE.enum:
      return { kind: "enum", labels: cursor.vec("typeMembers", () => cursor.name()) };
    case TYPE.option:
      return { kind: "option", element: valueType() };
    case TYPE.result:
      return { kind: "result", ok: optionalType(), error: optionalType() };
    case TYPE.own:
      return { kind: "own", resource: cursor.u32() };
    case TYPE.borrow:
      return { kind: "borrow", resource: cursor.u32() };
    case TYPE.stream:
      return { kind: "stream", element: optionalType() };
    case TYPE.future:
      return { kind: "future", element: optionalType() };
    case TYPE.resource:
      cursor.u8(); // representation: a core value type
      cursor.optional(() => cursor.u32()); // destructor
      return { kind: "resource" };
    case TYPE.function:
    case TYPE.asyncFunction:
      return {
        kind: "function",
        async: opcode === TYPE.asyncFunction,
        parameters: cursor.vec("functionParameters", () => decodeLabelled(cursor)),
        result: decodeResultList(cursor),
      };
    case TYPE.component:
      return { kind: "component", declarations: decodeDeclarations(cursor, depth) };
    case TYPE.instance:
      return { kind: "instance", declarations: decodeDeclarations(cursor, depth) };
    default:
      throw new UnknownConstruct(`type 0x${opcode.toString(16)}`, byteOffset);
  }
}

function decodeLabelled(cursor: Cursor): LabelledType {
  return { name: cursor.name(), type: decodeValueType(cursor) };
}

function decodeCase(cursor: Cursor): { name: string; type: ValueTypeRecord | null } {
  const name = cursor.name();
  const type = cursor.optional(() => decodeValueType(cursor));
  if (cursor.u8() !== 0) throw new UnknownConstruct("a refining variant case", cursor.offset - 1);
  return { name, type };
}

function decodeDeclarations(cursor: Cursor, depth: number): DeclarationRecord[] {
  return cursor.vec("sectionItems", () => decodeDeclaration(cursor, depth + 1));
}

function decodeDeclaration(cursor: Cursor, depth: number): DeclarationRecord {
  const byteOffset = cursor.offset;
  switch (cursor.u8()) {
    case DECLARATION.coreType:
      return { kind: "core-type", type: decodeCoreType(cursor) };
    case DECLARATION.type:
      return { kind: "type", type: decodeType(cursor, depth) };
    case DECLARATION.alias:
      return { kind: "alias", alias: decodeAlias(cursor) };
    case DECLARATION.import:
      return { kind: "import", name: decodeExternName(cursor), desc: decodeExternDesc(cursor) };
    case DECLARATION.export:
      return { kind: "export", name: decodeExternName(cursor), desc: decodeExternDesc(cursor) };
    default:
      return cursor.malformed("a declaration of a component or instance type", byteOffset);
  }
}

const NO_NESTED_MODULE_TYPES = 1;

/** `core:type`. Only where it ends matters, and for a module type its bytes. */
export function decodeCoreType(cursor: Cursor, nesting = 0): CoreTypeRecord {
  const start = cursor.offset;
  const opcode = cursor.u8();
  if (opcode === CORE_TYPE.function) {
    cursor.vec("functionParameters", () => skipCoreValueType(cursor));
    cursor.vec("functionParameters", () => skipCoreValueType(cursor));
    return { kind: "function" };
  }
  if (opcode === CORE_TYPE.module && nesting < NO_NESTED_MODULE_TYPES) {
    let selfContained = true;
    cursor.vec("sectionItems", () => {
      selfContained = decodeModuleDeclaration(cursor) && selfContained;
    });
    return { kind: "module", bytes: cursor.bytes.subarray(start, cursor.offset), selfContained };
  }
  throw new UnknownConstruct(`core type 0x${opcode.toString(16)}`, start);
}

const MODULE_DECLARATION = { import: 0, type: 1, alias: 2, export: 3 } as const;

/** Skips one declaration; false when it reaches outside its module type. */
function decodeModuleDeclaration(cursor: Cursor): boolean {
  const byteOffset = cursor.offset;
  switch (cursor.u8()) {
    case MODULE_DECLARATION.import:
      cursor.name();
      cursor.name();
      skipCoreImportDesc(cursor);
      return true;
    case MODULE_DECLARATION.type:
      decodeCoreType(cursor, NO_NESTED_MODULE_TYPES);
      return true;
    case MODULE_DECLARATION.alias:
      cursor.u8(); // sort
      cursor.u8(); // target: outer
      cursor.u32();
      cursor.u32();
      return false;
    case MODULE_DECLARATION.export:
      cursor.name();
      skipCoreImportDesc(cursor);
      return true;
    default:
      return cursor.malformed("a declaration of a core module type", byteOffset);
  }
}

const LIMITS_FLAG = { max: 0b0001, pageSize: 0b1000 } as const;

function skipCoreImportDesc(cursor: Cursor): void {
  const byteOffset = cursor.offset;
  switch (cursor.u8()) {
    case 0x00: // function
      cursor.u32();
      return;
    case 0x01: // table
      skipCoreValueType(cursor);
      skipCoreLimits(cursor);
      return;
    case 0x02: // memory
      skipCoreLimits(cursor);
      return;
    case 0x03: // global
      skipCoreValueType(cursor);
      cursor.u8();
      return;
    case 0x04: // tag
      cursor.u8();
      cursor.u32();
      return;
    default:
      cursor.malformed("a core import or export", byteOffset);
  }
}

function skipCoreLimits(cursor: Cursor): void {
  const flags = cursor.u8();
  cursor.skipLeb();
  if (flags & LIMITS_FLAG.max) cursor.skipLeb();
  if (flags & LIMITS_FLAG.pageSize) cursor.skipLeb();
}

const TYPED_REFERENCE_OPCODES: ReadonlySet<number> = new Set([0x63, 0x64]);

function skipCoreValueType(cursor: Cursor): void {
  if (TYPED_REFERENCE_OPCODES.has(cursor.u8())) cursor.skipLeb();
}
