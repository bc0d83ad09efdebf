// How the JavaScript that jco generates (js-component-bindgen 0.15) names and shapes things at its boundary.
// Checked against real transpiled components by `jco-echo.test.ts`; `to-jco.ts` and `from-jco.ts` apply it.

import type { PrimitiveName } from "../binary/records.ts";
import { type HandleType, peelValue, type StreamType, type ValueType } from "../wit/types.ts";
import type { OpaqueKind, OpaqueValue, ResourceHandle } from "./value.ts";
import type { ValuePath } from "./value-path.ts";

/** Where the live objects are that handles stand for. One table serves one run. */
export interface ResourceTable {
  /** The handle of `object`, the same one each time. */
  toHandle(object: object, type: HandleType): ResourceHandle;
  /** As `toHandle`, for a stream, a future or an error context. */
  toOpaque(object: object, of: OpaqueKind, type: StreamType | null): OpaqueValue;
  /** The object that either stands for, or null when it isn't known here (any more). */
  toObject(handle: ResourceHandle | OpaqueValue): object | null;
}

export type JcoError = { readonly path: ValuePath } & JcoFault;

export type JcoFault =
  /** JavaScript that jco doesn't make for this type. `type` is in WIT's words, `found` in JavaScript's. */
  | { readonly kind: "unexpected-js"; readonly type: string; readonly found: string }
  | { readonly kind: "unknown-handle"; readonly label: string }
  | { readonly kind: "unsupported-type"; readonly type: string };

/** Carries a JcoError out of nested conversions; caught at their edge. */
export class JcoFailure extends Error {
  readonly error: JcoError;
  constructor(error: JcoError) {
    super(error.kind);
    this.error = error;
  }
}

/** `lower-camel-case` → `lowerCamelCase`: fields of records and labels of flags. Cases and enums keep their names. */
export function jcoName(label: string): string {
  const [first = "", ...rest] = label.toLowerCase().split("-");
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/**
 * True where undefined stands for none and the payload stands for itself; elsewhere an option is `{ tag, val }`.
 * `option<option<t>>` would confuse its nones, so every second level of nested options is tagged.
 */
export function isNullable(type: ValueType): boolean {
  const structure = peelValue(type);
  return structure.kind === "option" && !isNullable(structure.element);
}

/**
 * True where a function with this result returns its ok and throws its err. A result behind more than the one name
 * that its own definition gives it, as after a `use`, is returned as `{ tag, val }` instead.
 */
export function throwsErrors(type: ValueType): boolean {
  return type.kind === "result" || (type.kind === "named" && type.of.kind === "result");
}

export type NumericArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

const NUMERIC_ARRAYS = {
  u8: Uint8Array,
  s8: Int8Array,
  u16: Uint16Array,
  s16: Int16Array,
  u32: Uint32Array,
  s32: Int32Array,
  u64: BigUint64Array,
  s64: BigInt64Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

/** What a list of `element` is in JavaScript: one of the typed arrays for numbers, else null for a plain array. */
export function numericArrayOf(element: ValueType): (typeof NUMERIC_ARRAYS)[keyof typeof NUMERIC_ARRAYS] | null {
  const structure = peelValue(element);
  if (structure.kind !== "primitive") return null;
  const name: PrimitiveName = structure.primitive;
  return Object.hasOwn(NUMERIC_ARRAYS, name) ? NUMERIC_ARRAYS[name as keyof typeof NUMERIC_ARRAYS] : null;
}
