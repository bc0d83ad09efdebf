// The one type model of the project: ports, fit, composing, value forms, traces, WIT and WAVE text all read it.
// Types form an object graph with identity. A NamedType is nominal: one node per type import or export.
// A ResourceType is an abstract identity. Everything else is structural. Spec: Explainer.md, "Type Definitions".

import type { ExternName, PrimitiveName } from "../binary/records.ts";

export interface PrimitiveType {
  readonly kind: "primitive";
  readonly primitive: PrimitiveName;
}
export interface RecordType {
  readonly kind: "record";
  readonly fields: readonly { readonly name: string; readonly type: ValueType }[];
}
export interface VariantType {
  readonly kind: "variant";
  readonly cases: readonly { readonly name: string; readonly type: ValueType | null }[];
}
export interface ListType {
  readonly kind: "list";
  readonly element: ValueType;
  /** Number of elements of a fixed-length list, else null. */
  readonly length: number | null;
}
export interface MapType {
  readonly kind: "map";
  readonly key: ValueType;
  readonly value: ValueType;
}
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly ValueType[];
}
export interface FlagsType {
  readonly kind: "flags";
  readonly labels: readonly string[];
}
export interface EnumType {
  readonly kind: "enum";
  readonly labels: readonly string[];
}
export interface OptionType {
  readonly kind: "option";
  readonly element: ValueType;
}
export interface ResultType {
  readonly kind: "result";
  readonly ok: ValueType | null;
  readonly error: ValueType | null;
}
export interface HandleType {
  readonly kind: "own" | "borrow";
  /** A ResourceType, mostly behind NamedTypes. */
  readonly resource: AnyType;
}
export interface StreamType {
  readonly kind: "stream" | "future";
  readonly element: ValueType | null;
}
/** A type whose encoding this reader doesn't know; it fits nothing. */
export interface UnknownType {
  readonly kind: "unknown";
}
/** An abstract resource; two are the same only if they are the same object. */
export interface ResourceType {
  readonly kind: "resource";
}
/** A type under a name that an import or export gave it. */
export interface NamedType {
  readonly kind: "named";
  readonly name: string;
  readonly of: AnyType;
}

export type StructuralValueType =
  | PrimitiveType
  | RecordType
  | VariantType
  | ListType
  | MapType
  | TupleType
  | FlagsType
  | EnumType
  | OptionType
  | ResultType
  | HandleType
  | StreamType
  | UnknownType;

export type ValueType = StructuralValueType | NamedType;

export interface Parameter {
  readonly name: string;
  readonly type: ValueType;
}

export interface FunctionType {
  readonly kind: "function";
  readonly async: boolean;
  readonly parameters: readonly Parameter[];
  readonly result: ValueType | null;
}

export type ExternMap = ReadonlyMap<string, Extern>;

export interface InstanceType {
  readonly kind: "instance";
  readonly exports: ExternMap;
  /** Resources that this type introduces by `(sub resource)` exports, its own or of nested instances. */
  readonly resources: readonly ResourceType[];
  /** True where an unknown construct hides what the instance exports. */
  readonly opaque?: boolean;
}

export interface ComponentType {
  readonly kind: "component";
  readonly imports: ExternMap;
  readonly exports: ExternMap;
  /** Resources that imports introduce; an instantiation binds them to those of its arguments. */
  readonly importedResources: readonly ResourceType[];
  /** Resources that are new with every instantiation. */
  readonly definedResources: readonly ResourceType[];
}

/** A core module type; its contents are not looked into. */
export interface ModuleType {
  readonly kind: "module";
  /** The `core:type` as bytes where it was declared by an import or export and can be written again. */
  readonly bytes: Uint8Array | null;
}

export type AnyType = ValueType | ResourceType | FunctionType | InstanceType | ComponentType | ModuleType;

/** What an import or export is, under the options its name carries beside the name itself. */
export type Extern = { readonly annotations?: Omit<ExternName, "name"> } & (
  | { readonly kind: "function"; readonly type: FunctionType }
  | { readonly kind: "instance"; readonly type: InstanceType }
  | { readonly kind: "type"; readonly type: AnyType }
  | { readonly kind: "component"; readonly type: ComponentType }
  | { readonly kind: "module"; readonly type: ModuleType }
  | { readonly kind: "value"; readonly type: ValueType }
);

export type ExternKind = Extern["kind"];

const PRIMITIVE_TYPES = new Map<PrimitiveName, PrimitiveType>();

/** The one PrimitiveType of that name. */
export function primitive(name: PrimitiveName): PrimitiveType {
  let type = PRIMITIVE_TYPES.get(name);
  if (!type) PRIMITIVE_TYPES.set(name, (type = { kind: "primitive", primitive: name }));
  return type;
}

export const UNKNOWN_TYPE: UnknownType = { kind: "unknown" };
export const UNKNOWN_FUNCTION: FunctionType = { kind: "function", async: false, parameters: [], result: UNKNOWN_TYPE };
export const UNKNOWN_INSTANCE: InstanceType = { kind: "instance", exports: new Map(), resources: [], opaque: true };
export const UNKNOWN_COMPONENT: ComponentType = {
  kind: "component",
  imports: new Map(),
  exports: new Map(),
  importedResources: [],
  definedResources: [],
};

/** The type under all of its names. */
export function peel(type: AnyType): Exclude<AnyType, NamedType> {
  let inner = type;
  while (inner.kind === "named") inner = inner.of;
  return inner;
}

/** As `peel`, for a type that is known to be a value type. */
export function peelValue(type: ValueType): StructuralValueType {
  return peel(type) as StructuralValueType;
}

/** `type` and the types under its names, outermost first. */
export function* namesOf(type: AnyType): Generator<AnyType> {
  let inner = type;
  yield inner;
  while (inner.kind === "named") {
    inner = inner.of;
    yield inner;
  }
}

/** The types that `type` mentions directly, in the order they are written. */
export function childrenOf(type: AnyType): readonly AnyType[] {
  switch (type.kind) {
    case "named":
      return [type.of];
    case "record":
      return type.fields.map((field) => field.type);
    case "variant":
      return type.cases.flatMap((c) => c.type ?? []);
    case "tuple":
      return type.elements;
    case "list":
    case "option":
      return [type.element];
    case "stream":
    case "future":
      return type.element ? [type.element] : [];
    case "map":
      return [type.key, type.value];
    case "result":
      return [...(type.ok ? [type.ok] : []), ...(type.error ? [type.error] : [])];
    case "own":
    case "borrow":
      return [type.resource];
    case "function":
      return [...type.parameters.map((parameter) => parameter.type), ...(type.result ? [type.result] : [])];
    case "instance":
      return Array.from(type.exports.values(), (item) => item.type);
    case "component":
      return Array.from([...type.imports.values(), ...type.exports.values()], (item) => item.type);
    default:
      return [];
  }
}

/** `extern` with its type replaced by one of the same kind. */
export function withType<E extends Extern>(extern: E, type: E["type"]): E {
  return type === extern.type ? extern : { ...extern, type };
}
