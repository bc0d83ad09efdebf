// The rails of the canvas: what the whole composition imports and exports.

import type { Rail, RailItem } from "../../components/canvas/canvas-model.ts";
import type { Composition } from "../../core/graph/composition.ts";
import { type Diagnosis, isError, isHostInterface } from "../../core/graph/diagnose.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import { externOf, UNKNOWN_EXTERN } from "./externs.ts";
import { portLook } from "../../core/draw/port-look.ts";
import { DECLARED, givenImports } from "./given-imports.ts";

/** What the composition leaves to the host, as far as it is shown; the rest is folded. */
export function importRail(composition: Composition, { evaluation, problems }: Diagnosis): Rail {
  const chosen = new Set(composition.worldImports);
  const shown = evaluation.imports.filter(
    ({ name, needs }) =>
      chosen.has(name) || needs.some((need) => chosen.has(need.import) || need.instance === DECLARED),
  );
  const given = givenImports(evaluation);
  const conflicting = new Set(problems.flatMap((p) => (p.kind === "conflicting-imports" ? [p.worldImport] : [])));
  const items = shown.map(({ name, extern, needs }): RailItem => {
    const look = portLook(name, extern);
    return {
      name,
      label: look.label,
      detail: detailOf(look),
      colour: look.colour,
      shape: look.shape,
      state: conflicting.has(name) ? "error" : "idle",
      ends: [...needs, ...(given.get(name) ?? [])]
        .filter(({ instance }) => instance !== DECLARED)
        .map((need) => ({ node: need.instance, side: "import", port: need.import })),
    };
  });
  const shownNames = new Set(shown.map(({ name }) => name));
  const host = evaluation.imports.filter(({ name }) => isHostInterface(name) && !shownNames.has(name));
  return {
    title: "World imports",
    detail: "supplied by the host",
    items,
    folded: foldedText(host.map(({ name }) => name)),
  };
}

function detailOf({ packageName, version }: ReturnType<typeof portLook>): string {
  return version === null ? packageName : `${packageName} ${version}`;
}

function foldedText(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const packages = [...new Set(names.flatMap((name) => parseInterfaceName(name)?.packageName ?? []))];
  return `${names.length} wasi ${names.length === 1 ? "interface" : "interfaces"}: ${packages.join(", ")}`;
}

/** What the composition exports, asked for or needed by what is. */
export function exportRail(
  composition: Composition,
  componentOf: ComponentLookup,
  { evaluation, problems }: Diagnosis,
): Rail {
  const failed = new Set(
    problems.flatMap((p) => ("name" in p && isError(p) ? [p.name] : p.kind === "unknown-export" ? [p.export] : [])),
  );
  const asked = composition.exports.map(({ name, instance, export: exported }) => {
    const extern = externOf(composition, componentOf, instance, exported) ?? UNKNOWN_EXTERN;
    return { name, instance, exported, extern };
  });
  const implied = evaluation.exports.flatMap(({ name, item, extern, neededBy }) => {
    if (neededBy === null || item.kind !== "export" || item.of.kind !== "instance") return [];
    return [{ name, instance: item.of.instance, exported: item.name, extern }];
  });
  const items = [...asked, ...implied].map(({ name, instance, exported, extern }): RailItem => {
    const look = portLook(name, extern);
    return {
      name,
      label: look.label,
      detail: detailOf(look),
      colour: look.colour,
      shape: look.shape,
      state: failed.has(name) || failed.has(exported) ? "error" : "idle",
      ends: [{ node: instance, side: "export", port: exported }],
    };
  });
  return { title: "World exports", detail: composition.packageName, items, folded: null };
}
