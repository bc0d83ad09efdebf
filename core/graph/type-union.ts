// Which types of different components are one in a composition: union-find over nominal types and resources.
// Merged imports unify the types of their interfaces; nothing is copied.

import type { ResourceDescription } from "../base/mismatch.ts";
import { definedName, type TypeEquality } from "../wit/compare.ts";
import { type AnyType, type Extern, type ExternMap, peel } from "../wit/types.ts";

/** Where a resource of the composition comes from. */
interface ResourceOrigin {
  /** The instance that defines it, or null for one that the composition imports. */
  readonly instance: string | null;
  readonly interface: string | null;
}

export class TypeUnion implements TypeEquality {
  readonly #parents = new Map<AnyType, AnyType>();
  /** Each pair that was made one, in order: what a type stands for follows from these alone. */
  readonly #pairs: (readonly [type: AnyType, into: AnyType])[] = [];
  readonly #origins = new Map<AnyType, ResourceOrigin>();
  /** Externs whose resources have not been looked at: nobody asks whose they are while all goes well. */
  #untold: { readonly externs: ExternMap; readonly instance: string | null }[] = [];

  representative(type: AnyType): AnyType {
    let root = type;
    for (let parent = this.#parents.get(root); parent; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  /** Makes `type` stand for the same as `into`. */
  unify(type: AnyType, into: AnyType): void {
    const [child, root] = [this.representative(type), this.representative(into)];
    if (child === root) return;
    this.#parents.set(child, root);
    this.#pairs.push([child, root]);
  }

  /** How much has been made one so far, for `undoTo`. */
  get mark(): number {
    return this.#pairs.length;
  }

  /** Takes back all that was made one since `mark`. */
  undoTo(mark: number): void {
    for (const [type] of this.#pairs.splice(mark)) this.#parents.delete(type);
  }

  /** True where `other` has made the very same types one. */
  equals(other: TypeUnion): boolean {
    const [pairs, others] = [this.#pairs, other.#pairs];
    return pairs.length === others.length && pairs.every(([a, b], i) => a === others[i]![0] && b === others[i]![1]);
  }

  sameResource(a: AnyType, b: AnyType): boolean {
    return this.#resource(a) === this.#resource(b);
  }

  #resource(type: AnyType): AnyType {
    return this.representative(peel(this.representative(type)));
  }

  /** Remembers whose the resources of `externs` are, an instance's or the composition's imports. The first told counts. */
  tellOrigins(externs: ExternMap, instance: string | null): void {
    this.#untold.push({ externs, instance });
  }

  describeResource(type: AnyType): ResourceDescription {
    for (const { externs, instance } of this.#untold) {
      for (const [name, extern] of externs) this.#setOrigins(name, extern, instance);
    }
    this.#untold = [];
    const origin = this.#origins.get(this.#resource(type));
    return { name: definedName(type), instance: origin?.instance ?? null, interface: origin?.interface ?? null };
  }

  #setOrigins(name: string, extern: Extern, instance: string | null): void {
    const set = (type: AnyType, interfaceName: string | null): void => {
      if (peel(type).kind !== "resource") return;
      const key = this.#resource(type);
      if (!this.#origins.has(key)) this.#origins.set(key, { instance, interface: interfaceName });
    };
    if (extern.kind === "type") set(extern.type, null);
    if (extern.kind !== "instance") return;
    for (const item of extern.type.exports.values()) if (item.kind === "type") set(item.type, name);
  }
}
