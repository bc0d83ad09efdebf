// The types of exports in a composition, for what shows them.

import type { Composition } from "../../core/graph/composition.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import type { Extern } from "../../core/wit/types.ts";

/** Stands for an export that the component does not have. */
export const UNKNOWN_EXTERN: Extern = {
  kind: "instance",
  type: { kind: "instance", exports: new Map(), resources: [], opaque: true },
};

export function externOf(
  composition: Composition,
  componentOf: ComponentLookup,
  instance: string,
  exported: string,
): Extern | undefined {
  const key = composition.instances.find(({ name }) => name === instance)?.component;
  return key === undefined ? undefined : componentOf(key)?.type.exports.get(exported);
}
