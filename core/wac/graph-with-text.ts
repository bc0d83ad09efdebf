// The graph of a composition with all that its WAC text says beside what a canvas can draw.

import type { Composition } from "../graph/composition.ts";
import { type ComponentLookup, type Graph, graphOf } from "../graph/graph.ts";
import { parseWac } from "./parser.ts";
import { resolveWac } from "./resolve.ts";
import { wacOf } from "./rewrite.ts";

/** As `graphOf`; where the text can't be resolved, for want of a package, what the canvas draws alone. */
export function graphWithText(composition: Composition, componentOf: ComponentLookup): Graph {
  const drawn = graphOf(composition, componentOf);
  if (!composition.source?.saysMore) return drawn;
  const text = wacOf(composition, componentOf);
  const parsed = parseWac(text);
  if (!parsed.ok) return drawn;
  const resolved = resolveWac(parsed.value, text, (key) => {
    const [reference, component] = [composition.components.get(key), componentOf(key)];
    return reference && component && { reference, component };
  });
  return resolved.ok ? resolved.value.graph : drawn;
}
