// A composed component, from any tool → the graph that composes to it: what `compose` makes of the graph imports and
// exports the same, and gives every instance the same arguments. Imports are left to `...` where that brings them back,
// and declared where it doesn't. What the graph can't say is refused, with its place; nothing is dropped in silence.

import { fail, ok, type Result } from "../base/result.ts";
import type { DecodeError } from "../binary/cursor.ts";
import type { Graph, GraphInstance, Item } from "../graph/graph.ts";
import { suggestKey } from "../graph/component-key.ts";
import { NamePool, wacName } from "../graph/name-pool.ts";
import { instanceLabel, parseComponentKey, toLabel } from "../graph/naming.ts";
import { isLabel, sameTrack } from "../wit/names.ts";
import type { Component } from "../wit/read.ts";
import { compareGraph, type GraphDifference, withoutUse } from "./compare-graph.ts";
import { type EmbeddedComponent, EmbeddedComponents } from "./embedded.ts";
import {
  catchDecomposeFailure,
  type DecomposeError,
  DecomposeFailure,
  itemKey,
  readRootItems,
  type RootExport,
  type RootInstance,
  type RootItem,
  type RootItems,
} from "./root-items.ts";

export interface Decomposed {
  /** `demo:greeting`, as the file calls itself, else as it is called. */
  readonly packageName: string;
  readonly graph: Graph;
  /** In the order of first use; bytes are views into the composed file. */
  readonly components: readonly EmbeddedComponent[];
  /** Custom sections that have no place in a composition. */
  readonly droppedSections: readonly string[];
  /** Where each import stands in the file, in bytes, by name. */
  readonly importOffsets: ReadonlyMap<string, number>;
}

/**
 * The composition in `bytes`, which are borrowed by the result and read as `whole`.
 * @returns why it can't be read, isn't a composition, or holds what WAC can't say, with the offset in bytes.
 */
export function decompose(
  bytes: Uint8Array,
  whole: Component,
  fileName: string,
): Result<Decomposed, DecodeError | DecomposeError> {
  const decomposed = catchDecomposeFailure(() => decomposeComponent(bytes, whole, fileName));
  return decomposed.ok ? decomposed.value : decomposed;
}

function decomposeComponent(
  bytes: Uint8Array,
  whole: Component,
  fileName: string,
): Result<Decomposed, DecodeError | DecomposeError> {
  const root = readRootItems(bytes);
  if (root.instances.length === 0) {
    return fail({ kind: "not-a-composition", what: "no instances of components", byteOffset: 0 });
  }
  const components = new EmbeddedComponents(bytes, whole.type);
  const drafts: Draft[] = [];
  for (const instance of root.instances) {
    const { component: item, componentIndex, byteOffset, id } = instance;
    const given = root.names.instances.get(Number(id));
    const component = components.of(item, root.names.components.get(componentIndex), given, byteOffset);
    if (!component.ok) return component;
    drafts.push({ instance, component: component.value });
  }
  const names = nameInstances(drafts, root);
  const exports = root.exports.map(({ name, ...exported }) => ({
    name,
    item: renamed(itemOf(exported, "an export"), names, whole),
  }));
  const graph = settle(drafts, names, exports, whole, root);
  return ok({
    packageName: packageName(whole, fileName),
    graph,
    components: components.all,
    droppedSections: root.customSections,
    importOffsets: root.importOffsets,
  });
}

/** The file's own name, else one made of how it is called, such as all WAC tools read. */
function packageName(whole: Component, fileName: string): string {
  const key = suggestKey(whole, fileName, []);
  if (whole.root.name !== null && parseComponentKey(whole.root.name)) return key;
  const [base = key, version] = key.split("@");
  return version === undefined ? wacName(base) : `${wacName(base)}@${version}`;
}

interface Draft {
  readonly instance: RootInstance;
  readonly component: EmbeddedComponent;
}

/** The file's own names where they are labels, else such as all WAC tools read. */
function nameInstances(drafts: readonly Draft[], { names }: RootItems): ReadonlyMap<string, string> {
  const pool = new NamePool();
  return new Map(
    drafts.map(({ instance: { id }, component }) => {
      const given = names.instances.get(Number(id));
      if (given === undefined) return [id, pool.next(wacName(instanceLabel(component.key)))];
      return [id, pool.next(isLabel(given) ? given : wacName(toLabel(given)))];
    }),
  );
}

function itemOf({ sort, value, byteOffset }: Omit<RootExport, "name">, role: string): Item {
  if (value.kind === "item" && sort !== "component" && sort !== "value") return value.item;
  const byteOffsetOf = value.kind === "bundle" ? value.byteOffset : byteOffset;
  throw new DecomposeFailure({
    kind: "not-in-wac",
    what: `${role} that is ${whatIs(value, sort)}`,
    byteOffset: byteOffsetOf,
  });
}

