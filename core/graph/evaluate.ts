// A graph → the types of everything in it, with resource identity, as a validator would see the composed component.
// It goes on after a problem: each has its place, and what doesn't depend on it is still typed.
// Spec: Explainer.md, "Instance Definitions", "Type Checking".

import type { ArgumentPlace, Diagnostic, ImportPlace } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import type { Mismatch } from "../base/mismatch.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import { compareExterns, compareTypes } from "../wit/compare.ts";
import { instantiate, TypeBudget } from "../wit/substitution.ts";
import type { ComponentType, Extern, InstanceType } from "../wit/types.ts";
import { type EvaluatedExport, evaluateExports, type ExportProblem } from "./evaluate-exports.ts";
import { explainMisfit, type Misfit, type MisfitProblem } from "./explain-resources.ts";
import { type Graph, type GraphInstance, instanceOf } from "./graph.ts";
import {
  type ArgumentSource,
  type ArgumentSources,
  collectImports,
  type ImportProblem,
  usedInterfaces,
} from "./implicit-imports.ts";
import { ImportSet, type MergedImport } from "./import-set.ts";
import { externOfItem, type ItemTypes } from "./item-types.ts";
import { sameArguments, sameExports } from "./reuse.ts";
import { topologyOf } from "./topology.ts";
import { TypeUnion } from "./type-union.ts";

export type EvaluationProblem =
  | ImportProblem
  | ExportProblem
  | MisfitProblem
  | Diagnostic<"cycle" | "unknown-import" | "unknown-export" | "composition-too-large">;

export interface EvaluatedInstance {
  readonly instance: GraphInstance;
  /** One source per import, in the order of the component's imports. */
  readonly sources: ArgumentSources;
  readonly type: InstanceType;
  /** What its type follows from: the argument for each import that has one. */
  readonly args: ReadonlyMap<string, Extern>;
  /** Type nodes that were made for it. */
  readonly typeNodes: number;
  /** True if every argument is what its import asks for. */
  readonly fits: boolean;
}

export interface Evaluation {
  readonly union: TypeUnion;
  readonly imports: readonly MergedImport[];
  /** The merged import that an instance's own import name ended up in. */
  readonly findImport: (name: string) => MergedImport | undefined;
  /** Providers before consumers; instances on or behind a cycle are missing. */
  readonly instances: readonly EvaluatedInstance[];
  readonly exports: readonly EvaluatedExport[];
  readonly definitions: NonNullable<Graph["definitions"]>;
  readonly problems: readonly EvaluationProblem[];
}

/**
 * The evaluation of `graph`. It can be composed if it has no problems.
 * What didn't change since an `earlier` evaluation is taken over from it, the same objects; the answer is the same.
 */
export function evaluate(graph: Graph, earlier?: Evaluation): Evaluation {
  const problems: EvaluationProblem[] = [];
  const report = (problem: EvaluationProblem): void => void problems.push(problem);
  const union = new TypeUnion();
  const imports = new ImportSet(union);
  reportUnknownNames(graph, report);
  const sourcesOf = collectImports(graph, imports, report);
  if (earlier) imports.reuse(earlier.imports);
  union.tellOrigins(new Map(imports.imports.map(({ name, extern }) => [name, extern])), null);

  const { order, cycles } = topologyOf(graph);
  const byName = new Map(graph.instances.map((instance) => [instance.name, instance]));
  for (const instances of cycles) {
    const providers = instances.map((_, i) => instances[(i + 1) % instances.length]!);
    const through = instances.map((name, i) => importFrom(byName.get(name)!, providers[i]!));
    report({ kind: "cycle", instances, imports: through });
  }

  const instanceTypes = new Map<string, Extern>();
  const types: ItemTypes = {
    instance: (name) => instanceTypes.get(name),
    import: (name) => imports.find(name)?.extern,
  };
  const instances: EvaluatedInstance[] = [];
  const budget = new TypeBudget(LIMITS.typeNodes + graph.instances.length * TYPE_NODES_PER_INSTANCE);
  const before = new Map(earlier?.instances.map((known) => [known.instance.name, known]));
  // Where other types are one than before, what fitted then may not fit now.
  const sameUnion = earlier !== undefined && union.equals(earlier.union);
  try {
    for (const name of order) {
      const instance = byName.get(name)!;
      const sources = sourcesOf.get(name)!;
      const args = argumentsOf(sources, types);
      const known = before.get(name);
      const earlierOne = known?.instance.component === instance.component ? known : undefined;
      const reportMisfit = (misfit: Misfit): void => {
        if (!isConflict(problems, misfit)) report(explainMisfit(misfit, sourcesOf, types, union));
      };
      const evaluated =
        earlierOne?.fits && sameUnion && sameArguments(earlierOne.args, args)
          ? takenOver(earlierOne, instance, sources, budget)
          : evaluateInstance(instance, sources, args, earlierOne, union, budget, reportMisfit);
      instanceTypes.set(name, { kind: "instance", type: evaluated.type });
      union.tellOrigins(evaluated.type.exports, name);
      instances.push(evaluated);
    }
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure) || thrown.error.kind !== "limit-exceeded") throw thrown;
    report({ kind: "composition-too-large", bound: thrown.error.bound });
  }
  const worldImports = imports.imports.map(({ extern }) => extern);
  const exports = evaluateExports(graph, types, worldImports, union, report);
  const { definitions = [] } = graph;
  return {
    union,
    imports: imports.imports,
    findImport: (name) => imports.find(name),
    instances,
    exports,
    definitions,
    problems,
  };
}

