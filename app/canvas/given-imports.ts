// Imports that a composition's text declares, and the instances that are given them.

import { getOrInsert } from "../../core/base/collections.ts";
import type { Evaluation } from "../../core/graph/evaluate.ts";
import type { ImportNeed } from "../../core/graph/import-set.ts";

/** The "instance" that needs an import which the text declares: none. */
export const DECLARED = "";

/** The imports of instances that are given an import of the composition, by its name. */
export function givenImports({ instances, findImport }: Evaluation): ReadonlyMap<string, readonly ImportNeed[]> {
  const given = new Map<string, ImportNeed[]>();
  for (const { instance, sources } of instances) {
    for (const [name, source] of sources) {
      if (source.kind !== "item" || source.item.kind !== "import") continue;
      const imported = findImport(source.item.name)?.name ?? source.item.name;
      getOrInsert(given, imported, () => []).push({ instance: instance.name, import: name });
    }
  }
  return given;
}
