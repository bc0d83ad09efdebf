// A misfit → a problem; where resources differ, with the imports through which the two sides have theirs, so that the
// wire to change can be named.

import type { ArgumentPlace, Diagnostic, ImportPlace } from "../base/diagnostics.ts";
import type { Mismatch, ResourceDescription } from "../base/mismatch.ts";
import { type AnyType, type Extern, peel } from "../wit/types.ts";
import type { ArgumentSource, ArgumentSources } from "./implicit-imports.ts";
import { externOfItem, type ItemTypes } from "./item-types.ts";
import type { TypeUnion } from "./type-union.ts";

/** An argument that doesn't fit its import. */
export interface Misfit extends ImportPlace {
  readonly source: ArgumentPlace;
  readonly mismatch: Mismatch;
}

export type MisfitProblem = Diagnostic<"misfit" | "resource-mismatch">;

/** The problem that `misfit` is; `sourcesOf` has the arguments of each instance by its name. */
export function explainMisfit(
  misfit: Misfit,
  sourcesOf: ReadonlyMap<string, ArgumentSources>,
  types: ItemTypes,
  union: TypeUnion,
): MisfitProblem {
  const { difference } = misfit.mismatch;
  if (difference.kind !== "resource") return { kind: "misfit", ...misfit };
  const importOf = (instance: string, resource: ResourceDescription, except: string | null): ImportPlace | null => {
    for (const [name, source] of sourcesOf.get(instance) ?? []) {
      const extern = externOfSource(source, types);
      if (name !== except && extern && brings(extern, resource, union)) return { instance, import: name };
    }
    return null;
  };
  const { source } = misfit;
  const foundBy = "instance" in source ? importOf(source.instance, difference.found, null) : null;
  return {
    kind: "resource-mismatch",
    ...misfit,
    expectedBy: importOf(misfit.instance, difference.expected, misfit.import),
    foundBy,
  };
}

function externOfSource(source: ArgumentSource, types: ItemTypes): Extern | undefined {
  if (source.kind === "item") return externOfItem(source.item, types);
  return source.kind === "world-import" ? types.import(source.name) : undefined;
}

/** Whether `extern` is an interface that hands out `resource`, or the resource itself. */
function brings(extern: Extern, resource: ResourceDescription, union: TypeUnion): boolean {
  const isIt = (type: AnyType): boolean => {
    if (peel(type).kind !== "resource") return false;
    const { instance, interface: of } = union.describeResource(type);
    return instance === resource.instance && of === resource.interface;
  };
  if (extern.kind === "type") return isIt(extern.type);
  if (extern.kind !== "instance") return false;
  return [...extern.type.exports.values()].some((item) => item.kind === "type" && isIt(item.type));
}
