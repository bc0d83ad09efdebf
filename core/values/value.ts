// What a value of a WIT type is in this project: plain immutable data that says everything together with its type.
// It survives structured cloning and `postMessage`; only `jco-*.ts` knows how generated JavaScript sees the same value.
// Spec: Explainer.md, "Type Definitions"; CanonicalABI.md for what each type can hold.

/**
 * ```text
 * bool                          boolean
 * u8 … u32, s8 … s32, f32, f64  number; an f32 is rounded to one already, and there is one NaN
 * u64, s64                      bigint
 * string, char                  string of Unicode scalar values; a char is exactly one
 * list<u8>, list<u8, n>         Uint8Array, never written to
 * list<t>, list<t, n>, tuple    array
 * record                        RecordValue
 * variant                       VariantValue
 * enum                          the label
 * flags                         array of the labels that are set, in the order of the type
 * option                        null for none, else { some }
 * result                        { ok } or { error }, null inside where the type has no payload
 * map                           array of [key, value], each key once
 * own, borrow                   ResourceHandle
 * stream, future, error-context OpaqueValue
 * ```
 */
export type WitValue =
  | boolean
  | number
  | bigint
  | string
  | null
  | Uint8Array
  | readonly WitValue[]
  | RecordValue
  | VariantValue
  | OptionValue
  | ResultValue
  | ResourceHandle
  | OpaqueValue;

/** Fields under WIT's kebab-case names. Made without a prototype, so that no name means anything else. */
export interface RecordValue {
  readonly [field: string]: WitValue;
}

/** `value` is there exactly if the case has a payload. */
export interface VariantValue {
  readonly case: string;
  readonly value?: WitValue;
}

/** The `some` of an option; none is null. `some(none)` is `{ some: null }`. */
export interface OptionValue {
  readonly some: WitValue;
}

export type ResultValue = { readonly ok: WitValue } | { readonly error: WitValue };

/** A live resource, by the number under which a ResourceTable keeps it. */
export interface ResourceHandle {
  readonly kind: "resource";
  /** The resource's name as its definition gave it: `order`. */
  readonly typeName: string;
  readonly id: number;
  /** What to show for it: `order #7`. */
  readonly label: string;
}

export type OpaqueKind = "stream" | "future" | "error-context";

/** Something live that can be passed on but not looked into. */
export interface OpaqueValue {
  readonly kind: "opaque";
  readonly of: OpaqueKind;
  readonly id: number;
}

export type MapEntry = readonly [key: WitValue, value: WitValue];

/** A record of `entries`, names first. */
export function recordValue(entries: Iterable<readonly [string, WitValue]>): RecordValue {
  const record = Object.create(null) as Record<string, WitValue>;
  for (const [name, value] of entries) record[name] = value;
  return record;
}

/** The variant case `label`, with a payload unless it is undefined. */
export function variantValue(label: string, value?: WitValue): VariantValue {
  return value === undefined ? { case: label } : { case: label, value };
}
