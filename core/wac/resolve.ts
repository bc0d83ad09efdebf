// The tree of a WAC document → a composition, with names inferred from the components' imports and exports.
// Language: WAC's LANGUAGE.md, "Statements". Each error has its span, and names what was looked for and where.

import type { Diagnostic, Span } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { ComponentReference, Composition, CompositionExport, Instance, Wire } from "../graph/composition.ts";
import { freeName, instanceLabel } from "../graph/naming.ts";
import { parseInterfaceName } from "../wit/names.ts";
import type { Component } from "../wit/read.ts";
import type { Argument, Expression, PackageReference, Statement, WacDocument, WrittenName } from "./syntax.ts";

export type WacResolveError = Diagnostic<
  | "wac-unsupported"
  | "wac-unknown-name"
  | "wac-name-taken"
  | "wac-unknown-package"
  | "wac-unknown-import"
  | "wac-unknown-export"
  | "wac-not-an-instance"
  | "wac-missing-argument"
  | "wac-argument-twice"
  | "wac-nothing-to-spread"
  | "wac-export-twice"
>;

export interface PackageSource {
  readonly reference: ComponentReference;
  readonly component: Component;
}

/** Finds the component that a package name stands for. */
export type PackageLookup = (key: string) => PackageSource | undefined;

/** The composition that `document` describes, or every error in it. */
export function resolveWac(
  document: WacDocument,
  packageOf: PackageLookup,
): Result<Composition, readonly WacResolveError[]> {
  const resolver = new Resolver(packageOf);
  for (const statement of document.statements) resolver.statement(statement);
  return resolver.errors.length > 0 ? fail(resolver.errors) : ok(resolver.composition(keyOf(document.package)));
}

function keyOf({ name, version }: PackageReference): string {
  return version === null ? name : `${name}@${version}`;
}

/** What an expression stands for: an instance, or one of its exports. */
interface Item {
  readonly instance: string;
  readonly export: string | null;
}

/** Unwinds to the statement; its error is recorded already. */
class Abandoned extends Error {}

class Resolver {
  readonly errors: WacResolveError[] = [];
  readonly #packageOf: PackageLookup;
  /** What each name is bound to; null where its statement failed, so that one fault is told once. */
  readonly #names = new Map<string, Item | null>();
  readonly #components = new Map<string, ComponentReference>();
  readonly #instances: Instance[] = [];
  readonly #componentOf = new Map<string, Component>();
  readonly #wires: Wire[] = [];
  readonly #exports: CompositionExport[] = [];

  constructor(packageOf: PackageLookup) {
    this.#packageOf = packageOf;
  }

  composition(packageName: string): Composition {
    return {
      packageName,
      components: this.#components,
      instances: this.#instances,
      wires: this.#wires,
      worldImports: [],
      exports: this.#exports,
    };
  }

  statement(statement: Statement): void {
    try {
      if (statement.kind === "let") this.#let(statement);
      else if (statement.kind === "export") this.#export(statement);
      else this.#fail({ kind: "wac-unsupported", what: `\`${statement.keyword}\` statements`, span: statement.span });
    } catch (thrown) {
      if (!(thrown instanceof Abandoned)) throw thrown;
    }
  }

