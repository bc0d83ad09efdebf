// The items of a component binary as plain records: what stands in each section, with its indices unresolved.
// Spec: Binary.md. One record per production; `core/wit` gives the indices their meaning.

declare const brand: unique symbol;
/** A position in one of the index spaces of a component; the brand keeps the spaces apart. */
type Index<Space extends string> = number & { readonly [brand]?: Space };
export type TypeIndex = Index<"type">;
export type FunctionIndex = Index<"function">;
export type ComponentIndex = Index<"component">;
export type InstanceIndex = Index<"instance">;
export type CoreTypeIndex = Index<"core-type">;

/** Byte offsets from the start of the file; `end` is exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export const PRIMITIVES = [
  "bool",
  "s8",
  "u8",
  "s16",
  "u16",
  "s32",
  "u32",
  "s64",
  "u64",
  "f32",
  "f64",
  "char",
  "string",
  "error-context",
] as const;
export type PrimitiveName = (typeof PRIMITIVES)[number];

/** The five sorts that the component level imports and exports, and core modules. */
export type ExternSort = "function" | "value" | "type" | "component" | "instance" | "module";
/** Sorts of core definitions; they matter to us only as things to count past. */
export type CoreSort =
  | "core-function"
  | "core-table"
  | "core-memory"
  | "core-global"
  | "core-tag"
  | "core-type"
  | "core-instance";
export type Sort = ExternSort | CoreSort;

/** `importname'` and `exportname'` with their options. */
export interface ExternName {
  readonly name: string;
  /** The interface that a labelled instance implements, e.g. `wasi:keyvalue/store@0.2.0`. */
  readonly implements?: string;
  /** What the canonical version left out: `.3` for `a:b/c@0.2` when the full version is 0.2.3. */
  readonly versionSuffix?: string;
  readonly externalId?: string;
}

/** `valtype`: a primitive or an index. */
export type ValueTypeRecord = PrimitiveName | TypeIndex;

export interface LabelledType {
  readonly name: string;
  readonly type: ValueTypeRecord;
}

export interface CaseRecord {
  readonly name: string;
  readonly type: ValueTypeRecord | null;
}

export type TypeRecord =
  | { readonly kind: "primitive"; readonly primitive: PrimitiveName }
  | { readonly kind: "record"; readonly fields: readonly LabelledType[] }
  | { readonly kind: "variant"; readonly cases: readonly CaseRecord[] }
  | { readonly kind: "list"; readonly element: ValueTypeRecord; readonly length: number | null }
  | { readonly kind: "map"; readonly key: ValueTypeRecord; readonly value: ValueTypeRecord }
  | { readonly kind: "tuple"; readonly elements: readonly ValueTypeRecord[] }
  | { readonly kind: "flags" | "enum"; readonly labels: readonly string[] }
  | { readonly kind: "option"; readonly element: ValueTypeRecord }
  | { readonly kind: "result"; readonly ok: ValueTypeRecord | null; readonly error: ValueTypeRecord | null }
  | { readonly kind: "own" | "borrow"; readonly resource: TypeIndex }
  | { readonly kind: "stream" | "future"; readonly element: ValueTypeRecord | null }
  | { readonly kind: "resource" }
  | FunctionTypeRecord
  | { readonly kind: "component"; readonly declarations: readonly DeclarationRecord[] }
  | { readonly kind: "instance"; readonly declarations: readonly DeclarationRecord[] }
  | UnknownRecord;

export interface FunctionTypeRecord {
  readonly kind: "function";
  readonly async: boolean;
  readonly parameters: readonly LabelledType[];
  readonly result: ValueTypeRecord | null;
}

/** A construct that this reader doesn't know; it and what follows it in its section stay opaque. */
export interface UnknownRecord {
  readonly kind: "unknown";
}

/** A declarator of a component type or an instance type. */
export type DeclarationRecord =
  | { readonly kind: "core-type"; readonly type: CoreTypeRecord }
  | { readonly kind: "type"; readonly type: TypeRecord }
  | { readonly kind: "alias"; readonly alias: AliasRecord }
  | { readonly kind: "import"; readonly name: ExternName; readonly desc: ExternDescRecord }
  | { readonly kind: "export"; readonly name: ExternName; readonly desc: ExternDescRecord };

export type ExternDescRecord =
  | { readonly sort: "function"; readonly type: TypeIndex }
  | { readonly sort: "component"; readonly type: TypeIndex }
  | { readonly sort: "instance"; readonly type: TypeIndex }
  | { readonly sort: "module"; readonly type: CoreTypeIndex }
  | { readonly sort: "value"; readonly type: ValueTypeRecord }
  /** `type` is null for `(sub resource)`, else the index after `eq`. */
  | { readonly sort: "type"; readonly type: TypeIndex | null };

/** A core module type, kept as its own bytes so that it can be written again. */
export type CoreTypeRecord =
  | { readonly kind: "module"; readonly bytes: Uint8Array; readonly selfContained: boolean }
  | { readonly kind: "function" }
  | UnknownRecord;

export type AliasRecord =
  | { readonly kind: "export"; readonly sort: ExternSort; readonly instance: InstanceIndex; readonly name: string }
  | { readonly kind: "core-export"; readonly sort: Sort }
  | { readonly kind: "outer"; readonly sort: Sort; readonly depth: number; readonly index: number };

export interface ItemReference {
  readonly sort: Sort;
  readonly index: number;
}

export type InstanceRecord =
  | {
      readonly kind: "instantiate";
      readonly component: ComponentIndex;
      readonly arguments: readonly (ItemReference & { readonly name: string })[];
    }
  | { readonly kind: "inline"; readonly exports: readonly (ItemReference & { readonly name: ExternName })[] };

/** `canon`: only `lift` defines something at the component level; the rest define core functions. */
export type CanonRecord =
  | { readonly kind: "lift"; readonly type: TypeIndex }
  | { readonly kind: "core" }
  | UnknownRecord;

export interface ImportRecord {
  readonly name: ExternName;
  readonly desc: ExternDescRecord;
}

export interface ExportRecord extends ItemReference {
  readonly name: ExternName;
  readonly ascribed: ExternDescRecord | null;
}

/** Items of one section and where each begins. */
interface Items<T> {
  readonly items: readonly T[];
  /** Offset of each item from the start of the file, in bytes. */
  readonly offsets: readonly number[];
}

export type SectionRecord =
  | { readonly kind: "custom"; readonly name: string; readonly range: ByteRange }
  | { readonly kind: "core-module"; readonly range: ByteRange }
  | ({ readonly kind: "core-type" } & Items<CoreTypeRecord>)
  | { readonly kind: "component"; readonly range: ByteRange }
  | ({ readonly kind: "instance" } & Items<InstanceRecord>)
  | ({ readonly kind: "alias" } & Items<AliasRecord>)
  | ({ readonly kind: "type" } & Items<TypeRecord>)
  | ({ readonly kind: "canon" } & Items<CanonRecord>)
  | ({ readonly kind: "import" } & Items<ImportRecord>)
  | ({ readonly kind: "export" } & Items<ExportRecord>)
  /** Core instances, start functions and values: nothing of them shows in a component's type. */
  | { readonly kind: "opaque"; readonly sectionId: number; readonly known: boolean; readonly byteOffset: number };

/** A core sort or a component sort that can be imported and exported. */
export function isExternSort(sort: Sort): sort is ExternSort {
  return !sort.startsWith("core-");
}
