// Records → the bytes of one section, the inverse of `decode*.ts`. Spec: Binary.md.
// Only what a composition writes has an encoding: types, aliases, instances, imports and exports.

import { assert, unreachable } from "../base/assert.ts";
import { DECLARATION, NAME_OPTION, PRIMITIVE_OPCODE, SECTION, SORT_BYTES, TYPE } from "./opcodes.ts";
import type {
  AliasRecord,
  CoreTypeRecord,
  DeclarationRecord,
  ExportRecord,
  ExternDescRecord,
  ExternName,
  ImportRecord,
  InstanceRecord,
  ItemReference,
  LabelledType,
  TypeRecord,
  ValueTypeRecord,
} from "./records.ts";
import { Writer } from "./writer.ts";

/** An item that the root of a composition is built from. */
export type EncodableItem =
  | { readonly kind: "core-type"; readonly item: CoreTypeRecord }
  | { readonly kind: "type"; readonly item: TypeRecord }
  | { readonly kind: "alias"; readonly item: AliasRecord }
  | { readonly kind: "instance"; readonly item: InstanceRecord }
  | { readonly kind: "import"; readonly item: ImportRecord }
  | { readonly kind: "export"; readonly item: ExportRecord };

const SECTION_OF: Readonly<Record<EncodableItem["kind"], number>> = {
  "core-type": SECTION.coreType,
  type: SECTION.type,
  alias: SECTION.alias,
  instance: SECTION.instance,
  import: SECTION.import,
  export: SECTION.export,
};

/** One section holding `items`, which are all of one kind; header included. */
export function encodeSection(items: readonly EncodableItem[]): Uint8Array {
  const first = items[0];
  assert(first && items.every((item) => item.kind === first.kind), "a section holds items of one kind");
  const body = new Writer();
  body.vec(items, (item) => encodeItem(body, item));
  return new Writer().u8(SECTION_OF[first.kind]).u32(body.byteLength).bytes(body.view()).finish();
}

/** The header of a section whose `byteLength` bytes of body follow from elsewhere. */
export function encodeSectionHeader(sectionId: number, byteLength: number): Uint8Array {
  return new Writer().u8(sectionId).u32(byteLength).finish();
}

export function encodeCustomSection(name: string, payload: Uint8Array): Uint8Array {
  const body = new Writer().name(name).bytes(payload);
  return new Writer().u8(SECTION.custom).u32(body.byteLength).bytes(body.view()).finish();
}

function encodeItem(out: Writer, entry: EncodableItem): void {
  switch (entry.kind) {
    case "core-type":
      return encodeCoreType(out, entry.item);
    case "type":
      return encodeType(out, entry.item);
    case "alias":
      return encodeAlias(out, entry.item);
    case "instance":
      return encodeInstance(out, entry.item);
    case "import":
      return encodeNamedDesc(out, entry.item);
    case "export":
      encodeExternName(out, entry.item.name);
      encodeReference(out, entry.item);
      out.optional(entry.item.ascribed, (desc) => encodeExternDesc(out, desc));
      return;
    default:
      return unreachable(entry);
  }
}

function encodeCoreType(out: Writer, type: CoreTypeRecord): void {
  assert(type.kind === "module" && type.selfContained, "only self-contained core module types are written");
  out.bytes(type.bytes);
}

function encodeValueType(out: Writer, type: ValueTypeRecord): void {
  if (typeof type === "string") out.u8(PRIMITIVE_OPCODE[type]);
  else out.nonNegativeS33(type);
}

function encodeLabelled(out: Writer, { name, type }: LabelledType): void {
  encodeValueType(out.name(name), type);
}

const NO_REFINES = 0;

