// The tree of a WAC document → a graph that can be composed, and the composition that a canvas draws of it.
// Language: WAC's LANGUAGE.md, "Statements". Each error has its span, and names what was looked for and where.

import type { ExportPlace, Span } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type {
  ComponentReference,
  Composition,
  CompositionExport,
  CompositionSource,
  Wire,
} from "../graph/composition.ts";
import type { Graph, GraphImport, Item } from "../graph/graph.ts";
import { isExternName, uniquenessKey } from "../wit/names.ts";
import type { Component } from "../wit/read.ts";
import { type AnyType, childrenOf, type ComponentType, type Extern, type NamedType, peel } from "../wit/types.ts";
import { instanceNames } from "./instance-names.ts";
import { componentType, Definitions } from "./package-definitions.ts";
import { packageKey } from "./packages.ts";
import { exportOf, ExpressionResolver, type ItemBinding } from "./resolve-expressions.ts";
import { type ExternWithUses, InterfaceResolver, nameOf } from "./resolve-interfaces.ts";
import { TypeResolver } from "./resolve-types.ts";
import { type Binding, kindOf, Report, Scope, type WacResolveError } from "./scope.ts";
import type { Identifier, PackageReference, Statement, WacDocument } from "./syntax.ts";

export interface PackageSource {
  readonly reference: ComponentReference;
  readonly component: Component;
}

/** Finds the component that a package name stands for. */
export type PackageLookup = (key: string) => PackageSource | undefined;

export interface ResolvedWac {
  /** All that the text says. */
  readonly graph: Graph;
  /** What a canvas can draw of it. */
  readonly composition: Composition;
}

/** What `document`, which was parsed from `text`, describes, or every error in it. */
export function resolveWac(
  document: WacDocument,
  text: string,
  packageOf: PackageLookup,
): Result<ResolvedWac, readonly WacResolveError[]> {
  const resolver = new Resolver(document, packageOf);
  for (const statement of document.statements) resolver.statement(statement);
  const target = resolver.target();
  return resolver.errors.length > 0 ? fail(resolver.errors) : ok(resolver.result(text, target));
}

interface ResolvedExport {
  readonly statement: Span;
  readonly name: string;
  readonly item: Item;
}

const DEPENDENCY_NAME = /^(?:unlocked-dep|locked-dep|url|integrity)=<.*>$/;

class Resolver {
  readonly #document: WacDocument;
  readonly #packageOf: PackageLookup;
  readonly #report = new Report();
  readonly #scope = new Scope(this.#report);
  readonly #types = new TypeResolver(this.#report, this.#scope);
  readonly #definitions = new Definitions();
  readonly #interfaces: InterfaceResolver;
  readonly #expressions: ExpressionResolver;
  readonly #components = new Map<string, ComponentReference>();
  readonly #typePackages = new Set<string>();
  readonly #imports = new Map<string, GraphImport>();
  readonly #declared: { name: string; readonly type: NamedType }[] = [];
  readonly #exports: ResolvedExport[] = [];

