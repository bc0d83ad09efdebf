// A composition → WAC text that any WAC tool reads: one `let` per instance, providers first, names written out exactly.

import type { Composition } from "../graph/composition.ts";
import { type ComponentLookup, graphOf } from "../graph/graph.ts";
import { topologyOf } from "../graph/topology.ts";

/** The text of `composition`. Instances on a cycle come last: the text then says what the canvas says, and fails alike. */
export function printWac(composition: Composition, componentOf: ComponentLookup): string {
  const order = instantiationOrder(composition, componentOf);
  const lets = order.map((name) => printInstance(composition, componentOf, name));
  const exports = composition.exports.map(({ name, instance, export: exported }) => {
    const as = name === exported ? "" : ` as ${quote(name)}`;
    return `export ${identifier(instance)}[${quote(exported)}]${as};`;
  });
  const blocks = [`package ${composition.packageName};`, ...lets, ...(exports.length > 0 ? [exports.join("\n")] : [])];
  return `${blocks.join("\n\n")}\n`;
}

function instantiationOrder(composition: Composition, componentOf: ComponentLookup): readonly string[] {
  const { order } = topologyOf(graphOf(composition, componentOf));
  const placed = new Set(order);
  return [...order, ...composition.instances.map(({ name }) => name).filter((name) => !placed.has(name))];
}

function printInstance(composition: Composition, componentOf: ComponentLookup, name: string): string {
  const { component: key } = composition.instances.find((instance) => instance.name === name)!;
  const wires = composition.wires.filter(({ consumer }) => consumer === name);
  const args = wires.map((wire) => {
    return `  ${quote(wire.import)}: ${identifier(wire.provider)}[${quote(wire.export)}],`;
  });
  const wired = new Set(wires.map((wire) => wire.import));
  const imports = componentOf(key)?.type.imports.keys() ?? [];
  const isComplete = componentOf(key) !== undefined && Array.from(imports).every((imported) => wired.has(imported));
  if (!isComplete) args.push("  ...");
  const body = args.length === 0 ? "{}" : args.length === 1 && !isComplete ? "{ ... }" : `{\n${args.join("\n")}\n}`;
  return `let ${identifier(name)} = new ${key} ${body};`;
}

function quote(name: string): string {
  return `"${name}"`;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "import with type tuple list option result borrow resource variant record flags enum func static constructor " +
    "u8 s8 u16 s16 u32 s32 u64 s64 f32 f64 char bool string interface world export new let use include as package " +
    "targets stream future map async own error-context"
  ).split(" "),
);

/** `name` as WAC writes it: `%` before keywords. */
export function identifier(name: string): string {
  return KEYWORDS.has(name) ? `%${name}` : name;
}
