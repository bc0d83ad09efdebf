// The picture of a sample, from its WAC text alone: none of its components need to be there.

import type { TinyGraph, TinyWire } from "../../components/welcome/thumbnail-layout.ts";
import { unversioned } from "../../core/wit/names.ts";
import { parseWac } from "../../core/wac/parser.ts";
import type { Argument, Statement } from "../../core/wac/syntax.ts";
import { interfaceColour } from "../../core/draw/port-look.ts";

/** Instances and the wires between them; empty for text that can't be read. */
export function sampleGraph(wac: string): TinyGraph {
  const parsed = parseWac(wac);
  if (!parsed.ok) return { nodes: [], wires: [] };
  const instances = parsed.value.statements.filter((statement) => statement.kind === "let");
  return { nodes: instances.map(({ name }) => name.name), wires: instances.flatMap(wiresOf) };
}

function wiresOf({ name, value }: Extract<Statement, { kind: "let" }>): TinyWire[] {
  if (value.kind !== "new") return [];
  return value.arguments.flatMap((argument) => wireOf(name.name, argument));
}

/** `"a:b/c": store["a:b/c"]` as a wire from `store`. */
function wireOf(to: string, argument: Argument): TinyWire[] {
  if (argument.kind !== "named" || argument.value.kind !== "access" || argument.value.of.kind !== "name") return [];
  const { of: provider, name } = argument.value;
  return [{ from: provider.name, to, colour: interfaceColour(unversioned(name.name)) }];
}
