// Why a text isn't the WAVE of a type, as data with its place in the text. The words stand in `wording.ts`.
// Only the first error of a text is known.

import type { LabelKind } from "./value-problem.ts";

/** Where in the text; offset, length and column count UTF-16 code units, line and column from 1. */
export interface WavePlace {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export type WaveError = WavePlace & WaveFault;

/** Types are in WIT's words; `found` is a piece of the text, null at its end. */
export type WaveFault =
  /** `expected` in words: "`,` or `]`". */
  | { readonly kind: "unexpected-text"; readonly expected: string; readonly found: string | null }
  | { readonly kind: "wrong-value"; readonly type: string; readonly found: string | null }
  | {
      readonly kind: "out-of-range";
      readonly type: string;
      readonly min: bigint;
      readonly max: bigint;
      readonly found: string;
    }
  | { readonly kind: "not-an-integer"; readonly type: string; readonly found: string }
  | { readonly kind: "malformed-number"; readonly found: string }
  | { readonly kind: "malformed-label"; readonly found: string }
  | { readonly kind: "unknown-character"; readonly found: string }
  | { readonly kind: "malformed-escape"; readonly found: string }
  | { readonly kind: "unterminated"; readonly what: "string" | "char" | "multiline string" }
  | { readonly kind: "char-length" }
  | { readonly kind: "multiline-start" }
  | { readonly kind: "multiline-end" }
  /** A line with fewer leading spaces than the closing quotes have. */
  | { readonly kind: "multiline-indent"; readonly indent: number }
  | {
      readonly kind: "unknown-label";
      readonly label: LabelKind;
      readonly name: string;
      readonly known: readonly string[];
    }
  /** A case that is spelt like a keyword and lacks its `%`. */
  | { readonly kind: "unescaped-keyword"; readonly name: string }
  | { readonly kind: "duplicate-label"; readonly label: LabelKind; readonly name: string }
  | { readonly kind: "missing-fields"; readonly names: readonly string[] }
  /** `{}` where a record wants `{:}`. */
  | { readonly kind: "empty-braces"; readonly type: string }
  | { readonly kind: "missing-payload"; readonly name: string; readonly type: string }
  | { readonly kind: "unexpected-payload"; readonly name: string }
  | { readonly kind: "wrong-length"; readonly type: string; readonly expected: number; readonly found: number }
  | { readonly kind: "missing-argument"; readonly name: string; readonly type: string }
  | { readonly kind: "extra-argument"; readonly expected: number }
  | { readonly kind: "text-after-value"; readonly found: string }
  | { readonly kind: "unknown-handle"; readonly type: string; readonly found: string }
  /** A type that has no text: a handle, a stream, a type this version doesn't know. */
  | { readonly kind: "unwritable"; readonly type: string }
  | { readonly kind: "too-deep"; readonly bound: number }
  | { readonly kind: "too-long"; readonly bound: number; readonly found: number };

/** Carries an error out of nested parsing; caught at the edge, in `parse-wave.ts`. */
export class WaveFailure extends Error {
  readonly fault: WaveFault;
  readonly start: number;
  readonly end: number;

  /** `start` and `end` are offsets in UTF-16 code units. */
  constructor(fault: WaveFault, start: number, end: number) {
    super(fault.kind);
    this.fault = fault;
    this.start = start;
    this.end = end;
  }
}

/** The piece of `text` from `start` to `end`, or null if that is its end. */
export function foundText(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string | null {
  const found = text.slice(start, end);
  if (found === "") return null;
  return found.length > MAX_FOUND ? `${found.slice(0, MAX_FOUND)}…` : found;
}

/** Code units of a found piece that are kept. */
const MAX_FOUND = 40;

/** The error of `failure` with its place in `text`. */
export function placeFailure(failure: WaveFailure, text: string): WaveError {
  const offset = Math.min(failure.start, text.length);
  const lineStart = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  return { ...failure.fault, offset, length: Math.max(failure.end - offset, 0), line, column: offset - lineStart + 1 };
}
