// A composition with its components at hand: what evaluating and composing work on.
// It says more than the canvas can draw: arguments and exports are paths into instances and imports.

import type { Component } from "../wit/read.ts";
import type { ComponentType, Extern, NamedType } from "../wit/types.ts";
import type { Composition } from "./composition.ts";

/** Something that can be an argument or an export. */
export type Item =
  | { readonly kind: "instance"; readonly instance: string }
  | { readonly kind: "import"; readonly name: string }
  | { readonly kind: "export"; readonly of: Item; readonly name: string };

export interface GraphInstance {
  readonly name: string;
  readonly key: string;
  readonly component: Component;
  /** Argument per import name; an import that is left out is satisfied by the composition's own import. */
  readonly arguments: ReadonlyMap<string, Item>;
}

export interface Graph {
  readonly instances: readonly GraphInstance[];
  /** Imports that are declared, beside those that follow from unsatisfied ones. */
  readonly imports: readonly GraphImport[];
  readonly exports: readonly { readonly name: string; readonly item: Item }[];
  /** Types that the composition declares and exports, in an order in which each needs only those before it. */
  readonly definitions?: readonly { readonly name: string; readonly type: NamedType }[];
  /** The world that the whole must conform to. */
  readonly target?: ComponentType;
}

export interface GraphImport {
  readonly name: string;
  readonly extern: Extern;
  /** True for an interface that others need for its types: it may be one with what instances leave open. */
  readonly implied?: boolean;
}

/** Looks a component up by its key; undefined while it isn't read or when its bytes are missing. */
export type ComponentLookup = (key: string) => Component | undefined;

/** The graph of `composition`; instances of missing components are left out, with what hangs on them. */
export function graphOf(composition: Composition, componentOf: ComponentLookup): Graph {
  const argumentsOf = new Map<string, Map<string, Item>>();
  const instances: GraphInstance[] = [];
  for (const { name, component: key } of composition.instances) {
    const component = componentOf(key);
    if (!component) continue;
    const args = new Map<string, Item>();
    argumentsOf.set(name, args);
    instances.push({ name, key, component, arguments: args });
  }
  for (const wire of composition.wires) {
    if (argumentsOf.has(wire.provider)) {
      argumentsOf.get(wire.consumer)?.set(wire.import, exportOfInstance(wire.provider, wire.export));
    }
  }
  const exports = composition.exports
    .filter(({ instance }) => argumentsOf.has(instance))
    .map(({ name, instance, export: exported }) => ({ name, item: exportOfInstance(instance, exported) }));
  return { instances, imports: [], exports };
}

export function exportOfInstance(instance: string, name: string): Item {
  return { kind: "export", of: { kind: "instance", instance }, name };
}

/** The instance that `item` is or is taken from, or null for an import. */
export function instanceOf(item: Item): string | null {
  if (item.kind === "instance") return item.instance;
  return item.kind === "import" ? null : instanceOf(item.of);
}