  #fail(error: WacResolveError): never {
    this.errors.push(error);
    throw new Abandoned();
  }

  #let({ name, value }: Extract<Statement, { kind: "let" }>): void {
    if (this.#names.has(name.name)) this.#fail({ kind: "wac-name-taken", name: name.name, span: name.span });
    this.#names.set(name.name, null);
    this.#names.set(name.name, this.#evaluate(value, name.name));
  }

  #export({ value, spread, as, span }: Extract<Statement, { kind: "export" }>): void {
    const item = this.#evaluate(value, null);
    if (spread) return this.#exportSpread(item, value.span);
    if (item.export === null) {
      return this.#fail({ kind: "wac-unsupported", what: "exports of a whole instance", span });
    }
    const name = as?.name ?? item.export;
    if (this.#exports.some((other) => other.name === name)) this.#fail({ kind: "wac-export-twice", name, span });
    this.#exports.push({ name, instance: item.instance, export: item.export });
  }

  #exportSpread(item: Item, span: Span): void {
    const component = this.#instanceComponent(item, span);
    const free = [...component.type.exports.keys()].filter((name) => !this.#exports.some((e) => e.name === name));
    if (component.type.exports.size === 0) this.#fail({ kind: "wac-nothing-to-spread", name: item.instance, span });
    for (const name of free) this.#exports.push({ name, instance: item.instance, export: name });
  }

  /** `wanted` names the instance that a `new` expression makes, where a `let` gives it one. */
  #evaluate(expression: Expression, wanted: string | null): Item {
    switch (expression.kind) {
      case "name": {
        const item = this.#names.get(expression.name);
        if (item === null) throw new Abandoned();
        return item ?? this.#fail({ kind: "wac-unknown-name", name: expression.name, span: expression.span });
      }
      case "access": {
        const of = this.#evaluate(expression.of, null);
        const component = this.#instanceComponent(of, expression.of.span);
        const name = this.#inferred(expression.name, component.type.exports);
        if (!component.type.exports.has(name)) {
          const known = [...component.type.exports.keys()];
          this.#fail({ kind: "wac-unknown-export", instance: of.instance, name, known, span: expression.name.span });
        }
        return { instance: of.instance, export: name };
      }
      case "new":
        return this.#instantiate(expression, wanted);
    }
  }

  #instanceComponent(item: Item, span: Span): Component {
    const component = item.export === null ? this.#componentOf.get(item.instance) : undefined;
    return component ?? this.#fail({ kind: "wac-not-an-instance", name: item.export ?? item.instance, span });
  }

  /** An identifier stands for the one interface whose name ends with it, else for itself; a string is exact. */
  #inferred({ name, exact }: WrittenName, names: ReadonlyMap<string, unknown>): string {
    if (exact) return name;
    const matching = [...names.keys()].filter((full) => parseInterfaceName(full)?.interfaceName === name);
    return matching.length === 1 ? matching[0]! : name;
  }

  #instantiate(expression: Extract<Expression, { kind: "new" }>, wanted: string | null): Item {
    const key = keyOf(expression.package);
    const source = this.#packageOf(key);
    if (!source) return this.#fail({ kind: "wac-unknown-package", key, span: expression.package.span });
    const { reference, component } = source;
    const given = new Map<string, Item>();
    for (const argument of expression.arguments) this.#addArgument(argument, component, key, given);
    for (const argument of expression.arguments)
      if (argument.kind === "spread") this.#spread(argument, component, given);
    if (!expression.arguments.some(({ kind }) => kind === "fill")) {
      for (const name of component.type.imports.keys()) {
        if (!given.has(name)) this.#fail({ kind: "wac-missing-argument", name, key, span: expression.span });
      }
    }
    const taken = this.#instances.map((instance) => instance.name);
    const name = freeName(wanted ?? instanceLabel(key), taken);
    this.#components.set(key, reference);
    this.#componentOf.set(name, component);
    this.#instances.push({ name, component: key });
    for (const [importName, item] of given) {
      this.#wires.push({ consumer: name, import: importName, provider: item.instance, export: item.export! });
    }
    return { instance: name, export: null };
  }

  #addArgument(argument: Argument, component: Component, key: string, given: Map<string, Item>): void {
    if (argument.kind === "spread" || argument.kind === "fill") return;
    const { imports } = component.type;
    const value: Expression =
      argument.kind === "named" ? argument.value : { kind: "name", name: argument.name.name, span: argument.span };
    const item = this.#evaluate(value, null);
    const name =
      argument.kind === "named"
        ? this.#inferred(argument.name, imports)
        : item.export !== null && imports.has(item.export)
          ? item.export
          : this.#inferred({ ...argument.name, exact: false }, imports);
    if (!imports.has(name)) {
      this.#fail({ kind: "wac-unknown-import", key, name, known: [...imports.keys()], span: argument.name.span });
    }
    if (given.has(name)) this.#fail({ kind: "wac-argument-twice", name, span: argument.span });
    if (item.export === null) {
      this.#fail({ kind: "wac-unsupported", what: "a whole instance as an argument", span: argument.span });
    }
    given.set(name, item);
  }

  #spread({ name, span }: Extract<Argument, { kind: "spread" }>, component: Component, given: Map<string, Item>): void {
    const item = this.#evaluate({ kind: "name", name: name.name, span: name.span }, null);
    const { exports } = this.#instanceComponent(item, span).type;
    const matching = [...exports.keys()].filter((e) => component.type.imports.has(e) && !given.has(e));
    if (matching.length === 0) this.#fail({ kind: "wac-nothing-to-spread", name: name.name, span });
    for (const exported of matching) given.set(exported, { instance: item.instance, export: exported });
  }
}