function encodeType(out: Writer, type: TypeRecord): void {
  const valueType = (t: ValueTypeRecord): void => encodeValueType(out, t);
  switch (type.kind) {
    case "primitive":
      out.u8(PRIMITIVE_OPCODE[type.primitive]);
      return;
    case "record":
      out.u8(TYPE.record).vec(type.fields, (field) => encodeLabelled(out, field));
      return;
    case "variant":
      out.u8(TYPE.variant).vec(type.cases, (c) => out.name(c.name).optional(c.type, valueType).u8(NO_REFINES));
      return;
    case "list":
      out.u8(type.length === null ? TYPE.list : TYPE.fixedLengthList);
      valueType(type.element);
      if (type.length !== null) out.u32(type.length);
      return;
    case "map":
      out.u8(TYPE.map);
      valueType(type.key);
      valueType(type.value);
      return;
    case "tuple":
      out.u8(TYPE.tuple).vec(type.elements, valueType);
      return;
    case "flags":
    case "enum":
      out.u8(TYPE[type.kind]).vec(type.labels, (label) => out.name(label));
      return;
    case "option":
      out.u8(TYPE.option);
      valueType(type.element);
      return;
    case "result":
      out.u8(TYPE.result).optional(type.ok, valueType).optional(type.error, valueType);
      return;
    case "own":
    case "borrow":
      out.u8(TYPE[type.kind]).u32(type.resource);
      return;
    case "stream":
    case "future":
      out.u8(TYPE[type.kind]).optional(type.element, valueType);
      return;
    case "function":
      out.u8(type.async ? TYPE.asyncFunction : TYPE.function).vec(type.parameters, (p) => encodeLabelled(out, p));
      if (type.result === null) out.u8(0x01).u8(0x00);
      else encodeValueType(out.u8(0x00), type.result);
      return;
    case "component":
    case "instance":
      out.u8(TYPE[type.kind]).vec(type.declarations, (declaration) => encodeDeclaration(out, declaration));
      return;
    case "resource":
    case "unknown":
      return assert(false, `a composition defines no ${type.kind} type`);
    default:
      return unreachable(type);
  }
}

function encodeDeclaration(out: Writer, declaration: DeclarationRecord): void {
  switch (declaration.kind) {
    case "core-type":
      return encodeCoreType(out.u8(DECLARATION.coreType), declaration.type);
    case "type":
      return encodeType(out.u8(DECLARATION.type), declaration.type);
    case "alias":
      return encodeAlias(out.u8(DECLARATION.alias), declaration.alias);
    case "import":
      return encodeNamedDesc(out.u8(DECLARATION.import), declaration);
    case "export":
      return encodeNamedDesc(out.u8(DECLARATION.export), declaration);
    default:
      return unreachable(declaration);
  }
}

function encodeExternName(out: Writer, name: ExternName): void {
  const options: [number, string][] = [];
  if (name.implements !== undefined) options.push([NAME_OPTION.implements, name.implements]);
  if (name.versionSuffix !== undefined) options.push([NAME_OPTION.versionSuffix, name.versionSuffix]);
  if (name.externalId !== undefined) options.push([NAME_OPTION.externalId, name.externalId]);
  out.u8(options.length > 0 ? 0x02 : 0x00).name(name.name);
  if (options.length > 0) out.vec(options, ([option, text]) => out.u8(option).name(text));
}

function encodeNamedDesc(out: Writer, item: { name: ExternName; desc: ExternDescRecord }): void {
  encodeExternName(out, item.name);
  encodeExternDesc(out, item.desc);
}

function encodeExternDesc(out: Writer, desc: ExternDescRecord): void {
  out.bytes(SORT_BYTES[desc.sort]);
  if (desc.sort === "value") encodeValueType(out.u8(0x01), desc.type);
  else if (desc.sort !== "type") out.u32(desc.type);
  else if (desc.type === null) out.u8(0x01);
  else out.u8(0x00).u32(desc.type);
}

function encodeReference(out: Writer, reference: ItemReference): void {
  out.bytes(SORT_BYTES[reference.sort]).u32(reference.index);
}

function encodeAlias(out: Writer, alias: AliasRecord): void {
  assert(alias.kind !== "core-export", "a composition aliases no core exports");
  out.bytes(SORT_BYTES[alias.sort]);
  if (alias.kind === "export") out.u8(0x00).u32(alias.instance).name(alias.name);
  else out.u8(0x02).u32(alias.depth).u32(alias.index);
}

function encodeInstance(out: Writer, instance: InstanceRecord): void {
  if (instance.kind === "instantiate") {
    out.u8(0x00).u32(instance.component);
    out.vec(instance.arguments, (argument) => encodeReference(out.name(argument.name), argument));
    return;
  }
  out.u8(0x01).vec(instance.exports, (item) => {
    encodeExternName(out, item.name);
    encodeReference(out, item);
  });
}
