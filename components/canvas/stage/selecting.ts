// Which selection a click makes: the thing alone, or with Shift, Control or Command added to or taken from the others.

import type { Selection } from "../canvas-model.ts";
import { itemOf, type Scene } from "../scene/scene.ts";
import type { Hit } from "./hit.ts";

export const NOTHING: Selection = { nodes: [], wires: [], worldImports: [], worldExports: [] };

export function isNothing(selection: Selection): boolean {
  return Object.values(selection).every((names: readonly string[]) => names.length === 0);
}

/** Something that can be selected: one of the lists, and the name in it. */
export interface Selectable {
  readonly kind: keyof Selection;
  readonly name: string;
}

export interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export function addsToSelection(event: Modifiers): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}

export function selectableOf(scene: Scene, hit: Hit): Selectable | null {
  switch (hit.kind) {
    case "node":
      return { kind: "nodes", name: scene.nodes[hit.node]!.node.id };
    case "port":
      return { kind: "nodes", name: scene.nodes[hit.place.node]!.node.id };
    case "wire":
      return { kind: "wires", name: scene.wires[hit.wire]!.wire.id };
    case "link": {
      const link = scene.links.find(({ side, item }) => side === hit.side && item === hit.item);
      return link
        ? { kind: hit.side === "left" ? "worldImports" : "worldExports", name: itemOf(scene, link).name }
        : null;
    }
    case "canvas":
      return null;
    default:
      return hit satisfies never;
  }
}

export function isSelected(selection: Selection, { kind, name }: Selectable): boolean {
  return selection[kind].includes(name);
}

/** The selection after a click on `thing`. */
export function clicked(selection: Selection, thing: Selectable, adds: boolean): Selection {
  if (!adds) return { ...NOTHING, [thing.kind]: [thing.name] };
  const list = selection[thing.kind];
  const next = list.includes(thing.name) ? list.filter((name) => name !== thing.name) : [...list, thing.name];
  return { ...selection, [thing.kind]: next };
}
