// The top level of a composed component → its instances, what each of their arguments is, and what is exported:
// indices resolved to items, types left aside. What only core code or newer tools can mean is refused with its place.
// Spec: Binary.md, "Component Definitions"; Explainer.md, "Instance Definitions", "Alias Definitions".

import type { Diagnostic } from "../base/diagnostics.ts";
import { type LimitName, LIMITS } from "../base/limits.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { type DecodeError, DecodeFailure } from "../binary/cursor.ts";
import { decodeComponentOrThrow } from "../binary/decode.ts";
import { COMPONENT_NAME_SECTION, type ComponentNames, readComponentNames } from "../binary/name-section.ts";
import {
  type AliasRecord,
  type ByteRange,
  type ExternSort,
  type InstanceRecord,
  isExternSort,
  type ItemReference,
  type SectionRecord,
} from "../binary/records.ts";
import type { Item } from "../graph/graph.ts";

export type DecomposeError = Diagnostic<"not-a-composition" | "not-in-wac" | "limit-exceeded">;

/** Carries a DecomposeError out; caught by `decompose`. */
export class DecomposeFailure extends Error {
  readonly error: DecomposeError;
  constructor(error: DecomposeError) {
    super(error.kind);
    this.error = error;
  }
}

/** Runs `work` and turns its DecomposeFailure or DecodeFailure into a Result. */
export function catchDecomposeFailure<T>(work: () => T): Result<T, DecodeError | DecomposeError> {
  try {
    return ok(work());
  } catch (thrown) {
    if (thrown instanceof DecomposeFailure || thrown instanceof DecodeFailure) return fail(thrown.error);
    throw thrown;
  }
}

/** What an index of the top level stands for. */
export type RootItem =
  | { readonly kind: "item"; readonly item: Item }
  /** A component in the file itself. */
  | { readonly kind: "embedded"; readonly range: ByteRange }
  /** An instance put together from items of several others. */
  | { readonly kind: "bundle"; readonly items: ReadonlyMap<string, RootItem>; readonly byteOffset: number }
  /** A type that the top level defines. */
  | { readonly kind: "own-type" };

export interface RootArgument {
  readonly name: string;
  readonly sort: ExternSort;
  readonly value: RootItem;
}

export interface RootInstance {
  /** The index in the space of instances, written out: what items refer to until instances have names. */
  readonly id: string;
  readonly component: RootItem;
  readonly componentIndex: number;
  readonly arguments: readonly RootArgument[];
  readonly byteOffset: number;
}

export interface RootExport {
  readonly name: string;
  readonly sort: ExternSort;
  readonly value: RootItem;
  readonly byteOffset: number;
}

export interface RootItems {
  readonly instances: readonly RootInstance[];
  readonly exports: readonly RootExport[];
  /** Where each import stands, by name. */
  readonly importOffsets: ReadonlyMap<string, number>;
  readonly names: ComponentNames;
  /** Custom sections that a composition has no place for. */
  readonly customSections: readonly string[];
}

/** The items of the component in `bytes`, which is known to be readable. @throws DecomposeFailure, DecodeFailure */
export function readRootItems(bytes: Uint8Array): RootItems {
  const { sections, notices } = decodeComponentOrThrow(bytes, { start: 0, end: bytes.length });
  const [unknown] = notices;
  if (unknown) refuse("not-in-wac", unknown.construct, unknown.byteOffset);
  const reader = new RootReader(bytes);
  for (const section of sections) reader.read(section);
  return reader;
}

function refuse(kind: "not-a-composition" | "not-in-wac", what: string, byteOffset: number): never {
  throw new DecomposeFailure({ kind, what, byteOffset });
}

/** Custom sections that composing writes anew. */
const REWRITTEN_SECTIONS: ReadonlySet<string> = new Set([COMPONENT_NAME_SECTION, "producers"]);
const OWN_CODE = "core code of its own at the top level";

