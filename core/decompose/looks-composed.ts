// Whether a component may be opened as a composition, told from its parts alone.

import type { Component } from "../wit/read.ts";

/** True where the top level holds components and no code of its own. */
export function looksComposed({ root }: Component): boolean {
  return root.parts.length > 0 && root.parts.every(({ kind }) => kind === "component");
}
