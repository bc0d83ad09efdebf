// The exports of a composition with their types, and the interfaces that must be exported with them:
// a function may only mention types that the whole imports or exports. Spec: Explainer.md, "Type Checking".

import { getOrInsert } from "../base/collections.ts";
import type { ArgumentPlace, Diagnostic } from "../base/diagnostics.ts";
import { definedName } from "../wit/compare.ts";
import { isExternName, uniquenessKey } from "../wit/names.ts";
import { type AnyType, childrenOf, type Extern, type NamedType, peel } from "../wit/types.ts";
import { exportOfInstance, type Graph, instanceOf, type Item } from "./graph.ts";
import { externOfItem, type ItemTypes } from "./item-types.ts";
import type { TypeUnion } from "./type-union.ts";

export interface EvaluatedExport {
  readonly name: string;
  readonly item: Item;
  readonly extern: Extern;
  /** The export that needs this one for its types, or null for one that was asked for. */
  readonly neededBy: string | null;
}

export type ExportProblem = Diagnostic<
  "unknown-export" | "duplicate-export" | "invalid-export-name" | "unnamed-type-in-export"
>;

/** The exports of `graph` in the order in which they must be written: what others need stands before them. */
export function evaluateExports(
  graph: Graph,
  types: ItemTypes,
  worldImports: readonly Extern[],
  union: TypeUnion,
  report: (problem: ExportProblem) => void,
): readonly EvaluatedExport[] {
  const known = new KnownTypes(union);
  for (const extern of worldImports) known.learn(extern);
  for (const { type } of graph.definitions ?? []) known.learn({ kind: "type", type });
  const homes = typeHomes(graph, types, union);
  const asked = askedExports(graph, types, report);
  const names = new Set(asked.map(({ name }) => name));
  const begun = new Set<string>();
  const result: EvaluatedExport[] = [];

  const add = (exported: EvaluatedExport): void => {
    if (begun.has(exported.name)) return;
    begun.add(exported.name);
    for (const type of known.missingFrom(exported.extern)) {
      if (!known.has(type)) addHome(type, exported);
    }
    known.learn(exported.extern);
    result.push(exported);
  };
  /** Exports what `type` is known by before the export `neededBy`. */
  const addHome = (type: NamedType, { name: neededBy, item: needing }: EvaluatedExport): void => {
    const candidates = homes().get(union.representative(type)) ?? [];
    const instanceAtHome = instanceOf(needing);
    const home = candidates.find(({ instance }) => instance === instanceAtHome) ?? candidates[0] ?? null;
    const item = home && exportOfInstance(home.instance, home.export);
    const own = item && asked.find((exported) => isSameItem(exported.item, item) && !begun.has(exported.name));
    if (own) return add(own);
    const extern = item && !names.has(home.export) && externOfItem(item, types);
    if (!extern) {
      const other = result.find(({ name }) => name === home?.export) ?? asked.find(({ name }) => name === home?.export);
      const taken = other ? placeOfItem(other.item) : null;
      report({ kind: "unnamed-type-in-export", name: neededBy, type: definedName(type), needs: home, taken });
      return;
    }
    names.add(home.export);
    add({ name: home.export, item, extern, neededBy });
  };

  // Functions come last, so that the interfaces exported beside them have named their types.
  for (const exported of asked) if (exported.extern.kind !== "function") add(exported);
  for (const exported of asked) if (exported.extern.kind === "function") add(exported);
  return result;
}

function isSameItem(a: Item, b: Item): boolean {
  if (a.kind === "export") return b.kind === "export" && a.name === b.name && isSameItem(a.of, b.of);
  if (a.kind === "import") return b.kind === "import" && a.name === b.name;
  return b.kind === "instance" && a.instance === b.instance;
}

function askedExports(graph: Graph, types: ItemTypes, report: (problem: ExportProblem) => void): EvaluatedExport[] {
  const byKey = new Map<string, string>();
  for (const { name } of graph.definitions ?? []) {
    const other = byKey.get(uniquenessKey(name));
    if (!isExternName(name)) report({ kind: "invalid-export-name", name });
    else if (other !== undefined) report({ kind: "duplicate-export", name, other });
    byKey.set(uniquenessKey(name), name);
  }
  const result: EvaluatedExport[] = [];
  for (const { name, item } of graph.exports) {
    const other = byKey.get(uniquenessKey(name));
    const extern = externOfItem(item, types);
    if (!isExternName(name)) report({ kind: "invalid-export-name", name });
    else if (other !== undefined) report({ kind: "duplicate-export", name, other });
    else if (!extern) reportUnknown(graph, item, report);
    else result.push({ name, item, extern, neededBy: null });
    byKey.set(uniquenessKey(name), name);
  }
  return result;
}