  constructor(document: WacDocument, packageOf: PackageLookup) {
    this.#document = document;
    this.#packageOf = packageOf;
    this.#interfaces = new InterfaceResolver(this.#report, this.#scope, this.#definitions, (path) => this.#path(path));
    this.#expressions = new ExpressionResolver({
      report: this.#report,
      scope: this.#scope,
      names: instanceNames(document),
      packageOf: (reference) => this.#package(reference),
    });
  }

  get errors(): readonly WacResolveError[] {
    return this.#report.errors;
  }

  statement(statement: Statement): void {
    this.#report.attempt(() => this.#report.limited(statement.span, () => this.#statement(statement)));
    if (statement.kind !== "export") this.#scope.abandon(statement.name.name);
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case "let": {
        this.#scope.reserve(statement.name);
        return this.#scope.bind(statement.name, this.#expressions.binding(statement.value));
      }
      case "export":
        return this.#export(statement);
      case "import":
        return this.#import(statement);
      case "interface":
      case "world":
        return this.#declare(statement);
      default: {
        this.#scope.reserve(statement.name);
        const type = this.#types.declared(statement);
        this.#define(statement.name, type, { kind: "type", type });
      }
    }
  }

  /** A type statement exports what it declares. */
  #define(name: Identifier, type: NamedType, binding: Binding): void {
    this.#checkExport(name.name, name.span);
    this.#declared.push({ name: name.name, type });
    this.#scope.bind(name, binding);
  }

  #declare(statement: Extract<Statement, { kind: "interface" | "world" }>): void {
    const { name } = statement;
    this.#scope.reserve(name);
    const { package: own } = this.#document;
    const id = `${own.name}/${name.name}${own.version === null ? "" : `@${own.version}`}`;
    if (statement.kind === "world") {
      const definition = this.#interfaces.world(id, statement.items);
      return this.#define(name, wrapped(name.name, id, { kind: "component", type: definition.type }), definition);
    }
    const definition = this.#interfaces.interface(id, statement.items);
    this.#definitions.declare(id, definition.type);
    const extern: Extern = { kind: "instance", type: definition.type };
    this.#define(name, wrapped(name.name, id, extern, definition.uses), definition);
  }

  #package(reference: PackageReference): PackageSource {
    const { name, span } = reference;
    const key = packageKey(reference);
    const source = this.#packageOf(key);
    if (!source && name === this.#document.package.name) this.#report.fail({ kind: "wac-own-package", name, span });
    if (!source) return this.#report.fail({ kind: "wac-unknown-package", key, span });
    this.#components.set(key, source.reference);
    return source;
  }

  /** What a path such as `wasi:http/types@0.2.3` stands for. */
  #path(path: PackageReference): Binding {
    const [first = "", ...rest] = path.segments;
    let of = packageKey(path);
    let binding: Binding | undefined;
    if (path.name === this.#document.package.name) {
      binding = this.#scope.get(first, path.span);
    } else {
      const { component } = this.#package(path);
      this.#typePackages.add(packageKey(path));
      const definitions = this.#definitions.of(component);
      binding = definitions.get(first);
      if (!binding) this.#unknown(of, first, definitions.keys(), path.span);
    }
    for (const [i, segment] of rest.entries()) {
      of = `${path.name}/${path.segments.slice(0, i + 1).join("/")}`;
      const exports = exportsOfBinding(binding) ?? new Map<string, Extern>();
      const extern = exports.get(segment) ?? this.#unknown(of, segment, exports.keys(), path.span);
      binding = bindingOfExtern(extern);
    }
    return binding;
  }

  #unknown(of: string, name: string, known: Iterable<string>, span: Span): never {
    return this.#report.fail({ kind: "wac-unknown-member", of, name, known: [...known], span });
  }

  #import({ name: local, as, type }: Extract<Statement, { kind: "import" }>): void {
    this.#scope.reserve(local);
    const resolved = this.#interfaces.extern(type, this.#types);
    // What is imported by a path goes by that path; what the text declares, by the name it is given here.
    const inferred = type.kind === "path" ? nameOf(type) : ((resolved.isItem ? resolved.id : null) ?? local.name);
    const name = as?.name ?? inferred;
    const span = as?.span ?? (type.kind === "path" ? type.span : local.span);
    if (!isExternName(name) && !DEPENDENCY_NAME.test(name)) {
      this.#report.fail({ kind: "wac-invalid-import-name", name, span });
    }
    const known = this.#imports.get(uniquenessKey(name));
    if (known && !known.implied) this.#report.fail({ kind: "wac-import-twice", name, span });
    this.#refuseOwnTypes(name, resolved.extern, span);
    const extern = this.#importedExtern(name, resolved);
    for (const [used, usedExtern] of resolved.uses) {
      const key = uniquenessKey(used);
      if (!this.#imports.has(key)) this.#imports.set(key, { name: used, extern: usedExtern, implied: true });
    }
    this.#imports.set(uniquenessKey(name), { name, extern });
    this.#scope.bind(local, { kind: "item", item: { kind: "import", name }, extern, id: resolved.id });
  }

  /** An interface under its own name is the one whose types others use; under a label it says what it implements. */
  #importedExtern(name: string, { extern, id }: ExternWithUses): Extern {
    if (id === name || extern.kind !== "instance") return extern;
    const fresh = this.#interfaces.fresh(extern);
    return id !== null && !name.includes(":") ? { ...fresh, annotations: { implements: id } } : fresh;
  }

  /** A function of the world may only mention types that an interface hands out. */
  #refuseOwnTypes(name: string, extern: Extern, span: Span): void {
    if (extern.kind !== "function") return;
    const seen = new Set<AnyType>();
    const visit = (type: AnyType): void => {
      if (seen.has(type)) return;
      seen.add(type);
      if (type.kind === "named" && NOMINAL.has(peel(type).kind)) {
        this.#report.fail({ kind: "wac-own-type-in-import", name, type: type.name, span });
      }
      childrenOf(type).forEach(visit);
    };
    visit(extern.type);
  }

  #export({ value, spread, as, span }: Extract<Statement, { kind: "export" }>): void {
    const binding = this.#expressions.binding(value);
    if (binding.kind !== "item") return this.#exportType(binding, value.span, as);
    if (spread) return this.#exportSpread(binding, value.span, span);
    const { item, id } = binding;
    const name = as?.name ?? id ?? (item.kind === "instance" ? null : item.name);
    if (name === null) return this.#report.fail({ kind: "wac-export-needs-name", span: value.span });
    this.#checkExport(name, as?.span ?? span);
    this.#exports.push({ statement: span, name, item });
  }

  /** A declared type is exported already: exporting it again gives it another name. */
  #exportType(binding: Exclude<Binding, { kind: "item" }>, span: Span, as: { name: string; span: Span } | null): void {
    const declared = this.#declared.find(({ type }) => isDeclaredAs(binding, type));
    if (!declared) {
      const [expected, found] = ["an import or an instance", kindOf(binding)];
      return this.#report.fail({ kind: "wac-wrong-kind", name: "", expected, found, span });
    }
    if (as === null) return this.#report.fail({ kind: "wac-export-twice", name: declared.name, span });
    this.#checkExport(as.name, as.span);
    declared.name = as.name;
  }

  #exportSpread(owner: ItemBinding, valueSpan: Span, statement: Span): void {
    const exports = this.#expressions.exportsOf(owner, valueSpan);
    const free = [...exports].filter(([name]) => !this.#isExported(name));
    if (free.length === 0) {
      const { item } = owner;
      const name = item.kind === "instance" ? item.instance : item.name;
      this.#report.fail({ kind: "wac-nothing-to-spread", name, span: valueSpan });
    }
    for (const [name, extern] of free)
      this.#exports.push({ statement, name, item: exportOf(owner, name, extern).item });
  }

  #isExported(name: string): boolean {
    return [...this.#exports, ...this.#declared].some((other) => other.name === name);
  }

  #checkExport(name: string, span: Span): void {
    if (this.#isExported(name)) this.#report.fail({ kind: "wac-export-twice", name, span });
  }

  /** The world of the `targets` clause. */
  target(): ComponentType | undefined {
    const { targets } = this.#document;
    if (!targets) return undefined;
    return this.#report.attempt(() => {
      const binding = this.#path(targets);
      if (binding.kind === "world") return binding.type;
      const name = nameOf({ kind: "path", package: targets, span: targets.span });
      const [expected, found] = ["a world", kindOf(binding)];
      return this.#report.fail({ kind: "wac-wrong-kind", name, expected, found, span: targets.span });
    });
  }

  result(text: string, target: ComponentType | undefined): ResolvedWac {
    const instances = this.#expressions.instances.map(({ instance }) => instance);
    const graph: Graph = {
      instances,
      imports: [...this.#imports.values()],
      exports: this.#exports.map(({ name, item }) => ({ name, item })),
      definitions: this.#declared,
      ...(target ? { target } : {}),
    };
    const source = this.#source(text, target !== undefined);
    const composition: Composition = {
      packageName: packageKey(this.#document.package),
      components: this.#components,
      instances: instances.map(({ name, key }) => ({ name, component: key, sourceName: name })),
      wires: source.instances.flatMap(({ name, arguments: args }) =>
        args.flatMap(({ gives }) => gives.flatMap((given) => wireOf(name, given.import, given.from))),
      ),
      worldImports: [],
      exports: source.exports.flatMap(({ exports }) => exports),
      source,
    };
    return { graph, composition };
  }

  #source(text: string, hasTarget: boolean): CompositionSource {
    const instances = this.#expressions.instances.map(({ instance, expression, arguments: args }) => ({
      name: instance.name,
      component: instance.key,
      start: expression.span.start,
      arguments: args.map(({ argument, given }) => ({
        start: argument.span.start,
        gives: given.map(([name, item]) => ({ import: name, from: placeOf(item) })),
      })),
    }));
    const statements = new Map<number, CompositionExport[]>();
    for (const { statement, name, item } of this.#exports) {
      const place = placeOf(item);
      const exports = statements.get(statement.start) ?? [];
      statements.set(statement.start, place ? [...exports, { name, ...place }] : exports);
    }
    const exports = Array.from(statements, ([start, drawn]) => ({ start, exports: drawn }));
    const drawsAll =
      instances.every(({ arguments: args }) => args.every(({ gives }) => gives.every(({ from }) => from !== null))) &&
      this.#exports.every(({ item }) => placeOf(item) !== null);
    const saysMore = hasTarget || this.#imports.size > 0 || this.#declared.length > 0 || !drawsAll;
    return { text, saysMore, packages: [...this.#typePackages], instances, exports };
  }
}

