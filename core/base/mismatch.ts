// The first difference between what an import needs and what is offered, as data that knows its place in the types.

/** `request › headers`: labels from the extern inwards. */
export type TypePath = readonly string[];

export interface Mismatch {
  readonly path: TypePath;
  readonly difference: Difference;
}

/** What a record, variant, flags, enum, function or interface is made up of. */
export type MemberKind =
  | "field"
  | "case"
  | "label"
  | "parameter"
  | "element"
  | "function"
  | "import"
  | "export"
  | "type";

/** A resource, with the name it goes by and, where it is known, whose it is. */
export interface ResourceDescription {
  readonly name: string;
  /** `store` for an instance of the composition; null where only the component itself is known. */
  readonly instance: string | null;
  /** The interface that hands it out, if any. */
  readonly interface: string | null;
}

export type Difference =
  /** Types written in WIT, or the kinds of two externs. */
  | { readonly kind: "type"; readonly expected: string; readonly found: string }
  | { readonly kind: "member-missing"; readonly member: MemberKind; readonly name: string }
  | { readonly kind: "member-extra"; readonly member: MemberKind; readonly name: string }
  /** The same members in another order, or another name at the same place. */
  | { readonly kind: "member-renamed"; readonly member: MemberKind; readonly expected: string; readonly found: string }
  | { readonly kind: "member-count"; readonly member: MemberKind; readonly expected: number; readonly found: number }
  | { readonly kind: "result-missing"; readonly expected: string }
  | { readonly kind: "result-extra"; readonly found: string }
  | { readonly kind: "async"; readonly expected: boolean }
  | { readonly kind: "resource"; readonly expected: ResourceDescription; readonly found: ResourceDescription }
  | { readonly kind: "version"; readonly expected: string; readonly found: string }
  /** A construct that this version doesn't know stands in the way of a verdict. */
  | { readonly kind: "unknown" };
