// What a composition imports: the unsatisfied imports of its instances, those of one name or one semver track merged.
// A merged interface is the union of its parts' exports; types of the same name become one type.
// Background: the implicit imports of WAC's `...`.

import type { Mismatch, TypePath } from "../base/mismatch.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { compareExterns, compareTypes, pathLabel } from "../wit/compare.ts";
import { compareVersions, sameTrack, versionOf } from "../wit/names.ts";
import { type AnyType, type Extern, type InstanceType, peel } from "../wit/types.ts";
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
  /** What was merged into it: instances of one component bring the same object again and again. */
  readonly merged: Set<Extern>;
}

export class ImportSet {
  readonly #union: TypeUnion;
  readonly #entries = new Map<string, Entry>();
  /** Names that a higher version of their track replaced, by name. */
  readonly #entryOf = new Map<string, Entry>();

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
    const entry = this.#entryOf.get(name) ?? this.#sameTrackEntry(name);
    if (!entry) return ok(this.#insert(name, extern, need));
    const mismatch = entry.merged.has(extern) ? null : this.#merge(entry.extern, extern, []);
    if (mismatch) return fail({ name: entry.name, first: entry.needs[0]!, mismatch });
    entry.merged.add(extern);
    entry.needs.push(need);
    this.#entryOf.set(name, entry);
    this.#keepHighestVersion(entry, name);
    return ok(entry);
  }

  #sameTrackEntry(name: string): Entry | undefined {
    for (const entry of this.#entries.values()) if (sameTrack(entry.name, name)) return entry;
    return undefined;
  }

  #insert(name: string, extern: Extern, need: ImportNeed): Entry {
    const entry: Entry = { name, extern: mergeable(extern), needs: [need], merged: new Set([extern]) };
    this.#entries.set(name, entry);
    this.#entryOf.set(name, entry);
    return entry;
  }

  #keepHighestVersion(entry: Entry, name: string): void {
    const [current, candidate] = [versionOf(entry.name), versionOf(name)];
    if (!current || !candidate || compareVersions(candidate, current) <= 0) return;
    this.#entries.delete(entry.name);
    entry.name = name;
    this.#entries.set(name, entry);
  }

  #merge(into: Extern, other: Extern, path: TypePath): Mismatch | null {
    if (into.kind === "instance" && other.kind === "instance") return this.#mergeInstances(into.type, other.type, path);
    if (into.kind === "type" && other.kind === "type") return this.#unify(into.type, other.type, path);
    const mismatch = compareExterns(other, into, this.#union);
    return mismatch && { ...mismatch, path: [...path, ...mismatch.path] };
  }

  #mergeInstances(into: InstanceType, other: InstanceType, path: TypePath): Mismatch | null {
    if (into === other) return null;
    const exports = into.exports as Map<string, Extern>;
    for (const [name, extern] of other.exports) {
      const existing = exports.get(name);
      if (!existing) {
        exports.set(name, extern);
        continue;
      }
      if (existing.type === extern.type) continue;
      const mismatch = this.#merge(existing, extern, [...path, pathLabel(name)]);
      if (mismatch) return mismatch;
    }
    return null;
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

/** A copy whose exports may grow. */
function mergeable(extern: Extern): Extern {
  if (extern.kind !== "instance") return extern;
  return { ...extern, type: { ...extern.type, exports: new Map(extern.type.exports) } };
}
