// Which imports of the instances the composition itself must import, merged, and where the other arguments come from.
// Background: WAC's implicit imports; Explainer.md, "Import and Export Definitions".

import type { Diagnostic } from "../base/diagnostics.ts";
import { memoizeByIdentity } from "../base/memo.ts";
import { typeOwnersOf } from "../wit/owners.ts";
import { type AnyType, childrenOf, type ComponentType, type Extern, withType } from "../wit/types.ts";
import type { Graph, GraphInstance, Item } from "./graph.ts";
import type { ImportSet } from "./import-set.ts";

/** Where the argument for one import of an instance comes from. */
export type ArgumentSource =
  | { readonly kind: "item"; readonly item: Item }
  /** The composition's import that this one was merged into. */
  | { readonly kind: "world-import"; readonly name: string }
  /** A type that another argument of the same instance exports: what a world-level `use` stands for. */
  | { readonly kind: "type-of-argument"; readonly argument: string; readonly type: string };

export type ArgumentSources = ReadonlyMap<string, ArgumentSource>;

export type ImportProblem = Diagnostic<"conflicting-imports" | "import-name-taken">;

/** Adds the unsatisfied imports of every instance to `imports`; returns the sources of all arguments, by instance. */
export function collectImports(
  graph: Graph,
  imports: ImportSet,
  report: (problem: ImportProblem) => void,
): ReadonlyMap<string, ArgumentSources> {
  const declared = new Set(graph.imports.filter(({ implied }) => !implied).map(({ name }) => name));
  const sources = new Map<string, Map<string, ArgumentSource>>();
  for (const { name, extern } of graph.imports) imports.add(name, extern, { instance: "", import: name });
  for (const instance of graph.instances) sources.set(instance.name, collectOf(instance, declared, imports, report));
  for (const instance of graph.instances) importUsedTypes(instance, sources.get(instance.name)!, imports);
  return sources;
}

/**
 * A type that a world uses from an interface of the host stays an import beside the interface, so that the world keeps
 * its name, unless the name means something else to another instance.
 */
function importUsedTypes(
  { name, component }: GraphInstance,
  sources: Map<string, ArgumentSource>,
  imports: ImportSet,
): void {
  for (const [type, source] of sources) {
    if (source.kind !== "type-of-argument" || sources.get(source.argument)?.kind !== "world-import") continue;
    const merged = imports.add(type, component.type.imports.get(type)!, { instance: name, import: type });
    if (merged.ok) sources.set(type, { kind: "world-import", name: type });
  }
}

function collectOf(
  instance: GraphInstance,
  declared: ReadonlySet<string>,
  imports: ImportSet,
  report: (problem: ImportProblem) => void,
): Map<string, ArgumentSource> {
  const { type } = instance.component;
  const sources = new Map<string, ArgumentSource>();
  const added = new Set<string>();

  /** Adds an import after the interfaces whose types it mentions, whoever provides those to the instance. */
  const add = (name: string, extern: Extern): void => {
    if (added.has(name)) return;
    added.add(name);
    for (const owner of usedInterfaces(type, extern)) add(owner, type.imports.get(owner)!);
    const need = { instance: instance.name, import: name };
    let merged = imports.add(name, extern, need);
    // Of an interface that comes from elsewhere, only the types must agree with those of the host.
    if (!merged.ok && instance.arguments.has(name)) merged = imports.add(name, typesOf(extern), need);
    if (merged.ok) return;
    const { name: worldImport, first, mismatch } = merged.error;
    // Declared imports come first, and belong to no instance.
    if (first.instance === "") return report({ kind: "import-name-taken", instance: instance.name, import: name });
    report({ kind: "conflicting-imports", instance: instance.name, import: name, worldImport, first, mismatch });
  };

  for (const [name, extern] of type.imports) {
    const item = instance.arguments.get(name);
    const used = usedType(type, extern);
    if (item) sources.set(name, { kind: "item", item });
    else if (declared.has(name)) report({ kind: "import-name-taken", instance: instance.name, import: name });
    else if (used) sources.set(name, { kind: "type-of-argument", ...used });
    else {
      add(name, extern);
      sources.set(name, { kind: "world-import", name });
    }
  }
  return sources;
}

/** An interface without its functions. */
const typesOf = memoizeByIdentity((extern: Extern): Extern => {
  if (extern.kind !== "instance") return extern;
  const exports = new Map([...extern.type.exports].filter(([, { kind }]) => kind === "type"));
  return withType(extern, { ...extern.type, exports });
});

/** For a type import that is a world-level `use` of an imported interface: that interface and the type's name there. */
export function usedType(
  component: ComponentType,
  extern: Extern,
): { readonly argument: string; readonly type: string } | null {
  if (extern.kind !== "type" || extern.type.kind !== "named") return null;
  const owners = typeOwnersOf(component);
  const origin = owners.get(extern.type)?.origin;
  const home = origin && owners.get(origin);
  if (!origin || !home || home.direction !== "import" || home.level !== "interface") return null;
  return { argument: home.extern, type: origin.name };
}

/** The imported interfaces of `component`, beside `extern` itself, that define types which `extern` mentions. */
export function usedInterfaces(component: ComponentType, extern: Extern): readonly string[] {
  return usedInterfacesOf(component).get(extern) ?? [];
}

const usedInterfacesOf = memoizeByIdentity((component: ComponentType): ReadonlyMap<Extern, readonly string[]> => {
  const owners = typeOwnersOf(component);
  const result = new Map<Extern, readonly string[]>();
  for (const [name, extern] of component.imports) {
    const interfaces = new Set<string>();
    const seen = new Set<AnyType>();
    const visit = (type: AnyType): void => {
      if (seen.has(type) || type.kind === "component") return;
      seen.add(type);
      const owner = type.kind === "named" ? owners.get(type) : undefined;
      if (owner && owner.extern !== name && owner.direction === "import") interfaces.add(owner.extern);
      childrenOf(type).forEach(visit);
    };
    visit(extern.type);
    result.set(extern, [...interfaces]);
  }
  return result;
});