class RootReader implements RootItems {
  readonly instances: RootInstance[] = [];
  readonly exports: RootExport[] = [];
  readonly importOffsets = new Map<string, number>();
  readonly customSections: string[] = [];
  names: ComponentNames = { own: null, components: new Map(), instances: new Map() };
  readonly #bytes: Uint8Array;
  readonly #spaces: Readonly<Record<ExternSort, RootItem[]>> = {
    function: [],
    value: [],
    type: [],
    component: [],
    instance: [],
    module: [],
  };

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(section: SectionRecord): void {
    switch (section.kind) {
      case "custom":
        return this.#custom(section);
      case "component":
        return void this.#spaces.component.push({ kind: "embedded", range: section.range });
      case "core-type":
        return;
      case "type":
        return section.items.forEach(() => this.#spaces.type.push({ kind: "own-type" }));
      case "import":
        return section.items.forEach(({ name: { name }, desc }, i) => {
          this.importOffsets.set(name, section.offsets[i]!);
          this.#spaces[desc.sort].push({ kind: "item", item: { kind: "import", name } });
        });
      case "alias":
        return section.items.forEach((alias, i) => this.#alias(alias, section.offsets[i]!));
      case "instance":
        return section.items.forEach((record, i) => this.#instance(record, section.offsets[i]!));
      case "export":
        return section.items.forEach(({ name: { name }, sort, index }, i) => {
          if (!isExternSort(sort)) return;
          const value = this.#at({ sort, index });
          this.exports.push({ name, sort, value, byteOffset: section.offsets[i]! });
          this.#spaces[sort].push(value);
        });
      case "core-module":
        return refuse("not-a-composition", OWN_CODE, section.range.start);
      case "canon":
        return refuse("not-a-composition", OWN_CODE, section.offsets[0] ?? 0);
      case "opaque":
        return refuse("not-a-composition", OWN_CODE, section.byteOffset);
    }
  }

  #custom({ name, range }: Extract<SectionRecord, { kind: "custom" }>): void {
    if (name === COMPONENT_NAME_SECTION) this.names = readComponentNames(this.#bytes, range);
    else if (!REWRITTEN_SECTIONS.has(name)) this.customSections.push(name);
  }

  /** The interpreter has checked every index before. */
  #at({ sort, index }: ItemReference): RootItem {
    return this.#spaces[sort as ExternSort][index]!;
  }

  #alias(alias: AliasRecord, byteOffset: number): void {
    if (alias.kind === "core-export") refuse("not-a-composition", OWN_CODE, byteOffset);
    if (!isExternSort(alias.sort)) return;
    if (alias.kind === "outer") return void this.#spaces[alias.sort].push(this.#at(alias));
    const instance = this.#spaces.instance[alias.instance]!;
    this.#spaces[alias.sort].push(exportOf(instance, alias.name, byteOffset));
  }

  #instance(record: InstanceRecord, byteOffset: number): void {
    const { instance: space } = this.#spaces;
    if (record.kind === "inline") {
      const parts = record.exports.map(({ name, ...reference }) => [name.name, this.#at(reference)] as const);
      return void space.push(bundleOf(new Map(parts), byteOffset));
    }
    const id = String(space.length);
    const component = this.#spaces.component[record.component]!;
    const args = record.arguments.map(({ name, sort, index }): RootArgument => {
      if (!isExternSort(sort)) return refuse("not-a-composition", OWN_CODE, byteOffset);
      return { name, sort, value: this.#at({ sort, index }) };
    });
    limit("instances", this.instances.length + 1, byteOffset);
    this.instances.push({ id, component, componentIndex: record.component, arguments: args, byteOffset });
    space.push({ kind: "item", item: { kind: "instance", instance: id } });
  }
}

function limit(name: LimitName, found: number, byteOffset: number): void {
  const bound = LIMITS[name];
  if (found > bound) throw new DecomposeFailure({ kind: "limit-exceeded", limit: name, bound, found, byteOffset });
}

function exportOf(instance: RootItem, name: string, byteOffset: number): RootItem {
  if (instance.kind === "bundle") return instance.items.get(name)!;
  if (instance.kind !== "item") return refuse("not-in-wac", "an instance of an unknown kind", byteOffset);
  limit("nestingDepth", depthOf(instance.item) + 1, byteOffset);
  return { kind: "item", item: { kind: "export", of: instance.item, name } };
}

function depthOf(item: Item): number {
  let depth = 0;
  for (let inner = item; inner.kind === "export"; inner = inner.of) depth += 1;
  return depth;
}

/** An instance made of exports; of one that only repeats what another exports, that other one. */
function bundleOf(items: ReadonlyMap<string, RootItem>, byteOffset: number): RootItem {
  let of: Item | null = null;
  for (const [name, part] of items) {
    const item = part.kind === "item" ? part.item : null;
    if (item?.kind !== "export" || item.name !== name) return { kind: "bundle", items, byteOffset };
    if (of && itemKey(of) !== itemKey(item.of)) return { kind: "bundle", items, byteOffset };
    of = item.of;
  }
  return of ? { kind: "item", item: of } : { kind: "bundle", items, byteOffset };
}

/** A text that two items share only if they are the same. */
export function itemKey(item: Item): string {
  const path: string[] = [];
  let inner = item;
  for (; inner.kind === "export"; inner = inner.of) path.push(inner.name);
  return JSON.stringify([inner.kind, inner.kind === "import" ? inner.name : inner.instance, ...path]);
}
