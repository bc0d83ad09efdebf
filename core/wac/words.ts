// The parts of WAC text that fit on a line: names, references and types.

import type {
  FunctionSignature,
  PackageReference,
  Reference,
  Renaming,
  TypeExpression,
  WrittenName,
} from "./syntax.ts";
import { RESERVED } from "./syntax.ts";

export function quote(name: string): string {
  return `"${name}"`;
}

/** Words that begin a type, though WAC lets them be names too. */
const AMBIGUOUS: ReadonlySet<string> = new Set(["map", "own"]);

/** A name as WAC writes it: `%` before words that mean something else. */
export function identifier(name: string): string {
  return RESERVED.has(name) || AMBIGUOUS.has(name) ? `%${name}` : name;
}

export function writtenText({ name, exact }: WrittenName): string {
  return exact ? quote(name) : identifier(name);
}

export function packageText({ name, segments, version }: PackageReference): string {
  return [name, ...segments].join("/") + (version === null ? "" : `@${version}`);
}

export function referenceText(reference: Reference): string {
  return reference.kind === "path" ? packageText(reference.package) : identifier(reference.name);
}

export function renamingText({ from, to }: Renaming): string {
  return from === to ? identifier(from.name) : `${identifier(from.name)} as ${identifier(to.name)}`;
}

export function signatureText({ async: isAsync, parameters, result }: FunctionSignature, keyword = "func"): string {
  const list = parameters.map(({ name, type }) => `${identifier(name.name)}: ${typeText(type)}`).join(", ");
  return `${isAsync ? "async " : ""}${keyword}(${list})${result ? ` -> ${typeText(result)}` : ""}`;
}

export function typeText(type: TypeExpression): string {
  switch (type.kind) {
    case "primitive":
      return type.primitive;
    case "name":
      return identifier(type.name);
    case "list":
      return `list<${typeText(type.element)}${type.length === null ? "" : `, ${type.length}`}>`;
    case "map":
      return `map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case "tuple":
      return `tuple<${type.elements.map(typeText).join(", ")}>`;
    case "option":
      return `option<${typeText(type.element)}>`;
    case "result":
      if (type.error) return `result<${type.ok ? typeText(type.ok) : "_"}, ${typeText(type.error)}>`;
      return type.ok ? `result<${typeText(type.ok)}>` : "result";
    case "own":
    case "borrow":
      return `${type.kind}<${identifier(type.resource.name)}>`;
    case "stream":
    case "future":
      return type.element ? `${type.kind}<${typeText(type.element)}>` : type.kind;
  }
}
