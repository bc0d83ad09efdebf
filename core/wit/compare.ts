// May one type stand where another is required? Instances may offer more than is asked; all else must be equal.
// The answer is the first difference with its path, or null. Spec: Subtyping.md; as strict as wasmparser, which
// admits no other subtyping yet.

import type { Difference, MemberKind, Mismatch, ResourceDescription, TypePath } from "../base/mismatch.ts";
import { parsePlainName } from "./names.ts";
import { printType } from "./print-type.ts";
import { Substitution, TypeBudget } from "./substitution.ts";
import {
  type AnyType,
  type ComponentType,
  type Extern,
  type FunctionType,
  type InstanceType,
  peel,
  peelValue,
  type StructuralValueType,
  type ValueType,
} from "./types.ts";

/** When two types count as one beyond being the same object. */
export interface TypeEquality {
  /** The object that stands for all types unified with `type`. */
  representative(type: AnyType): AnyType;
  sameResource(a: AnyType, b: AnyType): boolean;
  describeResource(type: AnyType): ResourceDescription;
}

/** The innermost name of a type: the one its definition gave it. */
export function definedName(type: AnyType): string {
  let name = "";
  for (let inner = type; inner.kind === "named"; inner = inner.of) name = inner.name;
  return name;
}

/**
 * Resources are taken for the same if their names agree: enough to say whether two components were built for each other,
 * before a composition gives every resource its identity.
 */
export const EQUAL_BY_NAME: TypeEquality = {
  representative: (type) => type,
  sameResource: (a, b) => peel(a) === peel(b) || definedName(a) === definedName(b),
  describeResource: (type) => ({ name: definedName(type), instance: null, interface: null }),
};

/** Why `found` can't stand where `expected` is required, or null if it can. */
export function compareExterns(found: Extern, expected: Extern, equality: TypeEquality): Mismatch | null {
  return new Comparison(equality).externs(found, expected, []);
}

/** Why the types are not equal, or null if they are. */
export function compareTypes(
  found: AnyType,
  expected: AnyType,
  equality: TypeEquality,
  path: TypePath = [],
): Mismatch | null {
  return new Comparison(equality).types(found, expected, path);
}

function mismatch(path: TypePath, difference: Difference): Mismatch {
  return { path, difference };
}

const EXTERN_KIND_WORDS: Readonly<Record<Extern["kind"], string>> = {
  function: "a function",
  instance: "an interface",
  type: "a type",
  component: "a component",
  module: "a core module",
  value: "a value",
};

class Comparison {
  readonly #equality: TypeEquality;
  /** Pairs already found equal; types share parts heavily. */
  readonly #equal = new Map<AnyType, Set<AnyType>>();

  constructor(equality: TypeEquality) {
    this.#equality = equality;
  }

  externs(found: Extern, expected: Extern, path: TypePath): Mismatch | null {
    if (expected.kind === "function" && found.kind === "function")
      return this.#functions(found.type, expected.type, path);
    if (expected.kind === "instance" && found.kind === "instance")
      return this.#instances(found.type, expected.type, path);
    if (expected.kind === "component" && found.kind === "component")
      return this.#components(found.type, expected.type, path);
    if (expected.kind === "module" && found.kind === "module") return null; // left to the validator
    if (expected.kind === found.kind) return this.types(found.type, expected.type, path);
    const [expectedWord, foundWord] = [EXTERN_KIND_WORDS[expected.kind], EXTERN_KIND_WORDS[found.kind]];
    return mismatch(path, { kind: "type", expected: expectedWord, found: foundWord });
  }

  types(found: AnyType, expected: AnyType, path: TypePath): Mismatch | null {
    const [inner, outer] = [peel(found), peel(expected)];
    if (inner.kind === "resource" || outer.kind === "resource") return this.#resources(found, expected, path);
    if (inner.kind === "function" && outer.kind === "function") return this.#functions(inner, outer, path);
    if (inner.kind === "instance" && outer.kind === "instance") return this.#instances(inner, outer, path);
    if (inner.kind === "component" && outer.kind === "component") return this.#components(inner, outer, path);
    if (inner.kind === "module" && outer.kind === "module") return null;
    return this.#values(found as ValueType, expected as ValueType, path);
  }

