// A composition → one component to run, as the export would write it but for labels: each instance imports what its
// grants decide about under a name of its own, so that the host knows who asks.

import { compose, type ComposeError, type ComposeOptions, joinChunks } from "../../../core/compose/compose.ts";
import { type ImportLabels, labelImports } from "../../../core/compose/import-labels.ts";
import { assert } from "../../../core/base/assert.ts";
import { fail, ok, type Result } from "../../../core/base/result.ts";
import type { Evaluation } from "../../../core/graph/evaluate.ts";
import { type Component, readComponent } from "../../../core/wit/read.ts";
import { findAsync } from "../../toolchain/find-async.ts";
import type { Suspending } from "../../toolchain/suspending-names.ts";
import { dependsOnGrants } from "../wasi/interface-names.ts";
import { composedModuleNames } from "./composed-modules.ts";
import { foreignResources } from "./foreign-resources.ts";
import type { ModuleNames } from "./run-component.ts";
import {
  COMPOSED,
  grantsIn,
  hostSource,
  type ImportSource,
  type RunOptions,
  type RunPlan,
  type RunPlanError,
} from "./run-plan.ts";

export interface Release {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly component: Component;
  readonly labels: ImportLabels;
  /** Core modules by the instances that they are of. */
  readonly moduleNames: ModuleNames;
}

export type ReleaseError =
  | ComposeError
  /** A component has what can't be run; `what` is its import or export. */
  | { readonly kind: "unsupported"; readonly component: string; readonly feature: "async"; readonly what: string };

/** The composition of `evaluation` as one component with labels. */
export function composeRelease(
  evaluation: Evaluation,
  bytesOf: (key: string) => Uint8Array,
  options: Pick<ComposeOptions, "packageName" | "toolVersion">,
): Result<Release, readonly ReleaseError[]> {
  for (const { instance } of evaluation.instances) {
    const what = findAsync(instance.component.type);
    if (what !== null) return fail([{ kind: "unsupported", component: instance.key, feature: "async", what }]);
  }
  const labels = labelImports(evaluation, dependsOnGrants);
  const composed = compose(evaluation, bytesOf, { ...options, embed: true, labels });
  if (!composed.ok) return composed;
  const bytes = joinChunks(composed.value);
  const component = readComponent(bytes);
  assert(component.ok, "what was composed can be read");
  return ok({
    bytes,
    component: component.value,
    labels,
    moduleNames: composedModuleNames(component.value, evaluation),
  });
}

/** Where the code of a composed component is suspended: its instances call each other inside of it. */
export function suspendingRelease({ labels }: Release): Suspending {
  const own = [...labels.values()].flatMap((byImport) => [...byImport]);
  return { wired: [], labels: new Map(own.map(([name, label]) => [label, name])) };
}

/** The plan of a run of the composed component. @param wanted what its generated code asks for: `Artifact.imports` */
export function planRelease(
  evaluation: Evaluation,
  { component, labels }: Release,
  wanted: readonly string[],
  { trees, limits, grantsOf, determinism = null }: Omit<RunOptions, "importsOf">,
): Result<RunPlan, readonly RunPlanError[]> {
  const grants = grantsIn(evaluation, { grantsOf, trees });
  if (grants.errors.length > 0) return fail(grants.errors);
  const { imports: importTypes, exports: exportTypes } = component.type;
  const labelled = labelledSources(evaluation, labels);
  const source = (name: string): ImportSource =>
    labelled.get(name) ?? hostSource(name, importTypes.get(name), null, null);
  const imports = new Map(wanted.map((name) => [name, source(name)]));
  const uncallable = foreignResources(evaluation);
  const instances = [{ name: COMPOSED, importTypes, exportTypes, imports, uncallable }];
  return ok({ instances, grants: grants.byInstance, trees, limits, determinism });
}

/** Where what is imported under a label comes from, by label. */
function labelledSources(evaluation: Evaluation, labels: ImportLabels): ReadonlyMap<string, ImportSource> {
  const sources = new Map<string, ImportSource>();
  for (const [instance, own] of labels) {
    for (const [name, label] of own) {
      sources.set(label, hostSource(name, evaluation.findImport(name)?.extern, null, instance));
    }
  }
  return sources;
}
