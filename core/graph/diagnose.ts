// A composition → all that is wrong with it or still open, each with its place.
// Errors keep it from being composed; warnings say what the host would have to provide.

import type { Diagnostic, ExportPlace, ImportPlace } from "../base/diagnostics.ts";
import type { Mismatch } from "../base/mismatch.ts";
import { describeDiagnostic } from "../base/wording.ts";
import { getOrInsert } from "../base/collections.ts";
import { memoizeByIdentity } from "../base/memo.ts";
import { parseInterfaceName, unversioned } from "../wit/names.ts";
import type { Extern } from "../wit/types.ts";
import type { Composition } from "./composition.ts";
import { type Evaluation, type EvaluationProblem, evaluate } from "./evaluate.ts";
import { conformsTo, type Nonconformity, worldOf } from "./conforms.ts";
import { fitOf, interfaceOf, type NamedExtern } from "./fit.ts";
import { type ComponentLookup, type Graph, graphOf } from "./graph.ts";
import { usedType } from "./implicit-imports.ts";

export type Problem =
  | EvaluationProblem
  | Nonconformity
  | Diagnostic<"missing-component" | "missing-package" | "unsatisfied-import" | "ambiguous-import">;

/** True for a problem that keeps the composition from being composed. */
export function isError(problem: Problem): boolean {
  return describeDiagnostic(problem).severity === "error";
}

export interface Diagnosis {
  readonly evaluation: Evaluation;
  readonly problems: readonly Problem[];
}

/**
 * The evaluation of `composition` and everything that it found, errors first. `graph` says more than the composition
 * where that has WAC text with parts that a canvas can't draw.
 * What an `earlier` diagnosis evaluated and what didn't change since is taken over from it.
 */
export function diagnose(
  composition: Composition,
  componentOf: ComponentLookup,
  earlier?: Diagnosis,
  graph: Graph = graphOf(composition, componentOf),
): Diagnosis {
  const evaluation = evaluate(graph, earlier?.evaluation);
  const missing = composition.instances
    .filter(({ component }) => !componentOf(component))
    .map(({ name, component }): Problem => ({ kind: "missing-component", instance: name, component }));
  const packages = (composition.source?.packages ?? [])
    .filter((key) => !componentOf(key))
    .map((key): Problem => ({ kind: "missing-package", key }));
  const nonconformities = graph.target ? conformsTo(worldOf(evaluation), graph.target) : [];
  const open = openImports(composition, evaluation, componentOf);
  return { evaluation, problems: [...missing, ...packages, ...evaluation.problems, ...nonconformities, ...open] };
}

/** Imports that neither a wire nor the person's word nor WASI satisfies. */
function openImports(composition: Composition, evaluation: Evaluation, componentOf: ComponentLookup): Problem[] {
  const worldImports = new Set(composition.worldImports);
  const settled = settledImports(composition, evaluation);
  const offers = offersByInterface(composition, componentOf);
  const problems: Problem[] = [];
  for (const { instance, sources } of evaluation.instances) {
    for (const [name, source] of sources) {
      if (source.kind !== "world-import" || isHostInterface(name) || worldImports.has(name)) continue;
      if (settled.get(instance.name)?.has(name)) continue;
      const extern = instance.component.type.imports.get(name);
      if (!extern || isTypesOnly(extern) || usedType(instance.component.type, extern)) continue;
      const needed = { name, extern };
      const others = (offers.get(unversioned(interfaceOf(needed))) ?? []).filter(
        (offer) => offer.instance !== instance.name,
      );
      const candidates = others.filter((offer) => fitOf(offer, needed).kind !== "unfit").map(placeOfOffer);
      const place = { instance: instance.name, import: name };
      if (candidates.length > 1) problems.push({ kind: "ambiguous-import", ...place, candidates });
      else {
        const [candidate = null] = candidates;
        const nearest = candidate ? null : nearestMisfit(others, needed);
        problems.push({ kind: "unsatisfied-import", ...place, candidate, nearest });
      }
    }
  }
  return problems;
}

/** Imports that are wired, if to a component that is missing, and those reported already, by instance. */
function settledImports(composition: Composition, evaluation: Evaluation): ReadonlyMap<string, ReadonlySet<string>> {
  const settled = new Map<string, Set<string>>();
  const add = (place: ImportPlace): void =>
    void getOrInsert(settled, place.instance, () => new Set<string>()).add(place.import);
  for (const { consumer, import: name } of composition.wires) add({ instance: consumer, import: name });
  for (const problem of evaluation.problems) {
    if (problem.kind !== "conflicting-imports") continue;
    add(problem);
    add(problem.first);
  }
  return settled;
}

function placeOfOffer({ instance, name }: Offer): ExportPlace {
  return { instance, export: name };
}

/** The first of `offers`, none of which fits, and why it doesn't; null where there is none. */
function nearestMisfit(offers: readonly Offer[], needed: NamedExtern): (ExportPlace & { mismatch: Mismatch }) | null {
  const [offer] = offers;
  const fit = offer && fitOf(offer, needed);
  return offer && fit?.kind === "unfit" ? { ...placeOfOffer(offer), mismatch: fit.mismatch } : null;
}

/** An interface of nothing but types needs no provider. */
export const isTypesOnly = memoizeByIdentity(
  (extern: Extern): boolean =>
    extern.kind === "instance" && [...extern.type.exports.values()].every((item) => item.kind === "type"),
);

/** True for what hosts provide by convention: WASI. */
export function isHostInterface(name: string): boolean {
  return parseInterfaceName(name)?.namespace === "wasi";
}

/** An export of an instance that an import could be given. */
export interface Offer extends NamedExtern {
  readonly instance: string;
}

/** Every export of every instance, by the interface it is, versions aside. */
export function offersByInterface(
  composition: Composition,
  componentOf: ComponentLookup,
): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const { name: instance, component } of composition.instances) {
    for (const [name, extern] of componentOf(component)?.type.exports ?? []) {
      getOrInsert(offers, unversioned(interfaceOf({ name, extern })), () => []).push({ instance, name, extern });
    }
  }
  return offers;
}