  #instances(found: InstanceType, expected: InstanceType, path: TypePath): Mismatch | null {
    if (found === expected) return null;
    if (found.opaque || expected.opaque) return mismatch(path, { kind: "unknown" });
    for (const [name, item] of expected.exports) {
      const offered = found.exports.get(name);
      if (!offered) return mismatch(path, { kind: "member-missing", member: memberKindOf(item), name });
      const inner = this.externs(offered, item, [...path, pathLabel(name)]);
      if (inner) return inner;
    }
    return null;
  }

  /** Contravariant in imports: what `expected` would be given must suffice for `found`. */
  #components(found: ComponentType, expected: ComponentType, path: TypePath): Mismatch | null {
    const substitution = new Substitution(new TypeBudget());
    for (const [name, needed] of found.imports) {
      const given = expected.imports.get(name);
      if (!given) return mismatch(path, { kind: "member-extra", member: "import", name });
      substitution.bind(needed, given);
      const inner = this.externs(given, substitution.applyToExtern(needed), [...path, name]);
      if (inner) return inner;
    }
    for (const [name, item] of expected.exports) {
      const offered = found.exports.get(name);
      if (!offered) return mismatch(path, { kind: "member-missing", member: memberKindOf(item), name });
      const inner = this.externs(substitution.applyToExtern(offered), item, [...path, name]);
      if (inner) return inner;
    }
    return null;
  }

  #resources(found: AnyType, expected: AnyType, path: TypePath): Mismatch | null {
    const [inner, outer] = [peel(found), peel(expected)];
    if (inner.kind !== "resource" || outer.kind !== "resource") return mismatch(path, typeDifference(found, expected));
    if (this.#equality.sameResource(found, expected)) return null;
    const [expectedOne, foundOne] = [this.#equality.describeResource(expected), this.#equality.describeResource(found)];
    return mismatch(path, { kind: "resource", expected: expectedOne, found: foundOne });
  }

  #functions(found: FunctionType, expected: FunctionType, path: TypePath): Mismatch | null {
    if (found === expected) return null;
    if (found.async !== expected.async) return mismatch(path, { kind: "async", expected: expected.async });
    const names = compareMembers("parameter", found.parameters, expected.parameters);
    if (names) return mismatch(path, names);
    for (const [i, parameter] of expected.parameters.entries()) {
      const inner = this.#values(found.parameters[i]!.type, parameter.type, [...path, parameter.name]);
      if (inner) return inner;
    }
    if (expected.result && !found.result)
      return mismatch(path, { kind: "result-missing", expected: printType(expected.result) });
    if (!expected.result && found.result)
      return mismatch(path, { kind: "result-extra", found: printType(found.result) });
    return this.#optionals(found.result, expected.result, [...path, "result"]);
  }

  #optionals(found: ValueType | null, expected: ValueType | null, path: TypePath): Mismatch | null {
    if (found && expected) return this.#values(found, expected, path);
    if (!found && !expected) return null;
    return mismatch(path, { kind: "type", expected: printType(expected), found: printType(found) });
  }

  #values(found: ValueType, expected: ValueType, path: TypePath): Mismatch | null {
    const equality = this.#equality;
    if (equality.representative(found) === equality.representative(expected) && found.kind !== "unknown") return null;
    const [a, b] = [peelValue(found), peelValue(expected)];
    const equal = this.#equal.get(a) ?? new Set();
    if (equal.has(b)) return null;
    if (a.kind === "unknown" || b.kind === "unknown") return mismatch(path, { kind: "unknown" });
    const inner = a.kind === b.kind ? this.#structures(a, b, path) : mismatch(path, typeDifference(found, expected));
    if (!inner) this.#equal.set(a, equal.add(b));
    return inner;
  }

  /** Two types of the same kind. */
  #structures(found: StructuralValueType, expected: StructuralValueType, path: TypePath): Mismatch | null {
    switch (expected.kind) {
      case "primitive": {
        const same = (found as typeof expected).primitive === expected.primitive;
        return same ? null : mismatch(path, typeDifference(found, expected));
      }
      case "record": {
        const { fields } = found as typeof expected;
        const names = compareMembers("field", fields, expected.fields);
        return names ? mismatch(path, names) : this.#members(fields, expected.fields, path);
      }
      case "variant": {
        const { cases } = found as typeof expected;
        const names = compareMembers("case", cases, expected.cases);
        return names ? mismatch(path, names) : this.#members(cases, expected.cases, path);
      }
      case "flags":
      case "enum": {
        const asMembers = (labels: readonly string[]): { name: string }[] => labels.map((name) => ({ name }));
        const member = expected.kind === "enum" ? "case" : "label";
        const names = compareMembers(member, asMembers((found as typeof expected).labels), asMembers(expected.labels));
        return names && mismatch(path, names);
      }
      case "list": {
        const list = found as typeof expected;
        if (list.length !== expected.length) return mismatch(path, typeDifference(found, expected));
        return this.#values(list.element, expected.element, [...path, "element"]);
      }
      case "option":
        return this.#values((found as typeof expected).element, expected.element, [...path, "some"]);
      case "map": {
        const map = found as typeof expected;
        const key = this.#values(map.key, expected.key, [...path, "key"]);
        return key ?? this.#values(map.value, expected.value, [...path, "value"]);
      }
      case "tuple": {
        const { elements } = found as typeof expected;
        const [count, needed] = [elements.length, expected.elements.length];
        if (count !== needed)
          return mismatch(path, { kind: "member-count", member: "element", expected: needed, found: count });
        const named = (types: readonly ValueType[]): { name: string; type: ValueType }[] =>
          types.map((type, i) => ({ name: String(i), type }));
        return this.#members(named(elements), named(expected.elements), path);
      }
      case "result": {
        const result = found as typeof expected;
        const ok = this.#optionals(result.ok, expected.ok, [...path, "ok"]);
        return ok ?? this.#optionals(result.error, expected.error, [...path, "err"]);
      }
      case "own":
      case "borrow":
        return this.#resources((found as typeof expected).resource, expected.resource, path);
      case "stream":
      case "future":
        return this.#optionals((found as typeof expected).element, expected.element, [...path, "element"]);
      case "unknown":
        return mismatch(path, { kind: "unknown" });
    }
  }

  #members(found: readonly Member[], expected: readonly Member[], path: TypePath): Mismatch | null {
    for (const [i, { name, type }] of expected.entries()) {
      const inner = this.#optionals(found[i]!.type, type, [...path, name]);
      if (inner) return inner;
    }
    return null;
  }
}

