// Types in WIT's words. Spec: WIT.md, "Types", "Item: func".

import { isLabel } from "./names.ts";
import type { AnyType, FunctionType, ValueType } from "./types.ts";

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "use type func u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char bool string resource own borrow record flags variant " +
    "enum option result future stream list tuple map error-context as from static interface world import export " +
    "package constructor include with async"
  ).split(" "),
);

/** A name as WIT writes it: `%` before keywords. */
export function identifier(name: string): string {
  return KEYWORDS.has(name) ? `%${name}` : name;
}

/** The path of an interface or package as WIT writes it: `demo:%world/%interface@1.0.0`. */
export function interfacePath(name: string): string {
  const [path = "", ...version] = name.split("@");
  return [path.replaceAll(/[^:/]+/g, identifier), ...version].join("@");
}

/** `type` where WIT expects a type: by name if it has one, written out if not. */
export function printType(type: AnyType | null): string {
  if (type === null) return "_";
  switch (type.kind) {
    case "primitive":
      return type.primitive;
    case "named":
      return identifier(type.name);
    case "list":
      return type.length === null
        ? `list<${printType(type.element)}>`
        : `list<${printType(type.element)}, ${type.length}>`;
    case "map":
      return `map<${printType(type.key)}, ${printType(type.value)}>`;
    case "tuple":
      return `tuple<${type.elements.map(printType).join(", ")}>`;
    case "option":
      return `option<${printType(type.element)}>`;
    case "result":
      if (type.error) return `result<${printType(type.ok)}, ${printType(type.error)}>`;
      return type.ok ? `result<${printType(type.ok)}>` : "result";
    case "own":
      return printType(type.resource);
    case "borrow":
      return `borrow<${printType(type.resource)}>`;
    case "stream":
    case "future":
      return type.element ? `${type.kind}<${printType(type.element)}>` : type.kind;
    case "record":
      return `record { ${type.fields.map((field) => `${identifier(field.name)}: ${printType(field.type)}`).join(", ")} }`;
    case "variant":
      return `variant { ${type.cases.map((c) => printCase(c.name, c.type)).join(", ")} }`;
    case "flags":
    case "enum":
      return `${type.kind} { ${type.labels.map(identifier).join(", ")} }`;
    case "function":
      return printFunction(type);
    case "unknown":
      return "unknown";
    default:
      return type.kind;
  }
}

export function printCase(name: string, type: ValueType | null): string {
  return type ? `${identifier(name)}(${printType(type)})` : identifier(name);
}

export interface FunctionPrintOptions {
  /** The first parameter is the `self` of a method and goes without saying. */
  readonly skipSelf?: boolean;
  readonly keyword?: "func" | "constructor" | "get" | "set";
  readonly skipResult?: boolean;
}

/** `async func(a: u32) -> string`. */
export function printFunction(type: FunctionType, options: FunctionPrintOptions = {}): string {
  const parameters = options.skipSelf ? type.parameters.slice(1) : type.parameters;
  const list = parameters.map((parameter) => `${identifier(parameter.name)}: ${printType(parameter.type)}`).join(", ");
  const result = type.result && !options.skipResult ? ` -> ${printType(type.result)}` : "";
  return `${type.async ? "async " : ""}${options.keyword ?? "func"}(${list})${result}`;
}

/** An import or export name where WIT wants one: labels escaped, interface names as they are. */
export function externIdentifier(name: string): string {
  return isLabel(name) ? identifier(name) : name;
}
