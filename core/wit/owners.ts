// Which interface defines each named type of a component, and which merely `use`s it.
// In a binary both look alike: a type export bound to another type. The first interface to name a type owns it.
// Spec: WIT.md, "Item: use".

import { memoizeByIdentity } from "../base/memo.ts";
import { type ComponentType, type Extern, namesOf, type NamedType, peel, type ResourceType } from "./types.ts";

export interface TypeOwner {
  /** The import or export under which the type stands; its own name for a type of the world. */
  readonly extern: string;
  readonly direction: "import" | "export";
  readonly level: "interface" | "world";
  /** The type of another owner that this one is a `use` or an alias of, or null where it is defined. */
  readonly origin: NamedType | null;
}

export type TypeOwners = ReadonlyMap<NamedType, TypeOwner>;

/** The owner of every named type that `component` imports or exports, directly or in an instance. */
export const typeOwnersOf: (component: ComponentType) => TypeOwners = memoizeByIdentity((component) => {
  const owners = new Map<NamedType, TypeOwner>();
  const homes = new Map<ResourceType, NamedType>();
  const own = (extern: Extern, owner: Omit<TypeOwner, "origin">): void => {
    if (extern.kind !== "type" || extern.type.kind !== "named" || owners.has(extern.type)) return;
    owners.set(extern.type, { ...owner, origin: originOf(extern.type, owners, homes) });
  };
  for (const direction of ["import", "export"] as const) {
    for (const [name, extern] of direction === "import" ? component.imports : component.exports) {
      if (extern.kind === "instance") {
        for (const item of extern.type.exports.values()) own(item, { extern: name, direction, level: "interface" });
      } else {
        own(extern, { extern: name, direction, level: "world" });
      }
    }
  }
  return owners;
});

/** The nearest owned type under `type`'s name; for a resource, the first name it got. */
function originOf(type: NamedType, owners: TypeOwners, homes: Map<ResourceType, NamedType>): NamedType | null {
  for (const inner of namesOf(type.of)) {
    if (inner.kind === "named" && owners.has(inner)) return inner;
  }
  const resource = peel(type);
  if (resource.kind !== "resource") return null;
  const home = homes.get(resource);
  if (!home) homes.set(resource, type);
  return home ?? null;
}