const NOMINAL: ReadonlySet<AnyType["kind"]> = new Set(["resource", "record", "variant", "enum", "flags"]);

/** The place of an item that a canvas can draw a wire from: an export of an instance. */
function placeOf(item: Item): ExportPlace | null {
  const isDrawn = item.kind === "export" && item.of.kind === "instance";
  return isDrawn ? { instance: item.of.instance, export: item.name } : null;
}

function wireOf(consumer: string, name: string, from: ExportPlace | null): readonly Wire[] {
  return from ? [{ consumer, import: name, provider: from.instance, export: from.export }] : [];
}

/** A declared interface or world as a binary has it: a component type around it. */
function wrapped(name: string, id: string, extern: Extern, uses: ReadonlyMap<string, Extern> = new Map()): NamedType {
  return { kind: "named", name, of: componentType(uses, new Map([[id, extern]])) };
}

function isDeclaredAs(binding: Exclude<Binding, { kind: "item" }>, type: NamedType): boolean {
  if (binding.kind === "type") return binding.type === type;
  return type.of.kind === "component" && binding.id !== null && type.of.exports.has(binding.id);
}

function exportsOfBinding(binding: Binding): ReadonlyMap<string, Extern> | null {
  if (binding.kind === "interface" || binding.kind === "world") return binding.type.exports;
  return binding.kind === "item" && binding.extern.kind === "instance" ? binding.extern.type.exports : null;
}

function bindingOfExtern(extern: Extern): Binding {
  if (extern.kind === "type") return { kind: "type", type: extern.type };
  if (extern.kind === "function") return { kind: "type", type: extern.type };
  if (extern.kind === "instance") return { kind: "interface", id: null, type: extern.type, uses: new Map() };
  return { kind: "item", item: { kind: "import", name: "" }, extern, id: null };
}