function whatIs(value: RootItem, sort: string): string {
  if (value.kind === "own-type") return "a type of the top level";
  return value.kind === "bundle" ? "an instance put together from several" : `a ${sort}`;
}

/** `item` with instances by name, and a `use` of the world as what it stands for. */
function renamed(item: Item, names: ReadonlyMap<string, string>, whole: Component): Item {
  switch (item.kind) {
    case "instance":
      return { kind: "instance", instance: names.get(item.instance)! };
    case "export":
      return { kind: "export", of: renamed(item.of, names, whole), name: item.name };
    case "import":
      return withoutUse(item, whole.type);
  }
}

/**
 * Arguments are left out where leaving them out should bring them back. What then differs is declared, round by round;
 * when that no longer helps, everything is, and what differs even then can't be said.
 */
function settle(
  drafts: readonly Draft[],
  names: ReadonlyMap<string, string>,
  exports: Graph["exports"],
  whole: Component,
  root: RootItems,
): Graph {
  const wanted = drafts.map(({ instance, component }): GraphInstance => ({
    name: names.get(instance.id)!,
    key: component.key,
    component: component.component,
    arguments: new Map(
      instance.arguments.map(({ name, sort, value }) => {
        return [name, renamed(itemOf({ sort, value, byteOffset: instance.byteOffset }, "an argument"), names, whole)];
      }),
    ),
  }));
  const all: Declared = { imports: new Set(whole.type.imports.keys()), arguments: true };
  let declared: Declared = { imports: new Set(), arguments: false };
  for (let round = 1; ; round++) {
    const graph = graphWith(wanted, exports, declared, whole);
    const difference = compareGraph(graph, wanted, whole.type);
    if (!difference) return graph;
    if (declared === all) {
      const byteOffset = offsetOf(difference.at, names, root);
      throw new DecomposeFailure({ kind: "not-in-wac", what: difference.what, byteOffset });
    }
    const imports = new Set([...declared.imports, ...difference.imports]);
    const grows = imports.size > declared.imports.size || (difference.argument && !declared.arguments);
    const more = { imports, arguments: declared.arguments || difference.argument };
    declared = grows && round < MAX_ROUNDS ? more : all;
  }
}

/** What is said in full: imports of the whole, and arguments that are types of other arguments. */
interface Declared {
  readonly imports: ReadonlySet<string>;
  readonly arguments: boolean;
}

/** Each round evaluates the whole composition. */
const MAX_ROUNDS = 8;

function offsetOf(at: GraphDifference["at"], names: ReadonlyMap<string, string>, root: RootItems): number {
  switch (at.kind) {
    case "import":
      return root.importOffsets.get(at.name) ?? 0;
    case "export":
      return root.exports.find(({ name }) => name === at.name)?.byteOffset ?? 0;
    case "instance":
      return root.instances.find(({ id }) => names.get(id) === at.name)?.byteOffset ?? 0;
  }
}

/** `wanted` with what should come back by itself left out: imports of the same track, and types of other arguments. */
function graphWith(
  wanted: readonly GraphInstance[],
  exports: Graph["exports"],
  declared: Declared,
  { type }: Component,
): Graph {
  const instances = wanted.map((instance) => {
    const given = new Set(Array.from(instance.arguments.values(), itemKey));
    const args = [...instance.arguments].filter(([name, item]) => {
      if (item.kind === "import") return declared.imports.has(item.name) || !sameTrack(item.name, name);
      const kind = instance.component.type.imports.get(name)?.kind;
      return declared.arguments || kind !== "type" || item.kind !== "export" || !given.has(itemKey(item.of));
    });
    return { ...instance, arguments: new Map(args) };
  });
  const used = new Set(declared.imports);
  const note = (item: Item): void => {
    if (item.kind === "export") note(item.of);
    else if (item.kind === "import") used.add(item.name);
  };
  for (const { arguments: args } of instances) for (const item of args.values()) note(item);
  for (const { item } of exports) note(item);
  const imports = [...type.imports]
    .filter(([name, extern]) => used.has(name) && extern.kind !== "component")
    .map(([name, extern]) => ({ name, extern }));
  // A declared import is given by name: what else would take it implicitly must say so.
  const names = new Set(imports.map(({ name }) => name));
  return { instances: instances.map((instance, i) => withDeclared(instance, wanted[i]!, names)), imports, exports };
}

function withDeclared(instance: GraphInstance, wanted: GraphInstance, declared: ReadonlySet<string>): GraphInstance {
  const args = [...wanted.arguments].filter(([name, item]) => {
    return instance.arguments.has(name) || (item.kind === "import" && declared.has(item.name));
  });
  return { ...instance, arguments: new Map(args) };
}
