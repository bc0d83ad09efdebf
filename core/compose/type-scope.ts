// Types of the model → indices in one scope of a binary: the root component, a component type or an instance type.
// A type is found here, taken from an instance or an enclosing scope that has it, or declared on the spot.
// Spec: Binary.md, "Type Definitions", "Alias Definitions".

import { assert } from "../base/assert.ts";
import type {
  AliasRecord,
  CoreTypeRecord,
  ExternDescRecord,
  ExternName,
  TypeRecord,
  ValueTypeRecord,
} from "../binary/records.ts";
import type { TypeBudget } from "../wit/substitution.ts";
import {
  type AnyType,
  type Extern,
  type ExternKind,
  type InstanceType,
  type NamedType,
  peel,
  type ResourceType,
  type ValueType,
} from "../wit/types.ts";

/** What a scope writes, in order; each takes the next index of its sort. */
export type ScopeItem =
  | { readonly kind: "type"; readonly type: TypeRecord }
  | { readonly kind: "core-type"; readonly type: CoreTypeRecord }
  | { readonly kind: "alias"; readonly alias: AliasRecord }
  | { readonly kind: "import" | "export"; readonly name: ExternName; readonly desc: ExternDescRecord };

export interface TypeScopeContext {
  /** The type that stands for all that are one with the given type. */
  readonly representative: (type: AnyType) => AnyType;
  readonly budget: TypeBudget;
  /** The record that defines a type in a scope; it opens scopes of its own for component and instance types. */
  readonly define: (type: DefinableType, scope: TypeScope) => TypeRecord;
}

/** All but names, which are declared, and resources, which a composition only takes over. */
export type DefinableType = Exclude<AnyType, NamedType | ResourceType>;

export abstract class TypeScope {
  readonly context: TypeScopeContext;
  readonly parent: TypeScope | null;
  readonly counts: Record<ExternKind | "core-type", number> = {
    function: 0,
    instance: 0,
    type: 0,
    component: 0,
    module: 0,
    value: 0,
    "core-type": 0,
  };
  /** Indices of types that this scope has already. */
  readonly #indices = new Map<AnyType, number>();
  /** Types that an instance of this scope exports and that an alias can fetch. */
  readonly #homes = new Map<AnyType, { readonly instance: number; readonly name: string }>();
  /** Types that this scope will declare anyway and can declare now. */
  readonly #pending = new Map<AnyType, () => void>();

  constructor(context: TypeScopeContext, parent: TypeScope | null) {
    this.context = context;
    this.parent = parent;
  }

  protected abstract write(item: ScopeItem): void;

  representative(type: AnyType): AnyType {
    return this.context.representative(type);
  }

  /** The index of `type` here. */
  typeIndex(given: AnyType): number {
    const type = this.representative(given);
    const known = this.#indices.get(type) ?? this.#declarePending(type);
    if (known !== undefined) return known;
    const index = this.#aliasOf(type) ?? this.#outerAliasOf(type) ?? this.#definitionOf(type);
    this.#indices.set(type, index);
    return index;
  }

  valueType(type: ValueType): ValueTypeRecord {
    const inner = this.representative(type);
    return inner.kind === "primitive" ? inner.primitive : this.typeIndex(inner);
  }

