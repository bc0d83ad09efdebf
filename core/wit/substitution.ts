// Substitution on the type graph: instantiating a component binds its imports to arguments and makes its own
// resources fresh. Nodes in which nothing changes keep their identity. Spec: Explainer.md, "Instance Definitions".

import { DecodeFailure } from "../binary/cursor.ts";
import { LIMITS } from "../base/limits.ts";
import {
  type AnyType,
  type ComponentType,
  type Extern,
  type ExternMap,
  type InstanceType,
  peel,
  type ResourceType,
  withType,
} from "./types.ts";

/** Counts the type nodes visited for one file or one composition; nested instantiations can multiply them. */
export class TypeBudget {
  readonly #bound: number;
  #left: number;

  constructor(bound: number = LIMITS.typeNodes) {
    this.#bound = bound;
    this.#left = bound;
  }

  get left(): number {
    return this.#left;
  }

  /** @throws DecodeFailure `limit-exceeded`, at offset 0: no single place is to blame. */
  spend(nodes: number): void {
    this.#left -= nodes;
    if (this.#left >= 0) return;
    const bound = this.#bound;
    const found = bound - this.#left;
    throw new DecodeFailure({ kind: "limit-exceeded", limit: "typeNodes", bound, found, byteOffset: 0 });
  }
}

/** Called for each type bound by `eq`; `expected` gives the bound under the bindings made so far. */
export type EqualityCheck = (expected: () => AnyType, found: AnyType, path: readonly string[]) => void;

export class Substitution {
  readonly #replacements = new Map<AnyType, AnyType>();
  readonly #budget: TypeBudget;

  constructor(budget: TypeBudget) {
    this.#budget = budget;
  }

  has(type: AnyType): boolean {
    return this.#replacements.has(type);
  }

  replace(type: AnyType, by: AnyType): void {
    this.#replacements.set(type, by);
  }

  /** `type` with every replacement made; the same object where none applies. */
  apply<T extends AnyType>(type: T): T {
    const known = this.#replacements.get(type);
    if (known) return known as T;
    this.#budget.spend(1);
    const result = this.#rebuild(type) as T;
    this.#replacements.set(type, result);
    return result;
  }

  /** The same map where nothing in it changes. */
  applyToExterns(externs: ExternMap): ExternMap {
    this.#budget.spend(externs.size);
    let changed = false;
    const result = new Map<string, Extern>();
    for (const [name, extern] of externs) {
      const applied = this.applyToExtern(extern);
      if (applied !== extern) changed = true;
      result.set(name, applied);
    }
    return changed ? result : externs;
  }

  applyToExtern<E extends Extern>(extern: E): E {
    return withType(extern, this.apply(extern.type));
  }

  #rebuild(type: AnyType): AnyType {
    const apply = <T extends AnyType>(inner: T): T => this.apply(inner);
    const applyOptional = <T extends AnyType>(inner: T | null): T | null => (inner ? apply(inner) : null);
    switch (type.kind) {
      case "primitive":
      case "flags":
      case "enum":
      case "resource":
      case "module":
      case "unknown":
        return type;
      case "named": {
        const of = apply(type.of);
        return of === type.of ? type : this.#made({ kind: "named", name: type.name, of });
      }
      case "record": {
        const fields = mapKeeping(type.fields, (field) => withFieldType(field, apply(field.type)));
        return fields === type.fields ? type : this.#made({ kind: "record", fields });
      }
      case "variant": {
        const cases = mapKeeping(type.cases, (c) => withFieldType(c, applyOptional(c.type)));
        return cases === type.cases ? type : this.#made({ kind: "variant", cases });
      }
      case "tuple": {
        const elements = mapKeeping(type.elements, apply);
        return elements === type.elements ? type : this.#made({ kind: "tuple", elements });
      }
      case "list":
      case "option": {
        const element = apply(type.element);
        return element === type.element ? type : this.#made({ ...type, element });
      }
      case "stream":
      case "future": {
        const element = applyOptional(type.element);
        return element === type.element ? type : this.#made({ kind: type.kind, element });
      }
      case "map": {
        const key = apply(type.key);
        const value = apply(type.value);
        return key === type.key && value === type.value ? type : this.#made({ kind: "map", key, value });
      }
      case "result": {
        const ok = applyOptional(type.ok);
        const error = applyOptional(type.error);
        return ok === type.ok && error === type.error ? type : this.#made({ kind: "result", ok, error });
      }
      case "own":
      case "borrow": {
        const resource = apply(type.resource);
        return resource === type.resource ? type : this.#made({ kind: type.kind, resource });
      }
      case "function": {
        const parameters = mapKeeping(type.parameters, (parameter) => withFieldType(parameter, apply(parameter.type)));
        const result = applyOptional(type.result);
        if (parameters === type.parameters && result === type.result) return type;
        return this.#made({ ...type, parameters, result });
      }
      case "instance": {
        const exports = this.applyToExterns(type.exports);
        const resources = mapKeeping(type.resources, apply);
        if (exports === type.exports && resources === type.resources) return type;
        return this.#made({ ...type, exports, resources });
      }
      case "component": {
        const imports = this.applyToExterns(type.imports);
        const exports = this.applyToExterns(type.exports);
        return imports === type.imports && exports === type.exports ? type : this.#made({ ...type, imports, exports });
      }
    }
  }

