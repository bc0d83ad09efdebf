// The interfaces and worlds that packages declare. In a binary each is an exported component type around it; types of
// one interface are made one, whichever package mentions them. Spec: WIT.md, "Package format".

import { memoizeByIdentity } from "../base/memo.ts";
import { parseInterfaceName } from "../wit/names.ts";
import { Substitution, TypeBudget } from "../wit/substitution.ts";
import type { Component } from "../wit/read.ts";
import {
  type ComponentType,
  type Extern,
  type ExternMap,
  type InstanceType,
  peel,
  type ResourceType,
} from "../wit/types.ts";
import type { InterfaceDefinition, WorldDefinition } from "./scope.ts";

/** A declaration as the binary has it. */
interface Declared {
  readonly name: string;
  readonly id: string;
  /** The component type around it: what it uses are imports, it itself is the one export. */
  readonly wrapper: ComponentType;
}

const declaredIn: (component: Component) => readonly Declared[] = memoizeByIdentity((component) => {
  const declared: Declared[] = [];
  for (const [name, extern] of component.type.exports) {
    const wrapper = extern.kind === "type" ? peel(extern.type) : null;
    if (wrapper?.kind !== "component" || wrapper.exports.size !== 1) continue;
    const [id] = wrapper.exports.keys();
    if (id !== undefined && parseInterfaceName(id)) declared.push({ name, id, wrapper });
  }
  return declared;
});

/** True for a package of WIT: it declares interfaces or worlds. */
export function isWitPackage(component: Component): boolean {
  return declaredIn(component).length > 0;
}

/** Types of one interface are one in everything that this hands out. */
export class Definitions {
  readonly #budget = new TypeBudget();
  readonly #interfaces = new Map<string, InstanceType>();
  readonly #packages = new Map<Component, ReadonlyMap<string, InterfaceDefinition | WorldDefinition>>();

  get budget(): TypeBudget {
    return this.#budget;
  }

  /** What `component` declares, by the names that a path into the package uses. */
  of(component: Component): ReadonlyMap<string, InterfaceDefinition | WorldDefinition> {
    let definitions = this.#packages.get(component);
    if (!definitions) {
      const declared = declaredIn(component).map((one) => [one.name, this.#definition(one)] as const);
      this.#packages.set(component, (definitions = new Map(declared)));
    }
    return definitions;
  }

  #definition({ id, wrapper }: Declared): InterfaceDefinition | WorldDefinition {
    const extern = wrapper.exports.get(id)!;
    if (extern.kind === "component") return { kind: "world", id, type: this.#adopt(extern.type) };
    const { imports, exports } = this.#adopt(wrapper);
    const found = exports.get(id)!;
    const type =
      found.kind === "instance" ? found.type : { kind: "instance" as const, exports: new Map(), resources: [] };
    return { kind: "interface", id, type: this.#canonical(id, type, new Substitution(this.#budget)), uses: imports };
  }

  /** Makes a declared interface known, for packages that mention it. */
  declare(id: string, type: InstanceType): void {
    this.#interfaces.set(id, type);
  }

  /** `type` with the types of its imported interfaces replaced by those that are known. */
  #adopt(type: ComponentType): ComponentType {
    const substitution = new Substitution(this.#budget);
    const imports = new Map<string, Extern>();
    for (const [name, extern] of type.imports) {
      const isInterface = extern.kind === "instance" && parseInterfaceName(name) !== null;
      const adopted: Extern = isInterface
        ? { ...extern, type: this.#canonical(name, extern.type, substitution) }
        : substitution.applyToExtern(extern);
      imports.set(name, adopted);
    }
    const exports = new Map<string, Extern>();
    for (const [name, extern] of type.exports) exports.set(name, keepingResources(substitution.applyToExtern(extern)));
    return componentType(imports, exports);
  }

  /** `type` in the words of what is known of the interface `id`, which learns from it in turn. */
  #canonical(id: string, type: InstanceType, substitution: Substitution): InstanceType {
    const known = this.#interfaces.get(id);
    if (known) substitution.bind({ kind: "instance", type }, { kind: "instance", type: known });
    const canonical = instanceType(substitution.apply(type).exports);
    this.#interfaces.set(id, instanceType(new Map([...canonical.exports, ...(known?.exports ?? [])])));
    return canonical;
  }
}

function keepingResources(extern: Extern): Extern {
  return extern.kind === "instance" ? { ...extern, type: instanceType(extern.type.exports) } : extern;
}

/** The instance type with `exports`; it introduces the resources that its own exports name first. */
export function instanceType(exports: ExternMap): InstanceType {
  const resources = Array.from(exports.values()).flatMap(resourcesOf);
  return { kind: "instance", exports, resources };
}

/** The types that an instance exports, without its functions. */
export function typesOnly({ exports }: InstanceType): InstanceType {
  return instanceType(new Map([...exports].filter(([, extern]) => extern.kind === "type")));
}

/** The component type with these imports and exports. */
export function componentType(imports: ExternMap, exports: ExternMap): ComponentType {
  const importedResources = Array.from(imports.values()).flatMap(resourcesOf);
  const imported = new Set(importedResources);
  const definedResources = Array.from(exports.values())
    .flatMap(resourcesOf)
    .filter((resource) => !imported.has(resource));
  return { kind: "component", imports, exports, importedResources, definedResources };
}

function resourcesOf(extern: Extern): readonly ResourceType[] {
  if (extern.kind === "instance") return extern.type.resources;
  if (extern.kind !== "type" || extern.type.kind !== "named") return [];
  return extern.type.of.kind === "resource" ? [extern.type.of] : [];
}
