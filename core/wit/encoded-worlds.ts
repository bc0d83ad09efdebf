// A WIT package encoded as a component → its worlds. Each is exported as a component type that exports the world itself
// under its full name. Spec: WIT.md, "Package Format".

import { type ComponentType, peel } from "./types.ts";

/** The worlds of an encoded WIT package by their short names; none for a component that is no WIT package. */
export function worldsIn(root: ComponentType): ReadonlyMap<string, ComponentType> {
  const worlds = new Map<string, ComponentType>();
  for (const [name, extern] of root.exports) {
    const outer = extern.kind === "type" ? peel(extern.type) : null;
    if (outer?.kind !== "component") continue;
    const [world] = outer.exports.values();
    if (outer.exports.size === 1 && world?.kind === "component") worlds.set(name, world.type);
  }
  return worlds;
}
