// A graph → WAC text: declared imports with their types written out, one `let` per instance, providers first, exports.
// Language: WAC's LANGUAGE.md, "Import Statement", "Let Statement", "Export Statement".

import type { GraphInstance, Item } from "../graph/graph.ts";
import { NamePool, wacName } from "../graph/name-pool.ts";
import { toLabel } from "../graph/naming.ts";
import { topologyOf } from "../graph/topology.ts";
import type { Decomposed } from "./decompose.ts";
import { DecomposeFailure } from "./root-items.ts";
import { identifier } from "../wac/words.ts";
import { isLabel, parseInterfaceName } from "../wit/names.ts";
import { typeOwnersOf } from "../wit/owners.ts";
import { printInterface } from "../wit/print-world.ts";
import { printFunction } from "../wit/print-type.ts";
import { type AnyType, childrenOf, type ComponentType, type Extern } from "../wit/types.ts";

/** The text of `graph`, which `whole` was read as. @throws DecomposeFailure where a type or a name can't be written */
export function printGraph({ packageName, graph, importOffsets }: Decomposed, whole: ComponentType): string {
  const pool = new NamePool(graph.instances.map(({ name }) => name));
  const importNames = new Map<string, string>();
  const lines: string[] = [];
  for (const { name, extern } of graph.imports) {
    const type = importType(name, extern, whole);
    if (type === null) {
      const what = `the type of the import \`${name}\`, which no argument brings along`;
      throw new DecomposeFailure({ kind: "not-in-wac", what, byteOffset: importOffsets.get(name) ?? 0 });
    }
    const short = wacName(toLabel(parseInterfaceName(name)?.interfaceName ?? name));
    const label = pool.next(isLabel(name) ? name : short);
    importNames.set(name, label);
    lines.push(`import ${identifier(label)}${label === name ? "" : ` as ${quote(name)}`}: ${type};`);
  }
  const text = (item: Item): string => {
    if (item.kind === "instance") return identifier(item.instance);
    return item.kind === "import" ? identifier(importNames.get(item.name)!) : `${text(item.of)}[${quote(item.name)}]`;
  };
  const byName = new Map(graph.instances.map((instance) => [instance.name, instance]));
  const lets = topologyOf(graph).order.map((name) => printInstance(byName.get(name)!, text));
  const exports = graph.exports.map(({ name, item }) => {
    return `export ${text(item)}${item.kind === "export" && item.name === name ? "" : ` as ${quote(name)}`};`;
  });
  const blocks = [[`package ${packageName};`], lines, ...lets.map((line) => [line]), exports];
  const filled = blocks.filter((block) => block.length > 0);
  return `${filled.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function printInstance(instance: GraphInstance, text: (item: Item) => string): string {
  const { name, key, component, arguments: given } = instance;
  const args = Array.from(given, ([imported, item]) => `  ${quote(imported)}: ${text(item)},`);
  const isComplete = [...component.type.imports.keys()].every((imported) => given.has(imported));
  if (!isComplete) args.push("  ...");
  const body = args.length === 0 ? "{}" : args.length === 1 && !isComplete ? "{ ... }" : `{\n${args.join("\n")}\n}`;
  return `let ${identifier(name)} = new ${key} ${body};`;
}

/** The type of a declared import where it can be written in place: WAC has names only for what is in packages. */
function importType(name: string, extern: Extern, whole: ComponentType): string | null {
  if (extern.annotations !== undefined && Object.keys(extern.annotations).length > 0) return null;
  if (extern.kind === "function") return mentionsNames(extern.type) ? null : printFunction(extern.type);
  if (extern.kind !== "instance") return null;
  const owners = typeOwnersOf(whole);
  for (const item of extern.type.exports.values()) {
    if (item.kind !== "type" && item.kind !== "function") return null;
    if (item.kind !== "type" || item.type.kind !== "named") continue;
    const origin = owners.get(item.type)?.origin;
    if (origin && owners.get(origin)?.extern !== name) return null;
  }
  const printed = printInterface(whole, "import", name);
  return printed === null ? null : `interface ${printed.slice(printed.indexOf("{"))}`;
}

function mentionsNames(type: AnyType): boolean {
  const seen = new Set<AnyType>();
  const visit = (inner: AnyType): boolean => {
    if (inner.kind === "named") return true;
    if (seen.has(inner)) return false;
    seen.add(inner);
    return childrenOf(inner).some(visit);
  };
  return visit(type);
}

/** WAC's strings have no escapes. No valid name needs one, but files hold what they like. */
function quote(name: string): string {
  if (/["\p{Cc}]/u.test(name)) {
    throw new DecomposeFailure({
      kind: "not-in-wac",
      what: "a name with a quote or a control character",
      byteOffset: 0,
    });
  }
  return `"${name}"`;
}
