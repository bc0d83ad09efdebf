// Interfaces and worlds, in statements and inline → instance types and component types, with what they use.
// Spec: WIT.md, "Item: interface", "Item: world", "Item: use", "Item: include".

import type { Span } from "../base/diagnostics.ts";
import { parseInterfaceName } from "../wit/names.ts";
import { Substitution } from "../wit/substitution.ts";
import {
  type Extern,
  type ExternMap,
  type InstanceType,
  type NamedType,
  peel,
  type ResourceType,
} from "../wit/types.ts";
import { componentType, type Definitions, instanceType, typesOnly } from "./package-definitions.ts";
import { TypeResolver } from "./resolve-types.ts";
import { type Binding, type InterfaceDefinition, kindOf, type Report, Scope, type WorldDefinition } from "./scope.ts";
import type {
  ExternType,
  InlineInterface,
  InterfaceItem,
  PackageReference,
  Reference,
  TypeDeclaration,
  Use,
  WorldItem,
} from "./syntax.ts";

/** What a world under way imports and exports. */
interface WorldDraft {
  readonly id: string;
  /** The interfaces it needs for its types, dependencies first. */
  readonly uses: Map<string, Extern>;
  readonly imports: Map<string, Extern>;
  readonly exports: Map<string, Extern>;
}

/** The extern that an interface is, and the interfaces that must be imported with it. */
export interface ExternWithUses {
  readonly extern: Extern;
  readonly uses: ExternMap;
  /** The interface it is, if that has a name. */
  readonly id: string | null;
  /** True for what the text has already: an import or a part of one. */
  readonly isItem: boolean;
}

export class InterfaceResolver {
  readonly #report: Report;
  readonly #root: Scope;
  readonly #definitions: Definitions;
  /** What a path into a package stands for. */
  readonly #path: (path: PackageReference) => Binding;

  constructor(report: Report, root: Scope, definitions: Definitions, path: (path: PackageReference) => Binding) {
    this.#report = report;
    this.#root = root;
    this.#definitions = definitions;
    this.#path = path;
  }

  interface(id: string | null, items: readonly InterfaceItem[]): InterfaceDefinition {
    const types = new TypeResolver(this.#report, new Scope(this.#report));
    const uses = new Map<string, Extern>();
    const exports = new Map<string, Extern>();
    for (const item of items) {
      if (item.kind === "function") this.#function(item, types, exports);
      else this.#typeItem(item, types, exports, uses);
    }
    return { kind: "interface", id, type: instanceType(exports), uses };
  }

  #function(
    item: Extract<InterfaceItem, { kind: "function" }>,
    types: TypeResolver,
    exports: Map<string, Extern>,
  ): void {
    const { name, span } = item.name;
    if (exports.has(name)) this.#report.fail({ kind: "wac-duplicate", what: "name", name, span });
    const type = "kind" in item.type ? types.signature(item.type) : types.functionNamed(item.type);
    exports.set(name, { kind: "function", type });
  }

