// Which types of different components are one in a composition: union-find over nominal types and resources.
// Merged imports unify the types of their interfaces; nothing is copied.

import type { ResourceDescription } from "../base/mismatch.ts";
import { definedName, type TypeEquality } from "../wit/compare.ts";
import { type AnyType, peel } from "../wit/types.ts";

/** Where a resource of the composition comes from. */
export interface ResourceOrigin {
  /** The instance that defines it, or null for one that the composition imports. */
  readonly instance: string | null;
  readonly interface: string | null;
}

export class TypeUnion implements TypeEquality {
  readonly #parents = new Map<AnyType, AnyType>();
  readonly #origins = new Map<AnyType, ResourceOrigin>();

  representative(type: AnyType): AnyType {
    let root = type;
    for (let parent = this.#parents.get(root); parent; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  /** Makes `type` stand for the same as `into`. */
  unify(type: AnyType, into: AnyType): void {
    const [child, root] = [this.representative(type), this.representative(into)];
    if (child !== root) this.#parents.set(child, root);
  }

  sameResource(a: AnyType, b: AnyType): boolean {
    return this.#resource(a) === this.#resource(b);
  }

  #resource(type: AnyType): AnyType {
    return this.representative(peel(this.representative(type)));
  }

  /** Remembers whose a resource is, for messages; the first origin told counts. */
  setOrigin(resource: AnyType, origin: ResourceOrigin): void {
    const key = this.#resource(resource);
    if (!this.#origins.has(key)) this.#origins.set(key, origin);
  }

  describeResource(type: AnyType): ResourceDescription {
    const origin = this.#origins.get(this.#resource(type));
    return { name: definedName(type), instance: origin?.instance ?? null, interface: origin?.interface ?? null };
  }
}
