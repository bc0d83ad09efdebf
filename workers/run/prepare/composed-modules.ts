// Whose core modules those of a composed component are. jco numbers them in the order in which they lie in the file,
// those of inner components where these begin; the adapters that join components come after all of them.

import type { Part } from "../../../core/binary/parts.ts";
import type { Evaluation } from "../../../core/graph/evaluate.ts";
import type { Component } from "../../../core/wit/read.ts";
import { type ModuleNames, moduleNumber } from "./run-component.ts";

/** The names of the core modules of `composed`, which embeds each component of `evaluation` once, users after providers. */
export function composedModuleNames(composed: Component, { instances }: Evaluation): ModuleNames {
  const owners = new Map<string, string[]>();
  for (const { instance } of instances) owners.set(instance.key, [...(owners.get(instance.key) ?? []), instance.name]);
  const ownersOfPart = [...owners.values()];
  const modules = composed.root.parts.flatMap((part, i) =>
    Array.from({ length: moduleCount(part) }, (_, number) => ({ number, owners: ownersOfPart[i] ?? [] })),
  );
  return (file, times) => {
    const found = modules[moduleNumber(file)];
    // An adapter, or a module that can't be told to be one instance's: a name that no stack is read by.
    if (!found || times === 0 || times % found.owners.length !== 0) return [`part${moduleNumber(file)}`];
    const each = times / found.owners.length;
    return found.owners.flatMap((owner) => Array<string>(each).fill(`${owner}/core${found.number}`));
  };
}

/** How many core modules `part` is or has in it. */
function moduleCount(part: Part): number {
  return part.kind === "module" ? 1 : part.parts.reduce((count, inner) => count + moduleCount(inner), 0);
}
