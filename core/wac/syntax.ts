// The tree of a WAC document. Every node knows its span; comments and white space stand between spans.
// Language: WAC's LANGUAGE.md, "WAC Grammar".

import type { Span } from "../base/diagnostics.ts";

interface Node {
  readonly span: Span;
}

export interface Identifier extends Node {
  /** Without its `%`. */
  readonly name: string;
}

/** A name that may be written as an identifier, from which the full name is inferred, or exactly, as a string. */
export interface WrittenName extends Node {
  readonly name: string;
  readonly exact: boolean;
}

/** `shop:store@1.2.0`, or with segments after it, `wasi:http/proxy@0.2.3`. */
export interface PackageReference extends Node {
  /** `shop:store` */
  readonly name: string;
  /** `proxy`; empty for a package as a whole. */
  readonly segments: readonly string[];
  readonly version: string | null;
}

export type Expression =
  | (Node & { readonly kind: "name"; readonly name: string })
  | (Node & { readonly kind: "new"; readonly package: PackageReference; readonly arguments: readonly Argument[] })
  | (Node & { readonly kind: "access"; readonly of: Expression; readonly name: WrittenName });

export type Argument =
  | (Node & { readonly kind: "inferred"; readonly name: Identifier })
  | (Node & { readonly kind: "named"; readonly name: WrittenName; readonly value: Expression })
  | (Node & { readonly kind: "spread"; readonly name: Identifier })
  /** `...`: the composition imports what is left. */
  | (Node & { readonly kind: "fill" });

export type Statement =
  | (Node & { readonly kind: "let"; readonly name: Identifier; readonly value: Expression })
  | (Node & {
      readonly kind: "export";
      readonly value: Expression;
      readonly spread: boolean;
      readonly as: WrittenName | null;
    })
  /** A statement that this version reads past: imports and types. */
  | (Node & { readonly kind: "other"; readonly keyword: string });

export interface WacDocument {
  readonly package: PackageReference;
  readonly targets: PackageReference | null;
  readonly statements: readonly Statement[];
}