  /** What interfaces and worlds have in common: their types, declared and used. */
  #typeItem(
    item: Use | TypeDeclaration,
    types: TypeResolver,
    externs: Map<string, Extern>,
    uses: Map<string, Extern>,
  ): void {
    if (item.kind === "use") return this.#use(item, types, externs, uses);
    const { name, span } = item.name;
    if (externs.has(name)) this.#report.fail({ kind: "wac-duplicate", what: "name", name, span });
    types.scope.reserve(item.name);
    if (item.kind !== "resource") {
      const type = types.declared(item);
      types.scope.bind(item.name, { kind: "type", type });
      externs.set(name, { kind: "type", type });
      return;
    }
    const resource: ResourceType = { kind: "resource" };
    const type: NamedType = { kind: "named", name, of: resource };
    types.scope.bind(item.name, { kind: "type", type });
    externs.set(name, { kind: "type", type });
    types.distinct("member", item.members);
    for (const member of item.members) externs.set(...types.member(member, type));
  }

  #use({ from, items }: Use, types: TypeResolver, externs: Map<string, Extern>, uses: Map<string, Extern>): void {
    const definition = this.#interfaceOf(from);
    addUses(uses, definition);
    for (const { from: wanted, to } of items) {
      const found = definition.type.exports.get(wanted.name);
      if (!found) {
        const known = typeNames(definition.type);
        this.#report.fail({
          kind: "wac-unknown-member",
          of: nameOf(from),
          name: wanted.name,
          known,
          span: wanted.span,
        });
      }
      if (found.kind !== "type" || peel(found.type).kind === "function") {
        const binding = { kind: "item", item: { kind: "import", name: "" }, extern: found, id: null } as const;
        const { name, span } = wanted;
        this.#report.fail({ kind: "wac-wrong-kind", name, expected: "a type", found: kindOf(binding), span });
      }
      const { name, span } = to;
      if (externs.has(name)) this.#report.fail({ kind: "wac-duplicate", what: "name", name, span });
      types.scope.reserve(to);
      const type: NamedType = { kind: "named", name, of: found.type };
      this.#report.checkSize(type, span);
      types.scope.bind(to, { kind: "type", type });
      externs.set(name, { kind: "type", type });
    }
  }

  #interfaceOf(reference: Reference): InterfaceDefinition {
    const binding = this.reference(reference);
    if (binding.kind === "interface") return binding;
    const { span } = reference;
    const name = nameOf(reference);
    return this.#report.fail({ kind: "wac-wrong-kind", name, expected: "an interface", found: kindOf(binding), span });
  }

  /** What a name of the document or a path into a package stands for. */
  reference(reference: Reference): Binding {
    return reference.kind === "path" ? this.#path(reference.package) : this.#root.get(reference.name, reference.span);
  }

  world(id: string, items: readonly WorldItem[]): WorldDefinition {
    const types = new TypeResolver(this.#report, new Scope(this.#report));
    const draft: WorldDraft = { id, uses: new Map(), imports: new Map(), exports: new Map() };
    const includes: Extract<WorldItem, { kind: "include" }>[] = [];
    for (const item of items) {
      if (item.kind === "include") includes.push(item);
      else if (item.kind === "import" || item.kind === "export") this.#worldItem(item, types, draft);
      else this.#typeItem(item, types, draft.imports, draft.uses);
    }
    // Last, so that what is included gives way to what the world says itself.
    for (const include of includes) this.#include(include, draft);
    return { kind: "world", id, type: this.#worldType(draft) };
  }

  #worldItem(item: Extract<WorldItem, { kind: "import" | "export" }>, types: TypeResolver, draft: WorldDraft): void {
    const { extern, uses, id } = this.extern(item.type, types);
    const span = item.name?.span ?? item.type.span;
    if (item.name === null && id === null) {
      const name = item.type.kind === "name" ? item.type.name : "";
      this.#report.fail({ kind: "wac-wrong-kind", name, expected: "an interface", found: "something else", span });
    }
    const name = item.name?.name ?? id!;
    const externs = item.kind === "import" ? draft.imports : draft.exports;
    if (externs.has(name)) this.#report.fail({ kind: "wac-duplicate", what: item.kind, name, span });
    for (const [used, type] of uses) mergeInto(draft.uses, used, type);
    const implemented = item.name !== null && id !== null ? { ...extern, annotations: { implements: id } } : extern;
    // An interface under its own name is the one whose types others use; any other stands for itself.
    externs.set(name, item.kind === "import" && name === id ? extern : this.fresh(implemented));
  }

  /** The extern that `type` describes. Names of interfaces are looked up in the document, those of functions here. */
  extern(type: ExternType, types: TypeResolver): ExternWithUses {
    if (type.kind === "function") {
      return { extern: { kind: "function", type: types.signature(type) }, uses: NO_USES, id: null, isItem: false };
    }
    if (type.kind === "interface") return this.#inline(type);
    const isLocal = type.kind === "name" && types.scope.has(type.name);
    const binding = isLocal ? types.scope.get(type.name, type.span) : this.reference(type);
    const inner = binding.kind === "type" ? peel(binding.type) : null;
    if (inner?.kind === "function")
      return { extern: { kind: "function", type: inner }, uses: NO_USES, id: null, isItem: false };
    switch (binding.kind) {
      case "interface":
        return { extern: { kind: "instance", type: binding.type }, uses: binding.uses, id: binding.id, isItem: false };
      case "world":
        return { extern: { kind: "component", type: binding.type }, uses: NO_USES, id: null, isItem: false };
      case "item":
        return { extern: this.fresh(binding.extern), uses: NO_USES, id: binding.id, isItem: true };
      case "type": {
        const { span } = type;
        const [name, expected] = [nameOf(type), "a function type, an interface or a world"];
        return this.#report.fail({ kind: "wac-wrong-kind", name, expected, found: kindOf(binding), span });
      }
    }
  }

  #inline({ items }: InlineInterface): ExternWithUses {
    const { type, uses } = this.interface(null, items);
    return { extern: { kind: "instance", type }, uses, id: null, isItem: false };
  }

  /** A copy of an instance with types and resources of its own. */
  fresh(extern: Extern): Extern {
    if (extern.kind !== "instance") return extern;
    return { ...extern, type: new Substitution(this.#definitions.budget).freshenInstance(extern.type) };
  }

  #include(item: Extract<WorldItem, { kind: "include" }>, draft: WorldDraft): void {
    const { world, with: renamings } = item;
    const binding = this.reference(world);
    if (binding.kind !== "world") {
      const [name, found] = [nameOf(world), kindOf(binding)];
      this.#report.fail({ kind: "wac-wrong-kind", name, expected: "a world", found, span: world.span });
    }
    const renamed = new Map<string, { to: string; span: Span }>();
    for (const { from, to } of renamings) {
      if (renamed.has(from.name)) {
        this.#report.fail({ kind: "wac-duplicate", what: "name", name: from.name, span: from.span });
      }
      const { imports, exports } = binding.type;
      if (!imports.has(from.name) && !exports.has(from.name)) {
        const known = [...imports.keys(), ...exports.keys()].filter((name) => !parseInterfaceName(name));
        const { name, span } = from;
        this.#report.fail({ kind: "wac-unknown-member", of: nameOf(world), name, known, span });
      }
      renamed.set(from.name, { to: to.name, span: to.span });
    }
    const add = (externs: Map<string, Extern>, name: string, extern: Extern): void => {
      const { to, span } = renamed.get(name) ?? { to: name, span: world.span };
      // The same interface is the same thing; the same label may not be.
      if (externs.has(to) && !parseInterfaceName(name)) {
        this.#report.fail({ kind: "wac-include-conflict", name: to, world: nameOf(world), span });
      }
      mergeInto(externs, to, extern);
    };
    for (const [name, extern] of binding.type.imports) add(draft.imports, name, extern);
    for (const [name, extern] of binding.type.exports) add(draft.exports, name, extern);
  }

  /** Used interfaces are imported first; an exported interface takes types from the exports beside it. */
  #worldType({ uses, imports, exports }: WorldDraft): WorldDefinition["type"] {
    const all = new Map<string, Extern>();
    for (const [name, extern] of [...uses, ...imports]) mergeInto(all, name, extern);
    return componentType(all, exports);
  }
}

const NO_USES: ExternMap = new Map();

/** Adds what an interface needs, and then its own types: its functions are not needed to mention them. */
function addUses(uses: Map<string, Extern>, { id, type, uses: needed }: InterfaceDefinition): void {
  for (const [name, extern] of needed) mergeInto(uses, name, extern);
  if (id !== null) mergeInto(uses, id, { kind: "instance", type: typesOnly(type) });
}

/** Adds an extern; of an interface that is there already, what is missing: its types are the same ones. */
function mergeInto(externs: Map<string, Extern>, name: string, extern: Extern): void {
  const known = externs.get(name);
  if (!known) externs.set(name, extern);
  else if (known.kind === "instance" && extern.kind === "instance" && known.type !== extern.type) {
    const type = instanceType(new Map([...extern.type.exports, ...known.type.exports]));
    externs.set(name, { ...known, type });
  }
}

function typeNames({ exports }: InstanceType): readonly string[] {
  return [...exports].filter(([, extern]) => extern.kind === "type").map(([name]) => name);
}

export function nameOf(reference: Reference): string {
  if (reference.kind === "name") return reference.name;
  const { name, segments, version } = reference.package;
  return [name, ...segments].join("/") + (version === null ? "" : `@${version}`);
}
