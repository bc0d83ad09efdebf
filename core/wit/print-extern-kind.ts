// What an extern is, in WIT's words.

import { type Extern, peel } from "./types.ts";

/** `function`, `instance`, `component`; for a type what it is: `record`, `interface`, `world`. */
export function printExternKind(extern: Extern): string {
  if (extern.kind !== "type") return extern.kind;
  const type = peel(extern.type);
  switch (type.kind) {
    case "primitive":
      return type.primitive;
    case "function":
      return "function type";
    case "component": {
      // A declared interface or world is the one export of a component type around it.
      const [declared] = type.exports.values();
      if (type.exports.size === 1 && declared?.kind === "instance") return "interface";
      return type.exports.size === 1 && declared?.kind === "component" ? "world" : "component type";
    }
    default:
      return type.kind;
  }
}
