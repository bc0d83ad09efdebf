// The tree of a WAC document. Every node knows its span; comments and white space stand between spans.
// Language: WAC's LANGUAGE.md, "WAC Grammar"; types as in WIT.md.

import type { Span } from "../base/diagnostics.ts";
import type { PrimitiveName } from "../binary/records.ts";

interface Node {
  readonly span: Span;
}

interface Documented extends Node {
  /** The doc comments before it, `///` or `/** … *\/`, without their marks. */
  readonly docs: readonly string[];
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

/** What stands for an interface, a world or a type: a name of the document, or a path into a package. */
export type Reference =
  | (Node & { readonly kind: "name"; readonly name: string })
  | (Node & { readonly kind: "path"; readonly package: PackageReference });

export type TypeExpression =
  | (Node & { readonly kind: "primitive"; readonly primitive: PrimitiveName })
  | (Node & { readonly kind: "name"; readonly name: string })
  | (Node & { readonly kind: "list"; readonly element: TypeExpression; readonly length: number | null })
  | (Node & { readonly kind: "map"; readonly key: TypeExpression; readonly value: TypeExpression })
  | (Node & { readonly kind: "tuple"; readonly elements: readonly TypeExpression[] })
  | (Node & { readonly kind: "option"; readonly element: TypeExpression })
  | (Node & { readonly kind: "result"; readonly ok: TypeExpression | null; readonly error: TypeExpression | null })
  | (Node & { readonly kind: "own" | "borrow"; readonly resource: Identifier })
  | (Node & { readonly kind: "stream" | "future"; readonly element: TypeExpression | null });

export interface NamedType extends Node {
  readonly name: Identifier;
  readonly type: TypeExpression;
}

export interface FunctionSignature extends Node {
  readonly kind: "function";
  readonly async: boolean;
  readonly parameters: readonly NamedType[];
  readonly result: TypeExpression | null;
}

export interface Case extends Documented {
  readonly name: Identifier;
  readonly type: TypeExpression | null;
}

export interface ResourceMember extends Documented {
  readonly role: "constructor" | "method" | "static";
  /** The word `constructor` itself for a constructor. */
  readonly name: Identifier;
  readonly type: FunctionSignature;
}

interface Declared extends Documented {
  readonly name: Identifier;
}

export type TypeDeclaration =
  | (Declared & { readonly kind: "resource"; readonly members: readonly ResourceMember[] })
  | (Declared & { readonly kind: "variant"; readonly cases: readonly Case[] })
  | (Declared & { readonly kind: "record"; readonly fields: readonly (Documented & NamedType)[] })
  | (Declared & { readonly kind: "flags" | "enum"; readonly labels: readonly Declared[] })
  | (Declared & { readonly kind: "type"; readonly type: TypeExpression | FunctionSignature });

/** `a as b`; without `as`, both are `a`. */
export interface Renaming extends Node {
  readonly from: Identifier;
  readonly to: Identifier;
}

export interface Use extends Documented {
  readonly kind: "use";
  readonly from: Reference;
  readonly items: readonly Renaming[];
}

export interface InterfaceFunction extends Documented {
  readonly kind: "function";
  readonly name: Identifier;
  /** A name stands for a function type that was declared before. */
  readonly type: FunctionSignature | Identifier;
}

export type InterfaceItem = Use | TypeDeclaration | InterfaceFunction;

export interface InlineInterface extends Node {
  readonly kind: "interface";
  readonly items: readonly InterfaceItem[];
}

/** The type of an import or export. */
export type ExternType = FunctionSignature | InlineInterface | Reference;

export interface WorldPort<K extends "import" | "export"> extends Documented {
  readonly kind: K;
  /** Null for an interface under its own name. */
  readonly name: Identifier | null;
  readonly type: ExternType;
}

export type WorldItem =
  | Use
  | TypeDeclaration
  | WorldPort<"import">
  | WorldPort<"export">
  | (Documented & { readonly kind: "include"; readonly world: Reference; readonly with: readonly Renaming[] });

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
  | (Documented & {
      readonly kind: "import";
      readonly name: Identifier;
      readonly as: WrittenName | null;
      readonly type: ExternType;
    })
  | (Documented & { readonly kind: "interface"; readonly name: Identifier; readonly items: readonly InterfaceItem[] })
  | (Documented & { readonly kind: "world"; readonly name: Identifier; readonly items: readonly WorldItem[] })
  | Exclude<TypeDeclaration, { kind: "resource" }>
  | (Documented & { readonly kind: "let"; readonly name: Identifier; readonly value: Expression })
  | (Documented & {
      readonly kind: "export";
      readonly value: Expression;
      readonly spread: boolean;
      readonly as: WrittenName | null;
    });

export interface Comment extends Node {
  /** As written, with its marks. */
  readonly text: string;
}

export interface WacDocument {
  readonly docs: readonly string[];
  readonly package: PackageReference;
  readonly targets: PackageReference | null;
  /** Of the `package` directive. */
  readonly span: Span;
  readonly statements: readonly Statement[];
  /** All comments in the order of the text, doc comments too. */
  readonly comments: readonly Comment[];
}

/** The words that are no identifiers unless `%` stands before them. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    "import with type tuple list option result borrow resource variant record flags enum func static constructor " +
    "u8 s8 u16 s16 u32 s32 u64 s64 f32 f64 char bool string interface world export new let use include as package " +
    "targets async stream future error-context"
  ).split(" "),
);
