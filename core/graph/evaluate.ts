// A graph → the types of everything in it, with resource identity, as a validator would see the composed component.
// It goes on after a problem: each has its place, and what doesn't depend on it is still typed.
// Spec: Explainer.md, "Instance Definitions", "Type Checking".

import type { ArgumentPlace, Diagnostic, ImportPlace } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import type { Mismatch } from "../base/mismatch.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import { compareExterns, compareTypes } from "../wit/compare.ts";
import { instantiate, TypeBudget } from "../wit/substitution.ts";
import { type AnyType, type ComponentType, type Extern, type InstanceType, peel } from "../wit/types.ts";
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
}

export interface Evaluation {
  readonly union: TypeUnion;
  readonly imports: readonly MergedImport[];
  /** The merged import that an instance's own import name ended up in. */
  readonly findImport: (name: string) => MergedImport | undefined;
  /** Providers before consumers; instances on or behind a cycle are missing. */
  readonly instances: readonly EvaluatedInstance[];
  readonly exports: readonly EvaluatedExport[];
  readonly problems: readonly EvaluationProblem[];
}

/** The evaluation of `graph`. It can be composed if it has no problems. */
export function evaluate(graph: Graph): Evaluation {
  const problems: EvaluationProblem[] = [];
  const report = (problem: EvaluationProblem): void => void problems.push(problem);
  const union = new TypeUnion();
  const imports = new ImportSet(union);
  reportUnknownNames(graph, report);
  const sourcesOf = collectImports(graph, imports, report);
  for (const merged of imports.imports) rememberOrigins(union, merged.name, merged.extern, null);

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
  const budget = new TypeBudget();
  try {
    for (const name of order) {
      const instance = byName.get(name)!;
      const sources = sourcesOf.get(name)!;
      const type = evaluateInstance(instance, sources, types, union, budget, (misfit) => {
        if (!isConflict(problems, misfit)) report(explainMisfit(misfit, sourcesOf, types, union));
      });
      instanceTypes.set(name, { kind: "instance", type });
      for (const [exported, extern] of type.exports) rememberOrigins(union, exported, extern, name);
      instances.push({ instance, sources, type });
    }
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
    report({ kind: "composition-too-large", bound: LIMITS.typeNodes });
  }
  const worldImports = imports.imports.map(({ extern }) => extern);
  const exports = evaluateExports(graph, types, worldImports, union, report);
  return { union, imports: imports.imports, findImport: (name) => imports.find(name), instances, exports, problems };
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

function evaluateInstance(
  instance: GraphInstance,
  sources: ArgumentSources,
  types: ItemTypes,
  union: TypeUnion,
  budget: TypeBudget,
  report: (misfit: Misfit) => void,
): InstanceType {
  const args = new Map<string, Extern>();
  for (const [name, source] of sources) {
    const extern = externOfSource(source, args, types);
    if (extern) args.set(name, extern);
  }
  const reported = new Set<string>();
  const reportMismatch = (name: string, mismatch: Mismatch | null): void => {
    const source = sources.get(name);
    if (!mismatch || !source || reported.has(name)) return;
    reported.add(name);
    report({ instance: instance.name, import: name, source: placeOf(instance, source, name), mismatch });
  };
  return instantiate(instance.component.type, args, budget, {
    argument: (name, expected, found) => {
      if (!isSettled(instance.component.type, name, sources))
        reportMismatch(name, compareExterns(found, expected(), union));
    },
    equality: (name, expected, found, path) => reportMismatch(name, compareTypes(found, expected, union, path)),
  });
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

/** Notes for each resource that `extern` exports by which interface, and of which instance, it is known. */
function rememberOrigins(union: TypeUnion, name: string, extern: Extern, instance: string | null): void {
  const remember = (type: AnyType, interfaceName: string | null): void => {
    const resource = peel(type);
    if (resource.kind === "resource") union.setOrigin(resource, { instance, interface: interfaceName });
  };
  if (extern.kind === "type") remember(extern.type, null);
  if (extern.kind !== "instance") return;
  for (const item of extern.type.exports.values()) if (item.kind === "type") remember(item.type, name);
}
