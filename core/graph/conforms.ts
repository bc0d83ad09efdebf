// May a component run where a target world is asked for? It may import less than the world offers and export more.
// Spec: WIT.md, "WIT Worlds"; Subtyping.md. Background: WAC's `targets`.

import type { Diagnostic } from "../base/diagnostics.ts";
import { compareExterns, EQUAL_BY_NAME } from "../wit/compare.ts";
import { sameTrack } from "../wit/names.ts";
import type { ComponentType, Extern, ExternMap } from "../wit/types.ts";
import type { Evaluation } from "./evaluate.ts";

export type Nonconformity = Diagnostic<"import-not-in-target" | "target-export-missing" | "target-mismatch">;

/**
 * All that keeps a component of type `world` from standing where `target` is required, imports first; empty where
 * nothing does. `world` conforms if every import of it is offered by `target` and every export of `target` is among its
 * own, each under the same name or another version of its track, and with a type that fits. Resources are the same if
 * their names are: the two were never part of one composition.
 */
export function conformsTo(world: ComponentType, target: ComponentType): readonly Nonconformity[] {
  const problems: Nonconformity[] = [];
  for (const [name, needed] of world.imports) {
    const offered = findOnTrack(target.imports, name);
    if (!offered) {
      problems.push({ kind: "import-not-in-target", name, known: [...target.imports.keys()] });
      continue;
    }
    const mismatch = compareExterns(offered, needed, EQUAL_BY_NAME);
    if (mismatch) problems.push({ kind: "target-mismatch", direction: "import", name, mismatch });
  }
  for (const [name, required] of target.exports) {
    const exported = findOnTrack(world.exports, name);
    if (!exported) {
      problems.push({ kind: "target-export-missing", name, known: [...world.exports.keys()] });
      continue;
    }
    const mismatch = compareExterns(exported, required, EQUAL_BY_NAME);
    if (mismatch) problems.push({ kind: "target-mismatch", direction: "export", name, mismatch });
  }
  return problems;
}

/** What a composition imports and exports, to be compared with a world. */
export function worldOf({ imports, exports, definitions }: Evaluation): ComponentType {
  const types = definitions.map(({ name, type }) => [name, { kind: "type", type }] as const);
  return {
    kind: "component",
    imports: new Map(imports.map(({ name, extern }) => [name, extern])),
    exports: new Map<string, Extern>([...types, ...exports.map(({ name, extern }) => [name, extern] as const)]),
    importedResources: [],
    definedResources: [],
  };
}

/** The extern called `name`, else the one of a version that is compatible with it. */
function findOnTrack(externs: ExternMap, name: string): Extern | undefined {
  const exact = externs.get(name);
  if (exact) return exact;
  for (const [other, extern] of externs) if (sameTrack(other, name)) return extern;
  return undefined;
}
