// Why a tool couldn't do what was asked. Messages are the tools' own words; everything else is worded by the app.

import type { DecodeError } from "../../core/binary/cursor.ts";

/** Where in a text, counted from 1. `length` characters from there, where the tool tells. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export type ToolchainError =
  /** The bytes are no component. */
  | { readonly kind: "not-readable"; readonly error: DecodeError }
  /** It needs what this version can't run: `what` is the import or export, in WIT's words. */
  | { readonly kind: "unsupported"; readonly feature: "async"; readonly what: string }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "wat-syntax"; readonly message: string; readonly place: TextPlace }
  /** The tool itself failed; it has been started anew. */
  | { readonly kind: "tool-crashed"; readonly message: string }
  | { readonly kind: "cancelled" };
