// The exports of a composition with their types, and the interfaces that must be exported with them:
// a function may only mention types that the whole imports or exports. Spec: Explainer.md, "Type Checking".

import type { ArgumentPlace, Diagnostic } from "../base/diagnostics.ts";
import { definedName } from "../wit/compare.ts";
import { isExternName, uniquenessKey } from "../wit/names.ts";
import { type AnyType, childrenOf, type Extern, namesOf, type NamedType, peel } from "../wit/types.ts";
import { exportOfInstance, type Graph, type Item } from "./graph.ts";
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
  const homes = typeHomes(graph, types, union);
  const asked = askedExports(graph, types, report);
  const names = new Set(asked.map(({ name }) => name));
  const result: EvaluatedExport[] = [];

  const add = (exported: EvaluatedExport): void => {
    for (const type of typesThatNeedNames(exported.extern)) {
      if (!known.has(type)) addHome(type, exported.name);
    }
    known.learn(exported.extern);
    result.push(exported);
  };
  /** Exports what `type` is known by, for the sake of the export `neededBy`. */
  const addHome = (type: NamedType, neededBy: string): void => {
    const home = homes.find(type);
    const item = home && !names.has(home.export) ? exportOfInstance(home.instance, home.export) : null;
    const extern = item && externOfItem(item, types);
    if (!home || !item || !extern) {
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

/** Interfaces bring the names of their types along; functions and types of the world don't. */
function typesThatNeedNames(extern: Extern): readonly NamedType[] {
  if (extern.kind === "function") return nominalTypes(extern.type);
  if (extern.kind !== "type") return [];
  const type = peel(extern.type);
  return type.kind === "component" || type.kind === "instance" ? [] : childrenOf(type).flatMap(nominalTypes);
}

function askedExports(graph: Graph, types: ItemTypes, report: (problem: ExportProblem) => void): EvaluatedExport[] {
  const byKey = new Map<string, string>();
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

/** Types that the composition has imported or exported so far. */
class KnownTypes {
  readonly #union: TypeUnion;
  readonly #types = new Set<AnyType>();

  constructor(union: TypeUnion) {
    this.#union = union;
  }

  learn(extern: Extern): void {
    if (extern.kind === "instance") for (const item of extern.type.exports.values()) this.learn(item);
    else if (extern.kind === "type")
      for (const type of namesOf(extern.type)) this.#types.add(this.#union.representative(type));
  }

  has(type: AnyType): boolean {
    for (const inner of namesOf(type)) if (this.#types.has(this.#union.representative(inner))) return true;
    return false;
  }
}

interface TypeHome {
  readonly instance: string;
  readonly export: string;
}

/** The first export of an instance, an interface or a type itself, under which each type is known. */
function typeHomes(graph: Graph, types: ItemTypes, union: TypeUnion): { find(type: AnyType): TypeHome | null } {
  const homes = new Map<AnyType, TypeHome>();
  for (const { name: instance } of graph.instances) {
    const extern = types.instance(instance);
    if (extern?.kind !== "instance") continue;
    for (const [name, item] of extern.type.exports) {
      for (const inner of item.kind === "instance" ? item.type.exports.values() : [item]) {
        if (inner.kind !== "type") continue;
        for (const type of namesOf(inner.type)) {
          const key = union.representative(type);
          if (!homes.has(key)) homes.set(key, { instance, export: name });
        }
      }
    }
  }
  return {
    find(type) {
      for (const inner of namesOf(type)) {
        const home = homes.get(union.representative(inner));
        if (home) return home;
      }
      return null;
    },
  };
}
