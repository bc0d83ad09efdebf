// Expressions → items of a graph: instances, imports, and what lies inside of them.
// Language: WAC's LANGUAGE.md, "Let Statements"; each argument keeps its place for the canvas.

import type { Span } from "../base/diagnostics.ts";
import type { GraphInstance, Item } from "../graph/graph.ts";
import { parseInterfaceName, sameTrack } from "../wit/names.ts";
import type { Extern, ExternMap } from "../wit/types.ts";
import type { NewExpression } from "./instance-names.ts";
import { packageKey } from "./packages.ts";
import { type Binding, kindOf, type Report, type Scope } from "./scope.ts";
import type { Argument, Expression, PackageReference, WrittenName } from "./syntax.ts";
import type { PackageSource } from "./resolve.ts";

export type ItemBinding = Extract<Binding, { kind: "item" }>;

/** An argument after its name was inferred. */
export interface ResolvedArgument {
  readonly argument: Argument;
  readonly given: readonly (readonly [name: string, item: Item])[];
}

export interface ResolvedInstance {
  readonly instance: GraphInstance;
  readonly expression: NewExpression;
  readonly arguments: readonly ResolvedArgument[];
}

/** What a `new` expression may refer to outside of the expression itself. */
export interface ExpressionContext {
  readonly report: Report;
  readonly scope: Scope;
  readonly names: ReadonlyMap<NewExpression, string>;
  readonly packageOf: (reference: PackageReference) => PackageSource;
}

export class ExpressionResolver {
  /** In the order in which they can be made. */
  readonly instances: ResolvedInstance[] = [];
  readonly #context: ExpressionContext;

  constructor(context: ExpressionContext) {
    this.#context = context;
  }

  /** What `expression` stands for: an item, or a declared type where only a name was written. */
  binding(expression: Expression): Binding {
    switch (expression.kind) {
      case "name":
        return this.#context.scope.get(expression.name, expression.span);
      case "access":
        return this.#access(expression);
      case "new":
        return this.#instantiate(expression);
    }
  }

  item(expression: Expression): ItemBinding {
    const binding = this.binding(expression);
    if (binding.kind === "item") return binding;
    const { span } = expression;
    const name = expression.kind === "name" ? expression.name : "";
    const [expected, found] = ["an import or an instance", kindOf(binding)];
    return this.#context.report.fail({ kind: "wac-wrong-kind", name, expected, found, span });
  }

  /** The exports of an item that must be an instance. */
  exportsOf({ item, extern }: ItemBinding, span: Span): ExternMap {
    if (extern.kind === "instance") return extern.type.exports;
    return this.#context.report.fail({ kind: "wac-not-an-instance", name: labelOf(item), span });
  }

  #access({ of, name }: Extract<Expression, { kind: "access" }>): ItemBinding {
    const owner = this.item(of);
    const exports = this.exportsOf(owner, of.span);
    const exported = inferred(name, exports);
    if (!exports.has(exported)) {
      const { span } = name;
      const known = [...exports.keys()];
      const instance = labelOf(owner.item);
      this.#context.report.fail({ kind: "wac-unknown-export", instance, name: exported, known, span });
    }
    return exportOf(owner, exported, exports.get(exported)!);
  }

  #instantiate(expression: NewExpression): ItemBinding {
    const { report, names, packageOf } = this.#context;
    const { reference, component } = packageOf(expression.package);
    const key = packageKey(expression.package);
    const { imports, exports } = component.type;
    const given = new Map<string, Item>();
    const resolved = new Map<Argument, ResolvedArgument["given"]>();
    for (const argument of expression.arguments) {
      const pair = this.#argument(argument, imports, key);
      if (!pair) continue;
      const [name, item] = pair;
      if (given.has(name)) report.fail({ kind: "wac-argument-twice", name, span: argument.span });
      given.set(name, item);
      resolved.set(argument, [pair]);
    }
    for (const argument of expression.arguments) {
      if (argument.kind !== "spread") continue;
      const pairs = this.#spread(argument, imports, given);
      for (const [name, item] of pairs) given.set(name, item);
      resolved.set(argument, pairs);
    }
    if (expression.arguments.at(-1)?.kind !== "fill") {
      for (const name of imports.keys()) {
        if (!given.has(name)) report.fail({ kind: "wac-missing-argument", name, key, span: expression.span });
      }
    }
    const name = names.get(expression)!;
    this.instances.push({
      instance: { name, key: reference.key, component, arguments: given },
      expression,
      arguments: expression.arguments.map((argument) => ({ argument, given: resolved.get(argument) ?? [] })),
    });
    const extern: Extern = { kind: "instance", type: { kind: "instance", exports, resources: [] } };
    return { kind: "item", item: { kind: "instance", instance: name }, extern, id: null };
  }

  #argument(argument: Argument, imports: ExternMap, key: string): readonly [string, Item] | null {
    if (argument.kind === "spread" || argument.kind === "fill") return null;
    const { name, span } = argument.name;
    const value = this.item(argument.kind === "named" ? argument.value : { kind: "name", name, span });
    const known = argument.kind === "named" ? inferred(argument.name, imports) : inferredArgument(name, value, imports);
    if (!imports.has(known)) {
      const all = [...imports.keys()];
      this.#context.report.fail({ kind: "wac-unknown-import", key, name: known, known: all, span });
    }
    return [known, value.item];
  }

  #spread(
    { name: { name, span } }: Extract<Argument, { kind: "spread" }>,
    imports: ExternMap,
    given: ReadonlyMap<string, Item>,
  ): readonly (readonly [string, Item])[] {
    const owner = this.item({ kind: "name", name, span });
    const exports = this.exportsOf(owner, span);
    const pairs = [...imports.keys()].flatMap((needed): (readonly [string, Item])[] => {
      if (given.has(needed)) return [];
      const exported = exports.has(needed) ? needed : [...exports.keys()].find((other) => sameTrack(other, needed));
      return exported === undefined ? [] : [[needed, { kind: "export", of: owner.item, name: exported }]];
    });
    if (pairs.length === 0) this.#context.report.fail({ kind: "wac-nothing-to-spread", name, span });
    return pairs;
  }
}

/** The export `name` of an instance. */
export function exportOf(owner: ItemBinding, name: string, extern: Extern): ItemBinding {
  const implemented = extern.annotations?.implements ?? null;
  const id = extern.kind === "instance" ? (parseInterfaceName(name) ? name : implemented) : null;
  return { kind: "item", item: { kind: "export", of: owner.item, name }, extern, id };
}

/** An identifier stands for the one interface whose name ends with it, else for itself; a string is exact. */
export function inferred({ name, exact }: WrittenName, externs: ExternMap): string {
  if (exact || externs.has(name)) return name;
  const matching = [...externs.keys()].filter((full) => parseInterfaceName(full)?.interfaceName === name);
  return matching.length === 1 ? matching[0]! : name;
}

/** The import that an argument without a name is for: by its interface, by the name it was taken by, by its own. */
function inferredArgument(name: string, { item, id }: ItemBinding, imports: ExternMap): string {
  if (id !== null && imports.has(id)) return id;
  if (item.kind !== "instance" && imports.has(item.name)) return item.name;
  return inferred({ name, exact: false, span: NOWHERE }, imports);
}

const NOWHERE: Span = { start: 0, end: 0 };

/** What an item goes by in messages. */
function labelOf(item: Item): string {
  return item.kind === "instance" ? item.instance : item.name;
}
