// A composition → WAC text that any WAC tool reads: one `let` per instance, providers first, names written out exactly.

import type { Composition, CompositionExport, Wire } from "../graph/composition.ts";
import { type ComponentLookup, graphOf } from "../graph/graph.ts";
import { topologyOf } from "../graph/topology.ts";
import { identifier, quote } from "./words.ts";

/** The text of `composition`. Instances on a cycle come last: the text then says what the canvas says, and fails alike. */
export function printWac(composition: Composition, componentOf: ComponentLookup): string {
  const order = instantiationOrder(composition, componentOf);
  const lets = order.map((name) => newInstanceText(composition, componentOf, name));
  const exports = composition.exports.map(exportText);
  const blocks = [`package ${composition.packageName};`, ...lets, ...(exports.length > 0 ? [exports.join("\n")] : [])];
  return `${blocks.join("\n\n")}\n`;
}

function instantiationOrder(composition: Composition, componentOf: ComponentLookup): readonly string[] {
  const { order } = topologyOf(graphOf(composition, componentOf));
  const placed = new Set(order);
  return [...order, ...composition.instances.map(({ name }) => name).filter((name) => !placed.has(name))];
}

/** `"shop:store/orders": store["shop:store/orders"]`, the argument that `wire` is. */
export function wireText(wire: Wire): string {
  return `${quote(wire.import)}: ${identifier(wire.provider)}[${quote(wire.export)}]`;
}

/** The `export` statement of one export of an instance. */
export function exportText({ name, instance, export: exported }: CompositionExport): string {
  const as = name === exported ? "" : ` as ${quote(name)}`;
  return `export ${identifier(instance)}[${quote(exported)}]${as};`;
}

/** The `let` statement of the instance `name`. */
export function newInstanceText(composition: Composition, componentOf: ComponentLookup, name: string): string {
  const { component: key } = composition.instances.find((instance) => instance.name === name)!;
  const wires = composition.wires.filter(({ consumer }) => consumer === name);
  const args = wires.map((wire) => `  ${wireText(wire)},`);
  const wired = new Set(wires.map((wire) => wire.import));
  const imports = componentOf(key)?.type.imports.keys() ?? [];
  const isComplete = componentOf(key) !== undefined && Array.from(imports).every((imported) => wired.has(imported));
  if (!isComplete) args.push("  ...");
  const body = args.length === 0 ? "{}" : args.length === 1 && !isComplete ? "{ ... }" : `{\n${args.join("\n")}\n}`;
  return `let ${identifier(name)} = new ${key} ${body};`;
}