function reportUnknown(graph: Graph, item: Item, report: (problem: ExportProblem) => void): void {
  if (item.kind !== "export" || item.of.kind !== "instance") return;
  const { instance } = item.of;
  const owner = graph.instances.find(({ name }) => name === instance);
  // What stands on or behind a cycle has exports whose types are not known; the cycle is reported already.
  if (!owner || owner.component.type.exports.has(item.name)) return;
  const known = [...owner.component.type.exports.keys()];
  report({ kind: "unknown-export", instance, export: item.name, component: owner.key, known });
}

function placeOfItem(item: Item): ArgumentPlace {
  if (item.kind === "import") return { worldImport: item.name };
  if (item.kind === "instance") return { instance: item.instance, export: "" };
  return item.of.kind === "instance" ? { instance: item.of.instance, export: item.name } : placeOfItem(item.of);
}

/** The named types in `type` that stand for something which must have a name: all but aliases of unnamed types. */
function nominalTypes(type: AnyType): readonly NamedType[] {
  const found: NamedType[] = [];
  const seen = new Set<AnyType>();
  const visit = (inner: AnyType): void => {
    if (seen.has(inner)) return;
    seen.add(inner);
    if (inner.kind === "named" && MUST_BE_NAMED.has(peel(inner).kind)) found.push(inner);
    else childrenOf(inner).forEach(visit);
  };
  visit(type);
  return found;
}

const MUST_BE_NAMED: ReadonlySet<AnyType["kind"]> = new Set(["resource", "record", "variant", "enum", "flags"]);

/** Types that the composition has imported or exported so far, under exactly the names that it gave them. */
class KnownTypes {
  readonly #union: TypeUnion;
  readonly #types = new Set<AnyType>();

  constructor(union: TypeUnion) {
    this.#union = union;
  }

  learn(extern: Extern): void {
    if (extern.kind === "instance") for (const item of extern.type.exports.values()) this.learn(item);
    else if (extern.kind === "type") this.#types.add(this.#union.representative(extern.type));
  }

  has(type: AnyType): boolean {
    return this.#types.has(this.#union.representative(type));
  }

  /** The types that an export of `extern` mentions without having named them before, by itself or in an instance. */
  missingFrom(extern: Extern): readonly NamedType[] {
    const named = new Set<AnyType>();
    const missing: NamedType[] = [];
    const need = (type: AnyType): void => {
      for (const inner of nominalTypes(type)) {
        if (!this.has(inner) && !named.has(this.#union.representative(inner))) missing.push(inner);
      }
    };
    const visit = (item: Extern): void => {
      if (item.kind === "instance") item.type.exports.forEach(visit);
      else if (item.kind === "function" || item.kind === "value") need(item.type);
      else if (item.kind === "type") {
        const type = peel(item.type);
        if (type.kind !== "component" && type.kind !== "instance") childrenOf(type).forEach(need);
        named.add(this.#union.representative(item.type));
      }
    };
    visit(extern);
    return missing;
  }
}

interface TypeHome {
  readonly instance: string;
  readonly export: string;
}

/** The exports of instances, interfaces or types themselves, that name each type; worked out when asked for. */
function typeHomes(graph: Graph, types: ItemTypes, union: TypeUnion): () => ReadonlyMap<AnyType, readonly TypeHome[]> {
  let homes: Map<AnyType, TypeHome[]> | undefined;
  return () => {
    if (homes) return homes;
    homes = new Map();
    for (const { name: instance } of graph.instances) {
      const extern = types.instance(instance);
      if (extern?.kind !== "instance") continue;
      for (const [name, item] of extern.type.exports) {
        for (const inner of item.kind === "instance" ? item.type.exports.values() : [item]) {
          if (inner.kind !== "type") continue;
          getOrInsert(homes, union.representative(inner.type), () => []).push({ instance, export: name });
        }
      }
    }
    return homes;
  };
}
