// The type of an item: an instance, an import, or a path into one of them.

import type { Extern } from "../wit/types.ts";
import type { Item } from "./graph.ts";

export interface ItemTypes {
  instance(name: string): Extern | undefined;
  import(name: string): Extern | undefined;
}

/** What `item` is, or undefined where the path leads nowhere. */
export function externOfItem(item: Item, types: ItemTypes): Extern | undefined {
  switch (item.kind) {
    case "instance":
      return types.instance(item.instance);
    case "import":
      return types.import(item.name);
    case "export": {
      const of = externOfItem(item.of, types);
      return of?.kind === "instance" ? of.type.exports.get(item.name) : undefined;
    }
  }
}