interface Member {
  readonly name: string;
  readonly type: ValueType | null;
}

/** The first difference between two ordered lists of names. */
function compareMembers(
  member: MemberKind,
  found: readonly { readonly name: string }[],
  expected: readonly { readonly name: string }[],
): Difference | null {
  const at = expected.findIndex(({ name }, i) => found[i]?.name !== name);
  if (at < 0) {
    const extra = found[expected.length];
    return extra ? { kind: "member-extra", member, name: extra.name } : null;
  }
  const needed = expected[at]!.name;
  const offered = found[at]?.name;
  if (offered === undefined || (found.length < expected.length && !found.some(({ name }) => name === needed))) {
    return { kind: "member-missing", member, name: needed };
  }
  if (found.length > expected.length && !expected.some(({ name }) => name === offered)) {
    return { kind: "member-extra", member, name: offered };
  }
  return { kind: "member-renamed", member, expected: needed, found: offered };
}

function typeDifference(found: AnyType, expected: AnyType): Difference {
  const [expectedText, foundText] = [describeType(expected), describeType(found)];
  const namesTell = expectedText !== foundText && expected.kind === "named" && found.kind === "named";
  if (namesTell) return { kind: "type", expected: expectedText, found: foundText };
  // The same name for different things, or no name on one side: say what each is.
  return { kind: "type", expected: describeType(peel(expected)), found: describeType(peel(found)) };
}

/** WIT may leave out the `own` of an owned handle; next to a borrowed one it must be seen. */
function describeType(type: AnyType): string {
  return type.kind === "own" ? `own<${printType(type.resource)}>` : printType(type);
}

function memberKindOf(extern: Extern): MemberKind {
  if (extern.kind === "function") return "function";
  return extern.kind === "type" ? "type" : "export";
}

/** `[method]order.confirm` reads as `order.confirm` in a path. */
export function pathLabel(name: string): string {
  const { role, resource, label } = parsePlainName(name);
  if (role === "plain") return label;
  return role === "constructor" ? `${label} constructor` : `${resource}.${label}`;
}
