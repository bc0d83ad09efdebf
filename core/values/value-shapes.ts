// Whether a value has the shape that a kind of type asks for. The answer is the same value, narrowed, or null.
// Nothing here looks at what is inside; `check-value.ts` does.

import { assert } from "../base/assert.ts";
import { peelValue, type ValueType } from "../wit/types.ts";
import type { MapEntry, OpaqueValue, RecordValue, ResourceHandle, VariantValue, WitValue } from "./value.ts";

type PlainObject = Readonly<Record<string, WitValue>>;

function asObject(value: unknown): PlainObject | null {
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
  return isPlain ? (value as PlainObject) : null;
}

export function asArray(value: WitValue): readonly WitValue[] | null {
  return Array.isArray(value) ? (value as readonly WitValue[]) : null;
}

export function asBytes(value: WitValue): Uint8Array | null {
  return value instanceof Uint8Array ? value : null;
}

export function asRecord(value: WitValue): RecordValue | null {
  return asObject(value);
}

/** The field `name` of `record`, own fields only. */
export function fieldOf(record: RecordValue, name: string): WitValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export function asVariant(value: WitValue): VariantValue | null {
  const object = asObject(value);
  return object && typeof fieldOf(object, "case") === "string" ? (object as unknown as VariantValue) : null;
}

/** The payload of a `some`, undefined for none, null for what is no option. */
export function asOption(value: WitValue): { readonly some: WitValue | undefined } | null {
  if (value === null) return { some: undefined };
  const object = asObject(value);
  return object && Object.hasOwn(object, "some") ? { some: object["some"]! } : null;
}

export interface ResultView {
  readonly side: "ok" | "error";
  readonly payload: WitValue;
}

export function asResult(value: WitValue): ResultView | null {
  const object = asObject(value);
  if (!object || Object.keys(object).length !== 1) return null;
  const side = Object.hasOwn(object, "ok") ? "ok" : Object.hasOwn(object, "error") ? "error" : null;
  return side && { side, payload: object[side]! };
}

export function asEntries(value: WitValue): readonly MapEntry[] | null {
  const rows = asArray(value);
  return rows?.every((row) => asArray(row)?.length === 2) ? (rows as readonly MapEntry[]) : null;
}

export function asHandle(value: WitValue): ResourceHandle | null {
  const object = asObject(value);
  return object?.["kind"] === "resource" ? (object as unknown as ResourceHandle) : null;
}

export function asOpaque(value: WitValue): OpaqueValue | null {
  const object = asObject(value);
  return object?.["kind"] === "opaque" ? (object as unknown as OpaqueValue) : null;
}

/** True where lists of `element` are kept as bytes. */
export function isByteType(element: ValueType): boolean {
  const structure = peelValue(element);
  return structure.kind === "primitive" && structure.primitive === "u8";
}

// The same for values that are known to be of their type; anything else is a bug.

export function expectArray(value: WitValue): readonly WitValue[] {
  return required(asArray(value), "a list");
}

export function expectBytes(value: WitValue): Uint8Array {
  return required(asBytes(value), "bytes");
}

export function expectLabels(value: WitValue): readonly string[] {
  return expectArray(value) as readonly string[];
}

export function expectRecord(value: WitValue): RecordValue {
  return required(asRecord(value), "a record");
}

export function expectVariant(value: WitValue): VariantValue {
  return required(asVariant(value), "a variant");
}

export function expectOption(value: WitValue): { readonly some: WitValue | undefined } {
  return required(asOption(value), "an option");
}

export function expectResult(value: WitValue): ResultView {
  return required(asResult(value), "a result");
}

export function expectEntries(value: WitValue): readonly MapEntry[] {
  return required(asEntries(value), "a map");
}

export function expectHandle(value: WitValue): ResourceHandle {
  return required(asHandle(value), "a handle");
}

export function expectOpaque(value: WitValue): OpaqueValue {
  return required(asOpaque(value), "a stream or the like");
}

function required<T>(shape: T | null, name: string): T {
  assert(shape !== null, `this value is not ${name}`);
  return shape;
}
