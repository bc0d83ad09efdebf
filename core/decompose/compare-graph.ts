// Does a graph compose to the component that it was read from? Its world and the source of every argument are compared.

import { describeDiagnostic } from "../base/wording.ts";
import { evaluate, type EvaluatedInstance, type Evaluation } from "../graph/evaluate.ts";
import type { Graph, GraphInstance, Item } from "../graph/graph.ts";
import { usedType } from "../graph/implicit-imports.ts";
import { compareExterns, EQUAL_BY_NAME } from "../wit/compare.ts";
import { isLabel } from "../wit/names.ts";
import type { ComponentType, Extern } from "../wit/types.ts";
import { itemKey } from "./root-items.ts";

export interface GraphDifference {
  /** Imports of the whole that have to be declared for it to come out the same. */
  readonly imports: readonly string[];
  /** True where an argument other than an import came out differently. */
  readonly argument: boolean;
  /** What is to blame. */
  readonly at: { readonly kind: "import" | "export" | "instance"; readonly name: string };
  /** In words that follow "WAC has no words for". */
  readonly what: string;
}

/** For an import that is a `use` of the world, the type of the interface that it stands for; else `item` itself. */
export function withoutUse(item: Item, whole: ComponentType): Item {
  const extern = item.kind === "import" ? whole.imports.get(item.name) : undefined;
  const used = extern && usedType(whole, extern);
  return used ? { kind: "export", of: { kind: "import", name: used.argument }, name: used.type } : item;
}

/** Where what `graph` composes to differs from `whole`, or null; `wanted` has every argument written out. */
export function compareGraph(
  graph: Graph,
  wanted: readonly GraphInstance[],
  whole: ComponentType,
): GraphDifference | null {
  const evaluation = evaluate(graph);
  return (
    importDifference(evaluation, whole) ??
    argumentDifference(evaluation, wanted, whole) ??
    restDifference(evaluation, whole)
  );
}

function importDifference(evaluation: Evaluation, whole: ComponentType): GraphDifference | null {
  const made = new Map(evaluation.imports.map(({ name, extern }) => [name, extern]));
  const different: string[] = [];
  for (const [name, extern] of whole.imports) {
    // A `use` of the world stands for the interface's own type, which arguments are then given.
    if (extern.kind === "component" || usedType(whole, extern)) continue;
    const found = made.get(name);
    if (!found || !isSame(found, extern)) different.push(name);
  }
  const [first] = different;
  if (first === undefined) return null;
  const at = { kind: "import", name: first } as const;
  return { imports: different, argument: false, at, what: `the import \`${first}\` as it stands there` };
}

function argumentDifference(
  evaluation: Evaluation,
  wanted: readonly GraphInstance[],
  whole: ComponentType,
): GraphDifference | null {
  const evaluated = new Map(evaluation.instances.map((instance) => [instance.instance.name, instance]));
  const imports: string[] = [];
  let argument = false;
  let found: Pick<GraphDifference, "at" | "what"> | null = null;
  for (const { name: instance, arguments: args } of wanted) {
    for (const [name, item] of args) {
      const source = sourceOf(evaluated.get(instance), name, evaluation);
      if (source && itemKey(withoutUse(source, whole)) === itemKey(item)) continue;
      if (item.kind === "import") imports.push(item.name);
      else argument = true;
      const at = { kind: "instance", name: instance } as const;
      found ??= { at, what: `the argument \`${name}\` of \`${instance}\`` };
    }
  }
  return found && { imports, argument, ...found };
}

/** What an argument is in the composed component; null where it isn't there. */
function sourceOf(evaluated: EvaluatedInstance | undefined, name: string, evaluation: Evaluation): Item | null {
  const source = evaluated?.sources.get(name);
  if (!source) return null;
  switch (source.kind) {
    case "item":
      return source.item;
    case "world-import":
      return { kind: "import", name: evaluation.findImport(source.name)?.name ?? source.name };
    case "type-of-argument": {
      const of = sourceOf(evaluated, source.argument, evaluation);
      return of && { kind: "export", of, name: source.type };
    }
  }
}

function restDifference(evaluation: Evaluation, whole: ComponentType): GraphDifference | null {
  const differs = (kind: "import" | "export", name: string, what: string): GraphDifference => {
    return { imports: [], argument: true, at: { kind, name }, what };
  };
  // A `use` may stand beside its interface or not: it asks the host for nothing.
  const uses = usesOf(evaluation);
  for (const { name } of evaluation.imports) {
    if (!whole.imports.has(name) && !uses.has(name))
      return differs("import", name, `a composition that does not import \`${name}\``);
  }
  const exports = new Map(evaluation.exports.map((exported) => [exported.name, exported.extern]));
  for (const [name, extern] of whole.exports) {
    const found = exports.get(name);
    if (!found || !isSame(found, extern)) return differs("export", name, `the export \`${name}\` as it stands there`);
    const label = isLabel(name) ? found.annotations?.implements : undefined;
    if (label !== extern.annotations?.implements)
      return differs("export", name, `what \`${name}\` is said to implement`);
  }
  for (const name of exports.keys()) {
    if (!whole.exports.has(name)) return differs("export", name, `exports without \`${name}\``);
  }
  const [problem] = evaluation.problems;
  return problem ? differs("export", "", `a composition with a fault (${describeDiagnostic(problem).message})`) : null;
}

/** Imports of instances that are a `use` of an imported interface. */
function usesOf({ instances }: Evaluation): ReadonlySet<string> {
  const names = instances.flatMap(({ instance: { component } }) =>
    [...component.type.imports].filter(([, extern]) => usedType(component.type, extern)).map(([name]) => name),
  );
  return new Set(names);
}

/** True where each may stand for the other. */
function isSame(a: Extern, b: Extern): boolean {
  return compareExterns(a, b, EQUAL_BY_NAME) === null && compareExterns(b, a, EQUAL_BY_NAME) === null;
}