/** Whether what is wrong with an import was told already, as a conflict of imports. */
function isConflict(problems: readonly EvaluationProblem[], place: ImportPlace): boolean {
  return problems.some(
    (problem) =>
      problem.kind === "conflicting-imports" && problem.instance === place.instance && problem.import === place.import,
  );
}

/** The import of `instance` that `provider` satisfies. */
function importFrom(instance: GraphInstance, provider: string): string {
  for (const [name, item] of instance.arguments) if (instanceOf(item) === provider) return name;
  return "";
}

/** On top of what one file may ask for, so that a large composition is not taken for a hostile one. */
const TYPE_NODES_PER_INSTANCE = 10_000;

/** Arguments for imports that a component doesn't have, and from exports that a component doesn't have. */
function reportUnknownNames(graph: Graph, report: (problem: EvaluationProblem) => void): void {
  const byName = new Map(graph.instances.map((instance) => [instance.name, instance]));
  for (const { name: instance, key: component, component: read, arguments: args } of graph.instances) {
    for (const [name, item] of args) {
      const { imports } = read.type;
      if (!imports.has(name))
        report({ kind: "unknown-import", instance, import: name, component, known: [...imports.keys()] });
      const provider = item.kind === "export" && item.of.kind === "instance" ? byName.get(item.of.instance) : undefined;
      if (item.kind === "export" && provider && !provider.component.type.exports.has(item.name)) {
        const known = [...provider.component.type.exports.keys()];
        report({ kind: "unknown-export", instance: provider.name, export: item.name, component: provider.key, known });
      }
    }
  }
}

function argumentsOf(sources: ArgumentSources, types: ItemTypes): ReadonlyMap<string, Extern> {
  const args = new Map<string, Extern>();
  for (const [name, source] of sources) {
    const extern = externOfSource(source, args, types);
    if (extern) args.set(name, extern);
  }
  return args;
}

function takenOver(
  known: EvaluatedInstance,
  instance: GraphInstance,
  sources: ArgumentSources,
  budget: TypeBudget,
): EvaluatedInstance {
  budget.spend(known.typeNodes);
  return { ...known, instance, sources };
}

function evaluateInstance(
  instance: GraphInstance,
  sources: ArgumentSources,
  args: ReadonlyMap<string, Extern>,
  earlier: EvaluatedInstance | undefined,
  union: TypeUnion,
  budget: TypeBudget,
  report: (misfit: Misfit) => void,
): EvaluatedInstance {
  const { type: component } = instance.component;
  const reported = new Set<string>();
  const reportMismatch = (name: string, mismatch: Mismatch | null): void => {
    const source = sources.get(name);
    if (!mismatch || !source || reported.has(name)) return;
    reported.add(name);
    report({ instance: instance.name, import: name, source: placeOf(instance, source, name), mismatch });
  };
  const typeNodesLeft = budget.left;
  const made = instantiate(component, args, budget, {
    argument: (name, expected, found) => {
      if (!isSettled(component, name, sources)) reportMismatch(name, compareExterns(found, expected(), union));
    },
    equality: (name, expected, found, path) => {
      if (!isSettled(component, name, sources)) reportMismatch(name, compareTypes(found, expected(), union, path));
    },
  });
  const type = earlier && sameExports(component, earlier.args, args) ? earlier.type : made;
  return { instance, sources, type, args, typeNodes: typeNodesLeft - budget.left, fits: reported.size === 0 };
}

/** True for an import of the whole whose types come from imports of the whole too: merging has compared it already. */
function isSettled(component: ComponentType, name: string, sources: ArgumentSources): boolean {
  const isWorldImport = (other: string): boolean => sources.get(other)?.kind === "world-import";
  return isWorldImport(name) && usedInterfaces(component, component.imports.get(name)!).every(isWorldImport);
}

function externOfSource(
  source: ArgumentSource,
  args: ReadonlyMap<string, Extern>,
  types: ItemTypes,
): Extern | undefined {
  switch (source.kind) {
    case "item":
      return externOfItem(source.item, types);
    case "world-import":
      return types.import(source.name);
    case "type-of-argument": {
      const argument = args.get(source.argument);
      return argument?.kind === "instance" ? argument.type.exports.get(source.type) : undefined;
    }
  }
}

/** The place that a message can point at for the argument `name` of `instance`. */
function placeOf(instance: GraphInstance, source: ArgumentSource, name: string): ArgumentPlace {
  if (source.kind === "world-import") return { worldImport: source.name };
  if (source.kind === "type-of-argument") return { instance: instance.name, export: source.argument };
  const { item } = source;
  if (item.kind === "export" && item.of.kind === "instance") return { instance: item.of.instance, export: item.name };
  if (item.kind === "instance") return { instance: item.instance, export: "" };
  return { worldImport: item.kind === "import" ? item.name : name };
}
