// The items of an interface or a world → WIT statements, in the order that wasm-tools prints them:
// `use`s, then types with the functions of their resources, then free functions. Spec: WIT.md, "Item: interface".

import { getOrInsert } from "../base/collections.ts";
import { packageOf, parseInterfaceName, parsePlainName } from "./names.ts";
import type { TypeOwners } from "./owners.ts";
import { identifier, interfacePath, printCase, printFunction, printType } from "./print-type.ts";
import { type Extern, type ExternMap, type FunctionType, type NamedType, peel } from "./types.ts";

/** One statement; its lines after the first carry their indentation relative to it. */
export interface Statement {
  readonly group: "use" | "type" | "function";
  readonly lines: readonly string[];
}

export interface StatementContext {
  readonly owners: TypeOwners;
  /** The interface whose items are printed, or null for a world's own items. */
  readonly self: string | null;
}

/** The `use`, type and function statements of `items`. */
export function printStatements(items: ExternMap, context: StatementContext): Statement[] {
  const functionsOf = groupByResource(items);
  const uses: { from: string; names: string[] }[] = [];
  const types: Statement[] = [];
  const functions: Statement[] = [];
  for (const [name, extern] of items) {
    if (extern.kind === "type") {
      const use = useOf(name, extern, context);
      if (use) addUse(uses, use);
      else types.push({ group: "type", lines: printTypeItem(name, extern.type as NamedType, functionsOf, context) });
    } else if (extern.kind === "function" && parsePlainName(name).resource === null) {
      functions.push({ group: "function", lines: [`${printFunctionItem(name, extern.type)};`] });
    }
  }
  const useStatements = uses.map(({ from, names }): Statement => {
    return { group: "use", lines: [`use ${from}.{${names.join(", ")}};`] };
  });
  return [...useStatements, ...types, ...functions];
}

/** `name: func(…)` of a free function or accessor. */
export function printFunctionItem(name: string, type: FunctionType): string {
  const { label, accessor } = parsePlainName(name);
  return `${identifier(label)}: ${printFunction(type, { keyword: accessor ?? "func" })}`;
}

type NamedFunction = readonly [name: string, type: FunctionType];

function groupByResource(items: ExternMap): ReadonlyMap<string, readonly NamedFunction[]> {
  const groups = new Map<string, NamedFunction[]>();
  for (const [name, extern] of items) {
    const { resource } = parsePlainName(name);
    if (extern.kind !== "function" || resource === null) continue;
    getOrInsert(groups, resource, (): NamedFunction[] => []).push([name, extern.type]);
  }
  return groups;
}

interface Use {
  readonly from: string;
  readonly name: string;
}

/** The `use` that declares the type, where it comes from another interface. */
function useOf(name: string, extern: Extern, { owners, self }: StatementContext): Use | null {
  if (extern.type.kind !== "named") return null;
  const origin = owners.get(extern.type)?.origin;
  const home = origin && owners.get(origin);
  if (!origin || !home || home.level === "world" || home.extern === self) return null;
  const from = relativePath(home.extern, self);
  return { from, name: origin.name === name ? identifier(name) : `${identifier(origin.name)} as ${identifier(name)}` };
}

function addUse(uses: { from: string; names: string[] }[], use: Use): void {
  const last = uses.at(-1);
  if (last?.from === use.from) last.names.push(use.name);
  else uses.push({ from: use.from, names: [use.name] });
}

/** Inside its own package an interface goes by its short name. */
function relativePath(name: string, self: string | null): string {
  const target = parseInterfaceName(name);
  const own = self === null ? null : parseInterfaceName(self);
  if (!target) return identifier(name);
  return own && packageOf(own) === packageOf(target) ? identifier(target.interfaceName) : interfacePath(name);
}

function printTypeItem(
  name: string,
  type: NamedType,
  functionsOf: ReadonlyMap<string, readonly NamedFunction[]>,
  { owners }: StatementContext,
): string[] {
  const origin = owners.get(type)?.origin;
  if (origin) return [`type ${identifier(name)} = ${identifier(origin.name)};`];
  // Names that no interface here owns are the business of another component: what they stand for is written out.
  const of = peel(type);
  switch (of.kind) {
    case "resource":
      return block(`resource ${identifier(name)}`, (functionsOf.get(name) ?? []).map(printResourceFunction));
    case "record":
      return block(
        `record ${identifier(name)}`,
        of.fields.map((field) => `${identifier(field.name)}: ${printType(field.type)},`),
        true,
      );
    case "variant":
      return block(
        `variant ${identifier(name)}`,
        of.cases.map((c) => `${printCase(c.name, c.type)},`),
        true,
      );
    case "flags":
    case "enum":
      return block(
        `${of.kind} ${identifier(name)}`,
        of.labels.map((label) => `${identifier(label)},`),
        true,
      );
    case "own":
      return [`type ${identifier(name)} = own<${printType(of.resource)}>;`];
    default:
      return [`type ${identifier(name)} = ${printType(of)};`];
  }
}

/** `head { … }`; `head;` for a resource without functions. */
function block(head: string, body: readonly string[], always = false): string[] {
  if (body.length === 0 && !always) return [`${head};`];
  return [`${head} {`, ...body.map((line) => `  ${line}`), "}"];
}

function printResourceFunction([name, type]: NamedFunction): string {
  const { role, resource, label, accessor } = parsePlainName(name);
  if (role === "constructor") {
    const own = type.result;
    const isPlain = own?.kind === "own" && own.resource.kind === "named" && own.resource.name === resource;
    return `${printFunction(type, { keyword: "constructor", skipResult: isPlain })};`;
  }
  const keyword = accessor ?? "func";
  if (role === "static") return `${identifier(label)}: static ${printFunction(type, { keyword })};`;
  return `${identifier(label)}: ${printFunction(type, { keyword, skipSelf: true })};`;
}
