// An evaluated graph → what the run worker needs to link it: plain data that survives `postMessage`.
// Where each import comes from is decided here; the worker only follows.

import { assert } from "../../../core/base/assert.ts";
import { fail, ok, type Result } from "../../../core/base/result.ts";
import type { EvaluatedInstance, Evaluation } from "../../../core/graph/evaluate.ts";
import type { Item } from "../../../core/graph/graph.ts";
import type { ArgumentSource } from "../../../core/graph/implicit-imports.ts";
import type { Extern, ExternMap } from "../../../core/wit/types.ts";
import type { Determinism } from "../control/determinism.ts";
import type { RunLimits } from "../control/limits.ts";
import type { TreeEntry } from "../wasi/filesystem/snapshot.ts";
import type { Grants } from "../wasi/grants.ts";
import { wasiInterfaceOf, type WasiInterfaceName } from "../wasi/interface-names.ts";

/** What a composed component goes by in a run, where instances have their names: none of them can be this. */
export const COMPOSED = "the composed component";

export interface RunPlan {
  /** Providers before consumers. */
  readonly instances: readonly InstancePlan[];
  /** What each instance of the composition may do, also where one composed component holds them all. */
  readonly grants: ReadonlyMap<string, Grants>;
  /** What the file trees that preopens name start with. */
  readonly trees: ReadonlyMap<string, readonly TreeEntry[]>;
  readonly limits: RunLimits;
  /** Null for a run with the world's clocks and randomness. */
  readonly determinism: Determinism | null;
}

export interface InstancePlan {
  readonly name: string;
  /** Both as the component's own type has them, which is what its generated code was made from. */
  readonly importTypes: ExternMap;
  readonly exportTypes: ExternMap;
  /** Where what the generated code asks for comes from, by import name; imports of types alone are left out. */
  readonly imports: ReadonlyMap<string, ImportSource>;
  /** Exported functions that can't be called from outside, by `functionKey`. Left out: none. */
  readonly uncallable?: ReadonlySet<string>;
}

export type ImportSource =
  /** The export of another instance, or all of its exports where `export` is null. */
  | { readonly kind: "wire"; readonly provider: string; readonly export: string | null }
  /** The host's interface, or one function of it, with the grants of `instance`; without any where that is null. */
  | {
      readonly kind: "host";
      readonly interface: WasiInterfaceName;
      readonly function: string | null;
      readonly instance: string | null;
    }
  /** Nothing offers it: calling it ends the run. */
  | { readonly kind: "missing" };

export interface RunOptions {
  /** What the generated code of an instance asks for: `Artifact.imports`, by the component's key. */
  readonly importsOf: (componentKey: string) => readonly string[] | undefined;
  readonly grantsOf: (instance: string) => Grants;
  readonly trees: ReadonlyMap<string, readonly TreeEntry[]>;
  readonly limits: RunLimits;
  readonly determinism?: Determinism | null;
}

export type RunPlanError =
  /** The graph has problems; see `Evaluation.problems`. */
  | { readonly kind: "unsound-graph" }
  | { readonly kind: "not-transpiled"; readonly instance: string }
  /** It is given something inside an exported instance, which generated code can't reach. */
  | { readonly kind: "nested-argument"; readonly instance: string; readonly import: string }
  | { readonly kind: "unknown-tree"; readonly instance: string; readonly tree: string };

/** The plan of a run of all instances, or why there can't be one. */
export function planRun(evaluation: Evaluation, options: RunOptions): Result<RunPlan, readonly RunPlanError[]> {
  if (evaluation.problems.length > 0) return fail([{ kind: "unsound-graph" }]);
  const grants = grantsIn(evaluation, options);
  const errors: RunPlanError[] = [...grants.errors];
  const planner = new Planner(evaluation, options, (error) => void errors.push(error));
  const instances = evaluation.instances.map((evaluated) => planner.instance(evaluated));
  if (errors.length > 0) return fail(errors);
  const { trees, limits, determinism = null } = options;
  return ok({ instances, grants: grants.byInstance, trees, limits, determinism });
}

/** The grants of all instances; errors for folders that aren't there. */
export function grantsIn(
  { instances }: Evaluation,
  { grantsOf, trees }: Pick<RunOptions, "grantsOf" | "trees">,
): { readonly byInstance: ReadonlyMap<string, Grants>; readonly errors: readonly RunPlanError[] } {
  const errors: RunPlanError[] = [];
  const byInstance = new Map<string, Grants>();
  for (const { instance } of instances) {
    const grants = grantsOf(instance.name);
    byInstance.set(instance.name, grants);
    for (const { tree } of grants.preopens) {
      if (!trees.has(tree)) errors.push({ kind: "unknown-tree", instance: instance.name, tree });
    }
  }
  return { byInstance, errors };
}

class Planner {
  readonly #evaluation: Evaluation;
  readonly #options: RunOptions;
  readonly #report: (error: RunPlanError) => void;

  constructor(evaluation: Evaluation, options: RunOptions, report: (error: RunPlanError) => void) {
    this.#evaluation = evaluation;
    this.#options = options;
    this.#report = report;
  }

  instance(evaluated: EvaluatedInstance): InstancePlan {
    const { name, key, component } = evaluated.instance;
    const wanted = this.#options.importsOf(key);
    if (!wanted) this.#report({ kind: "not-transpiled", instance: name });
    const { imports: importTypes, exports: exportTypes } = component.type;
    const imports = new Map((wanted ?? []).map((wantedName) => [wantedName, this.#import(evaluated, wantedName)]));
    return { name, importTypes, exportTypes, imports };
  }

  #import({ instance, sources }: EvaluatedInstance, name: string): ImportSource {
    const source = sources.get(name);
    assert(source, `generated code asks for an import that ${instance.key} has: ${name}`);
    const found = this.#source(source, instance.name);
    if (found === null) this.#report({ kind: "nested-argument", instance: instance.name, import: name });
    return found ?? { kind: "missing" };
  }

  #source(source: ArgumentSource, instance: string): ImportSource | null {
    switch (source.kind) {
      case "item":
        return this.#itemSource(source.item, instance);
      case "world-import":
        return this.#hostSource(source.name, null, instance);
      case "type-of-argument":
        // Generated code takes such a type from the argument itself.
        return { kind: "missing" };
    }
  }

  #itemSource(item: Item, instance: string): ImportSource | null {
    if (item.kind === "instance") return { kind: "wire", provider: item.instance, export: null };
    if (item.kind === "import") return this.#hostSource(item.name, null, instance);
    const { of, name } = item;
    if (of.kind === "instance") return { kind: "wire", provider: of.instance, export: name };
    return of.kind === "import" ? this.#hostSource(of.name, name, instance) : null;
  }

  /** The host's interface for an import of the composition, which may stand under a label. */
  #hostSource(worldImport: string, functionName: string | null, instance: string): ImportSource {
    const extern = this.#evaluation.findImport(worldImport)?.extern;
    return hostSource(worldImport, extern, functionName, instance);
  }
}

/** What the host has for an import of that name and type; see `ImportSource`. */
export function hostSource(
  importName: string,
  extern: Extern | undefined,
  functionName: string | null,
  instance: string | null,
): ImportSource {
  const name = wasiInterfaceOf(extern?.annotations?.implements ?? importName);
  return name === null ? { kind: "missing" } : { kind: "host", interface: name, function: functionName, instance };
}