  #made<T extends AnyType>(type: T): T {
    this.#budget.spend(1);
    return type;
  }

  /** A copy of `type` whose declared types and introduced resources are new. */
  freshenInstance(type: InstanceType): InstanceType {
    const known = this.#replacements.get(type);
    if (known) return known as InstanceType;
    const resources = type.resources.map((resource) => this.freshenResource(resource));
    const exports = new Map<string, Extern>();
    const copy: InstanceType = { ...type, exports, resources };
    this.#replacements.set(type, copy);
    this.#budget.spend(type.exports.size + 1);
    for (const [name, extern] of type.exports) exports.set(name, this.freshenExtern(extern));
    return copy;
  }

  freshenExtern(extern: Extern): Extern {
    if (extern.kind === "instance") return withType(extern, this.freshenInstance(extern.type));
    if (extern.kind === "type" && extern.type.kind === "named" && !this.has(extern.type)) {
      const { name, of } = extern.type;
      this.replace(extern.type, this.#made({ kind: "named", name, of: this.apply(of) }));
    }
    return this.applyToExtern(extern);
  }

  freshenResource(resource: ResourceType): ResourceType {
    const known = this.#replacements.get(resource);
    if (known) return known as ResourceType;
    const fresh: ResourceType = { kind: "resource" };
    this.#replacements.set(resource, fresh);
    return fresh;
  }

  /**
   * Binds the types that `declared` introduces to those of `argument`. A `sub resource` takes the argument's identity;
   * an `eq` type must already be what the substitution says it is, which is compared before it is bound.
   */
  bind(declared: Extern, argument: Extern, check?: EqualityCheck, path: readonly string[] = []): void {
    if (declared.type === argument.type) return; // bound to itself
    if (declared.kind === "type" && argument.kind === "type") {
      this.#bindType(declared.type, argument.type, check, path);
    } else if (declared.kind === "instance" && argument.kind === "instance") {
      for (const [name, inner] of declared.type.exports) {
        const found = argument.type.exports.get(name);
        if (found) this.bind(inner, found, check, [...path, name]);
      }
    }
  }

  #bindType(declared: AnyType, found: AnyType, check: EqualityCheck | undefined, path: readonly string[]): void {
    if (declared.kind !== "named") return;
    const bound = declared.of;
    if (bound.kind === "resource" && !this.has(bound)) {
      const resource = peel(found);
      if (resource.kind === "resource") this.replace(bound, resource);
      else check?.(() => declared, found, path);
    } else {
      check?.(() => this.apply(bound), found, path);
    }
    this.replace(declared, found);
  }
}

function mapKeeping<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let changed = false;
  const result = items.map((item) => {
    const next = change(item);
    if (next !== item) changed = true;
    return next;
  });
  return changed ? result : items;
}

function withFieldType<F extends { readonly type: AnyType | null }>(field: F, type: F["type"]): F {
  return type === field.type ? field : { ...field, type };
}

export interface InstantiationChecks {
  /** Called for each argument, in the order of the imports; `expected` gives the import under the bindings so far. */
  readonly argument?: (name: string, expected: () => Extern, found: Extern) => void;
  readonly equality?: (name: string, ...rest: Parameters<EqualityCheck>) => void;
}

/** The type of the instance that `component` becomes with `args`: arguments bound, own resources fresh. */
export function instantiate(
  component: ComponentType,
  args: ExternMap,
  budget: TypeBudget,
  checks: InstantiationChecks = {},
): InstanceType {
  const substitution = new Substitution(budget);
  for (const [name, declared] of component.imports) {
    const argument = args.get(name);
    const { equality } = checks;
    if (argument) {
      substitution.bind(
        declared,
        argument,
        equality && ((expected, found, path) => equality(name, expected, found, path)),
      );
    }
    if (argument) checks.argument?.(name, () => substitution.applyToExtern(declared), argument);
  }
  const resources = component.definedResources.map((resource) => substitution.freshenResource(resource));
  // As for a validator, types in which nothing changes stay what they are, in all instances of a component.
  return { kind: "instance", exports: substitution.applyToExterns(component.exports), resources };
}

/** A copy of `component` that shares no declared type or resource with it, for use inside another scope. */
export function freshenComponent(component: ComponentType, budget: TypeBudget): ComponentType {
  const substitution = new Substitution(budget);
  const importedResources = component.importedResources.map((resource) => substitution.freshenResource(resource));
  const definedResources = component.definedResources.map((resource) => substitution.freshenResource(resource));
  const freshen = (externs: ExternMap): ExternMap =>
    new Map(Array.from(externs, ([name, extern]) => [name, substitution.freshenExtern(extern)]));
  const imports = freshen(component.imports);
  return { kind: "component", imports, exports: freshen(component.exports), importedResources, definedResources };
}
