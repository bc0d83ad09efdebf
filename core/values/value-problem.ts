// What can be wrong with a value of a type, as data. The words for it stand in `wording.ts`.

import type { ValuePath } from "./value-path.ts";

/** A fault and the part of the value that has it. */
export type ValueProblem = { readonly path: ValuePath } & ValueFault;

export type LabelKind = "field" | "case" | "flag";

export type ValueFault =
  /** Another kind of thing altogether. `expected` is a type in WIT's words. */
  | { readonly kind: "wrong-kind"; readonly expected: string }
  | { readonly kind: "out-of-range"; readonly min: bigint; readonly max: bigint; readonly found: number | bigint }
  | { readonly kind: "not-an-integer"; readonly found: number }
  /** An f32 that isn't rounded to one. */
  | { readonly kind: "not-single-precision"; readonly found: number }
  | { readonly kind: "not-a-char"; readonly found: string }
  | { readonly kind: "lone-surrogate" }
  | { readonly kind: "unknown-label"; readonly label: LabelKind; readonly name: string }
  | { readonly kind: "duplicate-label"; readonly label: LabelKind; readonly name: string }
  /** Flags that don't stand in the order of their type. */
  | { readonly kind: "label-order" }
  | { readonly kind: "missing-field"; readonly name: string }
  | { readonly kind: "wrong-length"; readonly expected: number; readonly found: number }
  | { readonly kind: "missing-payload"; readonly name: string }
  | { readonly kind: "unexpected-payload"; readonly name: string }
  /** `key` as WAVE writes it. */
  | { readonly kind: "duplicate-key"; readonly key: string }
  /** A type that this version doesn't know. */
  | { readonly kind: "unsupported-type"; readonly type: string };
