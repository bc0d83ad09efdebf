// Which exports of a composed component generated code can't be called through: jco keeps a table of handles for each
// instance inside, and gives a resource of one to a function of another under the number that it has in the first.

import type { Evaluation } from "../../../core/graph/evaluate.ts";
import { instanceOf } from "../../../core/graph/graph.ts";
import { type AnyType, childrenOf, type Extern } from "../../../core/wit/types.ts";

/** A function of the whole: of an exported interface, or of the world where that is null. */
export interface ExportedFunction {
  readonly interface: string | null;
  readonly function: string;
}

export function functionKey({ interface: of, function: name }: ExportedFunction): string {
  return JSON.stringify([of, name]);
}

/** The keys of the exported functions that take or give a resource which another instance defines than theirs. */
export function foreignResources({ exports, union }: Evaluation): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, item, extern } of exports) {
    const instance = instanceOf(item);
    for (const [label, { kind, type }] of functionsIn(name, extern)) {
      if (kind !== "function") continue;
      const isForeign = resourcesIn(type).some((resource) => {
        const definer = union.describeResource(resource).instance;
        return definer !== null && definer !== instance;
      });
      if (isForeign) found.add(functionKey({ interface: extern.kind === "instance" ? name : null, function: label }));
    }
  }
  return found;
}

function functionsIn(name: string, extern: Extern): readonly (readonly [string, Extern])[] {
  return extern.kind === "instance" ? [...extern.type.exports] : [[name, extern]];
}

/** The resources that a type has handles of. */
function resourcesIn(type: AnyType): readonly AnyType[] {
  const seen = new Set<AnyType>();
  const resources: AnyType[] = [];
  const visit = (inner: AnyType): void => {
    if (seen.has(inner)) return;
    seen.add(inner);
    if (inner.kind === "own" || inner.kind === "borrow") resources.push(inner.resource);
    childrenOf(inner).forEach(visit);
  };
  visit(type);
  return resources;
}
