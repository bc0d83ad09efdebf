// A graph → WAC text: declared imports with their types written out, one `let` per instance, providers first, exports.
// Language: WAC's LANGUAGE.md, "Import Statement", "Let Statement", "Export Statement".

import type { Graph, GraphInstance, Item } from "../graph/graph.ts";
import { freeWacName, toLabel } from "../graph/naming.ts";
import { topologyOf } from "../graph/topology.ts";
import { identifier } from "../wac/print.ts";
import { isLabel, parseInterfaceName } from "../wit/names.ts";
import { typeOwnersOf } from "../wit/owners.ts";
import { printInterface } from "../wit/print-world.ts";
import { printFunction } from "../wit/print-type.ts";
import { type AnyType, childrenOf, type ComponentType, type Extern } from "../wit/types.ts";

/** The text of `graph` as a package, or the name of the first declared import whose type can't be written in place. */
export function printGraph(
  packageName: string,
  graph: Graph,
  whole: ComponentType,
): { text: string } | { unwritable: string } {
  const instanceNames = graph.instances.map(({ name }) => name);
  const importNames = new Map<string, string>();
  const lines: string[] = [];
  for (const { name, extern } of graph.imports) {
    const type = importType(name, extern, whole);
    if (type === null) return { unwritable: name };
    const short = toLabel(parseInterfaceName(name)?.interfaceName ?? name);
    const label = freeWacName(isLabel(name) ? name : short, [...instanceNames, ...importNames.values()]);
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
  return {
    text: `${blocks
      .filter((block) => block.length > 0)
      .map((block) => block.join("\n"))
      .join("\n\n")}\n`,
  };
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

function quote(name: string): string {
  return `"${name}"`;
}