  #declarePending(type: AnyType): number | undefined {
    const declare = this.#pending.get(type);
    if (!declare) return undefined;
    this.#pending.delete(type);
    declare();
    return this.#indices.get(type);
  }

  #aliasOf(type: AnyType): number | undefined {
    const home = this.#homes.get(type);
    return home && this.aliasExport("type", home.instance, home.name);
  }

  #outerAliasOf(type: AnyType): number | undefined {
    if (type.kind !== "named" && type.kind !== "resource") return undefined;
    let depth = 1;
    for (let scope = this.parent; scope; scope = scope.parent) {
      if (scope.#canReach(type)) {
        const index = scope.typeIndex(type);
        this.write({ kind: "alias", alias: { kind: "outer", sort: "type", depth, index } });
        return this.counts.type++;
      }
      depth += 1;
    }
    return undefined;
  }

  #definitionOf(type: AnyType): number {
    assert(type.kind !== "resource", "a resource is reachable from the imports of its scope");
    return type.kind === "named" ? this.typeIndex(type.of) : this.define(type);
  }

  #canReach(type: AnyType): boolean {
    return this.#indices.has(type) || this.#homes.has(type) || this.#pending.has(type);
  }

  #canReachOutwards(given: AnyType): boolean {
    const type = this.representative(given);
    return this.#canReach(type) || (this.parent !== null && this.parent.#canReachOutwards(type));
  }

  define(definable: DefinableType): number {
    const type = this.context.define(definable, this);
    this.write({ kind: "type", type });
    return this.counts.type++;
  }

  aliasExport(sort: ExternKind, instance: number, name: string): number {
    this.write({ kind: "alias", alias: { kind: "export", sort, instance, name } });
    return this.counts[sort]++;
  }

  /** Makes `declare` run as soon as `type` is asked for. */
  declareOnDemand(given: AnyType, declare: () => void): void {
    const type = this.representative(given);
    if (!this.#pending.has(type)) this.#pending.set(type, declare);
  }

  /** Declares all that was put off and not asked for yet. */
  declarePending(type: AnyType): void {
    this.#declarePending(this.representative(type));
  }

  /** Writes an import or export of what `extern` is; returns its index. */
  declare(direction: "import" | "export", name: string, extern: Extern): number {
    const externName: ExternName = { name, ...extern.annotations };
    if (extern.kind === "type") return this.#declareType(direction, externName, extern.type);
    const desc = this.describe(extern);
    this.write({ kind: direction, name: externName, desc });
    const index = this.counts[extern.kind]++;
    if (extern.kind === "instance") this.expose(extern.type, index);
    return index;
  }

  /** What `extern` is, with its types as indices of this scope. */
  describe(extern: Exclude<Extern, { kind: "type" }>): ExternDescRecord {
    switch (extern.kind) {
      case "function":
        return { sort: "function", type: this.typeIndex(extern.type) };
      case "instance":
        return { sort: "instance", type: this.define(extern.type) };
      case "component":
        return { sort: "component", type: this.define(extern.type) };
      case "value":
        return { sort: "value", type: this.valueType(extern.type) };
      case "module": {
        const { bytes } = extern.type;
        assert(bytes, "core modules that cannot be written again are refused before");
        this.write({ kind: "core-type", type: { kind: "module", bytes, selfContained: true } });
        return { sort: "module", type: this.counts["core-type"]++ };
      }
    }
  }

  #declareType(direction: "import" | "export", name: ExternName, given: AnyType): number {
    const type = this.representative(given);
    const bound = type.kind === "named" ? type.of : type;
    const isNew = bound.kind === "resource" && !this.#canReachOutwards(bound);
    const desc: ExternDescRecord = { sort: "type", type: isNew ? null : this.typeIndex(bound) };
    this.write({ kind: direction, name, desc });
    const index = this.counts.type++;
    this.#indices.set(type, index);
    const resource = this.representative(peel(type));
    if (resource.kind === "resource" && !this.#indices.has(resource)) this.#indices.set(resource, index);
    return index;
  }

  /** From here on, `type` goes by `index`. */
  protected rename(type: AnyType, index: number): void {
    this.#indices.set(this.representative(type), index);
  }

  /** Makes the types that an instance exports available for aliases. */
  expose(type: InstanceType, instance: number): void {
    for (const [name, extern] of type.exports) {
      if (extern.kind !== "type") continue;
      const exported = this.representative(extern.type);
      if (!this.#homes.has(exported)) this.#homes.set(exported, { instance, name });
      const resource = this.representative(peel(extern.type));
      if (resource.kind === "resource" && !this.#homes.has(resource) && !this.#indices.has(resource)) {
        this.#homes.set(resource, { instance, name });
      }
    }
  }
}
