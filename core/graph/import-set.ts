// What a composition imports: the unsatisfied imports of its instances, those of one name or one semver track merged.
// A merged interface is the union of its parts' exports; types of the same name become one type.
// Background: the implicit imports of WAC's `...`.

import type { Mismatch, TypePath } from "../base/mismatch.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { compareExterns, compareTypes, pathLabel } from "../wit/compare.ts";
import { compareVersions, semverTrack, versionOf } from "../wit/names.ts";
import { type AnyType, type Extern, type InstanceType, peel, withType } from "../wit/types.ts";
import type { TypeUnion } from "./type-union.ts";

/** An import of an instance: who needs it and under which name. */
export interface ImportNeed {
  readonly instance: string;
  readonly import: string;
}

export interface MergedImport {
  /** The highest version of the track that any instance asks for. */
  readonly name: string;
  readonly extern: Extern;
  readonly needs: readonly ImportNeed[];
  /** What was merged into it, in order; the extern follows from these alone. */
  readonly parts: ReadonlySet<Extern>;
}

export interface MergeConflict {
  readonly name: string;
  /** Who asked first for what `name` was merged into. */
  readonly first: ImportNeed;
  readonly mismatch: Mismatch;
}

interface Entry {
  name: string;
  extern: Extern;
  needs: ImportNeed[];
  /** Instances of one component bring the same object again and again. */
  readonly parts: Set<Extern>;
}

export class ImportSet {
  readonly #union: TypeUnion;
  readonly #entries = new Map<string, Entry>();
  /** By each name asked for; names of one track share an entry. */
  readonly #entryOf = new Map<string, Entry>();
  readonly #entryOfTrack = new Map<string, Entry>();

  constructor(union: TypeUnion) {
    this.#union = union;
  }

  /** In the order in which they were first asked for. */
  get imports(): readonly MergedImport[] {
    return [...this.#entries.values()];
  }

  /** The import that `name` was merged into. */
  find(name: string): MergedImport | undefined {
    return this.#entryOf.get(name);
  }

  /** Adds what `need` asks for under `name`, merged with what is there already. */
  add(name: string, extern: Extern, need: ImportNeed): Result<MergedImport, MergeConflict> {
    const entry = this.#entryOf.get(name) ?? this.#entryOfTrack.get(semverTrack(name) ?? name);
    if (!entry) return ok(this.#insert(name, extern, need));
    if (!entry.parts.has(extern)) {
      const { mark } = this.#union;
      const merged = this.#merge(entry.extern, extern, []);
      if (!merged.ok) {
        this.#union.undoTo(mark);
        // One component that imports both means two things by them.
        const isOwn = name !== entry.name && entry.needs.some(({ instance }) => instance === need.instance);
        if (isOwn && !this.#entryOf.has(name)) return ok(this.#insert(name, extern, need));
        this.#entryOf.set(name, entry);
        return fail({ name: entry.name, first: entry.needs[0]!, mismatch: merged.error });
      }
      entry.parts.add(extern);
      entry.extern = merged.value;
    }
    this.#entryOf.set(name, entry);
    entry.needs.push(need);
    if (name !== entry.name) this.#keepHighestVersion(entry, name);
    return ok(entry);
  }

  /** Takes over the externs of `earlier` imports that were merged from the same parts, so that they are the same objects. */
  reuse(earlier: readonly MergedImport[]): void {
    const byFirstPart = new Map(earlier.map((merged) => [merged.parts.values().next().value, merged]));
    for (const entry of this.#entries.values()) {
      const known = byFirstPart.get(entry.parts.values().next().value);
      if (known && isSameList([...known.parts], [...entry.parts])) entry.extern = known.extern;
    }
  }

  #insert(name: string, extern: Extern, need: ImportNeed): Entry {
    const entry: Entry = { name, extern, needs: [need], parts: new Set([extern]) };
    this.#entries.set(name, entry);
    this.#entryOf.set(name, entry);
    const track = semverTrack(name) ?? name;
    if (!this.#entryOfTrack.has(track)) this.#entryOfTrack.set(track, entry);
    return entry;
  }

  #keepHighestVersion(entry: Entry, name: string): void {
    const [current, candidate] = [versionOf(entry.name), versionOf(name)];
    if (!current || !candidate || compareVersions(candidate, current) <= 0) return;
    this.#entries.delete(entry.name);
    entry.name = name;
    this.#entries.set(name, entry);
  }

  #merge(into: Extern, other: Extern, path: TypePath): Result<Extern, Mismatch> {
    if (into.kind === "instance" && other.kind === "instance") {
      const merged = this.#mergeInstances(into.type, other.type, path);
      return merged.ok ? ok(withType(into, merged.value)) : merged;
    }
    const isTypes = into.kind === "type" && other.kind === "type";
    const mismatch = isTypes ? this.#unify(into.type, other.type, path) : this.#difference(into, other, path);
    return mismatch ? fail(mismatch) : ok(into);
  }

  #difference(into: Extern, other: Extern, path: TypePath): Mismatch | null {
    const mismatch = compareExterns(other, into, this.#union);
    return mismatch && { ...mismatch, path: [...path, ...mismatch.path] };
  }

  /** `into` with what only `other` exports; `into` itself where that is nothing. */
  #mergeInstances(into: InstanceType, other: InstanceType, path: TypePath): Result<InstanceType, Mismatch> {
    if (into === other) return ok(into);
    const added = new Map<string, Extern>();
    for (const [name, extern] of other.exports) {
      const existing = into.exports.get(name);
      if (!existing) added.set(name, extern);
      if (!existing || existing.type === extern.type) continue;
      const merged = this.#merge(existing, extern, [...path, pathLabel(name)]);
      if (!merged.ok) return merged;
      if (merged.value !== existing) added.set(name, merged.value);
    }
    return ok(added.size === 0 ? into : { ...into, exports: new Map([...into.exports, ...added]) });
  }

  /** Makes two types of one name the same type, if they agree. */
  #unify(into: AnyType, other: AnyType, path: TypePath): Mismatch | null {
    const union = this.#union;
    const [a, b] = [union.representative(into), union.representative(other)];
    if (a === b) return null;
    const [resourceA, resourceB] = [union.representative(peel(a)), union.representative(peel(b))];
    if (resourceA.kind === "resource" && resourceB.kind === "resource") {
      if (resourceA !== resourceB) {
        // An alias stands for a resource of another interface: that one decides, it is not ours to merge.
        if (isAlias(a) || isAlias(b)) return { path, difference: this.#differentResources(into, other) };
        union.unify(resourceB, resourceA);
      }
    } else {
      const mismatch = compareTypes(b, a, union, path);
      if (mismatch) return mismatch;
    }
    if (a.kind === "named" && b.kind === "named") union.unify(b, a);
    return null;
  }

  #differentResources(expected: AnyType, found: AnyType): Mismatch["difference"] {
    const union = this.#union;
    return { kind: "resource", expected: union.describeResource(expected), found: union.describeResource(found) };
  }
}

function isAlias(type: AnyType): boolean {
  return type.kind === "named" && type.of.kind !== "resource";
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
