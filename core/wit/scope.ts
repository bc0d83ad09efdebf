// The index spaces of one component, component type or instance type while its definitions are interpreted.

import { DecodeFailure } from "../binary/cursor.ts";
import type { ExternName, ExternSort } from "../binary/records.ts";
import { IndexSpace } from "./index-space.ts";
import { checkMeasure, type TypeMeasures } from "./type-size.ts";
import {
  type AnyType,
  type ComponentType,
  type Extern,
  type FunctionType,
  type InstanceType,
  type ModuleType,
  type NamedType,
  type ResourceType,
  UNKNOWN_COMPONENT,
  UNKNOWN_FUNCTION,
  UNKNOWN_INSTANCE,
  UNKNOWN_TYPE,
  type ValueType,
  withType,
} from "./types.ts";

/** A component whose type is worked out when it is first needed: wit-component's shims are never instantiated twice. */
export type LazyComponent = () => ComponentType;

const OPAQUE_MODULE: ModuleType = { kind: "module", bytes: null };

export class Scope {
  readonly kind: "component" | "component-type" | "instance-type";
  readonly parent: Scope | null;
  readonly types = new IndexSpace<AnyType>("type", UNKNOWN_TYPE);
  readonly functions = new IndexSpace<FunctionType>("function", UNKNOWN_FUNCTION);
  readonly instances = new IndexSpace<InstanceType>("instance", UNKNOWN_INSTANCE);
  readonly components = new IndexSpace<LazyComponent>("component", () => UNKNOWN_COMPONENT);
  readonly modules = new IndexSpace<ModuleType>("core module", OPAQUE_MODULE);
  readonly coreTypes = new IndexSpace<ModuleType | null>("core type", null);
  readonly values = new IndexSpace<ValueType>("value", UNKNOWN_TYPE);
  readonly imports = new Map<string, Extern>();
  readonly exports = new Map<string, Extern>();
  readonly importedResources: ResourceType[] = [];
  readonly definedResources: ResourceType[] = [];
  /** Shared by all scopes of one file. */
  readonly measures: TypeMeasures;

  constructor(kind: Scope["kind"], parent: Scope | null) {
    this.kind = kind;
    this.parent = parent;
    this.measures = parent?.measures ?? new Map();
  }

  loseCertainty(): void {
    const spaces = [
      this.types,
      this.functions,
      this.instances,
      this.components,
      this.modules,
      this.coreTypes,
      this.values,
    ];
    for (const space of spaces) space.loseCertainty();
  }

  /** A resource type that this component defines itself. */
  defineResource(): ResourceType {
    const resource: ResourceType = { kind: "resource" };
    this.definedResources.push(resource);
    return resource;
  }

  componentType(): ComponentType {
    const { imports, exports, importedResources, definedResources } = this;
    return { kind: "component", imports, exports, importedResources, definedResources };
  }

  /** The scope `depth` levels out. @throws DecodeFailure `malformed` */
  outer(depth: number, byteOffset: number): Scope {
    if (depth === 0) return this;
    if (this.parent) return this.parent.outer(depth - 1, byteOffset);
    throw new DecodeFailure({ kind: "malformed", what: "an alias that reaches out too far", byteOffset });
  }

  /** The definition that a reference names, as an extern. */
  lookUp(sort: ExternSort, index: number, byteOffset: number): Extern {
    switch (sort) {
      case "function":
        return { kind: "function", type: this.functions.get(index, byteOffset) };
      case "instance":
        return { kind: "instance", type: this.instances.get(index, byteOffset) };
      case "type":
        return { kind: "type", type: this.types.get(index, byteOffset) };
      case "component":
        return { kind: "component", type: this.components.get(index, byteOffset)() };
      case "module":
        return { kind: "module", type: this.modules.get(index, byteOffset) };
      case "value":
        return { kind: "value", type: this.values.get(index, byteOffset) };
    }
  }

  /** Gives `extern` the next index of its sort. */
  define(extern: Extern): void {
    switch (extern.kind) {
      case "function":
        return this.functions.push(extern.type);
      case "instance":
        return this.instances.push(extern.type);
      case "type":
        return this.types.push(extern.type);
      case "component": {
        const { type } = extern;
        return this.components.push(() => type);
      }
      case "module":
        return this.modules.push(extern.type);
      case "value":
        return this.values.push(extern.type);
    }
  }

  /** Records an import or export: a type gets its name, the item an index, its resources an owner. */
  declare(direction: "import" | "export", name: ExternName, declared: Extern | "resource", byteOffset: number): void {
    const extern = annotate(this.#named(direction, name.name, declared), name);
    if (extern.kind === "type") checkMeasure(extern.type, this.measures, byteOffset);
    if (extern.kind === "instance") this.#adoptResources(direction, extern.type);
    this.define(extern);
    const externs = direction === "import" ? this.imports : this.exports;
    if (externs.has(name.name)) {
      throw new DecodeFailure({ kind: "duplicate-extern-name", direction, name: name.name, byteOffset });
    }
    externs.set(name.name, extern);
  }

  #named(direction: "import" | "export", name: string, declared: Extern | "resource"): Extern {
    if (declared === "resource") {
      const resource: ResourceType = { kind: "resource" };
      (direction === "import" ? this.importedResources : this.definedResources).push(resource);
      return { kind: "type", type: namedType(name, resource) };
    }
    return declared.kind === "type" ? withType(declared, namedType(name, declared.type)) : declared;
  }

  #adoptResources(direction: "import" | "export", type: InstanceType): void {
    if (direction === "import") this.importedResources.push(...type.resources);
    // A component's own exported instances introduce nothing: their resources came from a definition before them.
    else if (this.kind !== "component") this.definedResources.push(...type.resources);
  }
}

function namedType(name: string, of: AnyType): NamedType {
  return { kind: "named", name, of };
}

function annotate(extern: Extern, { name: _name, ...annotations }: ExternName): Extern {
  return Object.keys(annotations).length > 0 ? { ...extern, annotations } : extern;
}
