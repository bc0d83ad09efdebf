// Labels for the imports that each instance of a composition is to have for itself, so that a host can tell them apart:
// in one composed component, two instances share an import of one name. Spec: Explainer.md, "Import and Export Definitions".

import type { Evaluation } from "../graph/evaluate.ts";
import type { Item } from "../graph/graph.ts";
import type { ArgumentSource } from "../graph/implicit-imports.ts";
import { NamePool } from "../graph/name-pool.ts";
import { toLabel } from "../graph/naming.ts";
import { unversioned } from "../wit/names.ts";

/** The label of each import that an instance has for itself, by instance and by the name of the composition's import. */
export type ImportLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Labels for all instances that use an interface which `isOwn` says each is to have for itself: `store-wasi-cli-stdout`.
 * No two are the same, and none is the name of another import. `isOwn` is asked with the name of the interface, also
 * where the import stands under a label already.
 */
export function labelImports(evaluation: Evaluation, isOwn: (interfaceName: string) => boolean): ImportLabels {
  const names = new NamePool(evaluation.imports.map(({ name }) => name));
  const labels = new Map<string, ReadonlyMap<string, string>>();
  for (const { instance, sources } of evaluation.instances) {
    const own = new Map<string, string>();
    for (const source of sources.values()) {
      const asked = importOfSource(source);
      const merged = asked === null ? undefined : evaluation.findImport(asked);
      if (!merged || own.has(merged.name) || merged.extern.kind !== "instance") continue;
      const interfaceName = merged.extern.annotations?.implements ?? merged.name;
      if (isOwn(interfaceName))
        own.set(merged.name, names.next(toLabel(`${instance.name}-${unversioned(interfaceName)}`)));
    }
    if (own.size > 0) labels.set(instance.name, own);
  }
  return labels;
}

/** The import of the composition that an argument is or is taken from; null for what comes from an instance. */
function importOfSource(source: ArgumentSource): string | null {
  if (source.kind === "world-import") return source.name;
  return source.kind === "item" ? importOfItem(source.item) : null;
}

function importOfItem(item: Item): string | null {
  if (item.kind === "import") return item.name;
  return item.kind === "export" ? importOfItem(item.of) : null;
}
