// Type statements → types of the model. A declared type is nominal; inside an interface only its own types, and those
// that it uses, have names. Spec: WIT.md, "Item: interface"; WAC's LANGUAGE.md, "Type Statements".

import { getOrInsert } from "../base/collections.ts";
import type { Span } from "../base/diagnostics.ts";
import {
  type AnyType,
  childrenOf,
  type Extern,
  type FunctionType,
  type HandleType,
  type NamedType,
  peel,
  primitive,
  type ValueType,
} from "../wit/types.ts";
import { type Binding, kindOf, type Report, type Scope } from "./scope.ts";
import type { FunctionSignature, Identifier, ResourceMember, TypeDeclaration, TypeExpression } from "./syntax.ts";

/** Types by their names in one scope. */
export class TypeResolver {
  readonly report: Report;
  readonly scope: Scope;
  readonly #handles = { own: new Map<AnyType, HandleType>(), borrow: new Map<AnyType, HandleType>() };

  constructor(report: Report, scope: Scope) {
    this.report = report;
    this.scope = scope;
  }

  value(expression: TypeExpression): ValueType {
    switch (expression.kind) {
      case "primitive":
        return primitive(expression.primitive);
      case "name":
        return this.#valueNamed(expression.name, expression.span);
      case "list":
        return { kind: "list", element: this.value(expression.element), length: expression.length };
      case "map":
        return { kind: "map", key: this.value(expression.key), value: this.value(expression.value) };
      case "tuple":
        return { kind: "tuple", elements: expression.elements.map((element) => this.value(element)) };
      case "option":
        return { kind: "option", element: this.value(expression.element) };
      case "result":
        return { kind: "result", ok: this.#optional(expression.ok), error: this.#optional(expression.error) };
      case "own":
      case "borrow":
        return this.#handle(expression.kind, this.#resourceNamed(expression.resource));
      case "stream":
      case "future":
        return { kind: expression.kind, element: this.#optional(expression.element) };
    }
  }

  #optional(expression: TypeExpression | null): ValueType | null {
    return expression && this.value(expression);
  }

  #valueNamed(name: string, span: Span): ValueType {
    const type = this.#typeNamed(name, span, "a value type");
    const { kind } = peel(type);
    if (kind === "resource") return this.#handle("own", type);
    if (NO_VALUES.has(kind)) this.#wrongKind(name, "a value type", { kind: "type", type }, span);
    return type as ValueType;
  }

  #resourceNamed({ name, span }: Identifier): AnyType {
    const type = this.#typeNamed(name, span, "a resource");
    if (peel(type).kind !== "resource") this.#wrongKind(name, "a resource", { kind: "type", type }, span);
    return type;
  }

  /** One object per handle type: what is one type is written once. */
  #handle(kind: HandleType["kind"], resource: AnyType): HandleType {
    return getOrInsert(this.#handles[kind], resource, () => ({ kind, resource }));
  }

  #typeNamed(name: string, span: Span, expected: string): AnyType {
    const binding = this.scope.get(name, span);
    return binding.kind === "type" ? binding.type : this.#wrongKind(name, expected, binding, span);
  }

  #wrongKind(name: string, expected: string, binding: Binding, span: Span): never {
    return this.report.fail({ kind: "wac-wrong-kind", name, expected, found: kindOf(binding), span });
  }

  /** The function type that `name` stands for: a declared one, or that of an imported function. */
  functionNamed({ name, span }: Identifier): FunctionType {
    const binding = this.scope.get(name, span);
    const type = binding.kind === "type" ? peel(binding.type) : null;
    if (type?.kind === "function") return type;
    if (binding.kind === "item" && binding.extern.kind === "function") return binding.extern.type;
    return this.#wrongKind(name, "a function type", binding, span);
  }

  signature({ async: isAsync, parameters, result }: FunctionSignature, self?: NamedType): FunctionType {
    this.distinct("parameter", parameters);
    const given = parameters.map(({ name, type }) => ({ name: name.name, type: this.value(type) }));
    const receiver = self ? [{ name: "self", type: this.#handle("borrow", self) }] : [];
    return {
      kind: "function",
      async: isAsync,
      parameters: [...receiver, ...given],
      result: result && this.#result(result),
    };
  }

  #result(expression: TypeExpression): ValueType {
    const type = this.value(expression);
    if (mentionsBorrow(type)) this.report.fail({ kind: "wac-borrow-in-result", span: expression.span });
    return type;
  }

  /** The function that a member of the resource `self` is, with its name in the interface. */
  member({ role, name, type }: ResourceMember, self: NamedType): readonly [name: string, extern: Extern] {
    const resource = self.name;
    const signature = this.signature(type, role === "method" ? self : undefined);
    if (role !== "constructor") {
      const extern: Extern = { kind: "function", type: signature };
      return [`[${role}]${resource}.${name.name}`, extern];
    }
    const result = signature.result ?? this.#handle("own", self);
    return [`[constructor]${resource}`, { kind: "function", type: { ...signature, result } }];
  }

  /** What a declaration other than of a resource declares. */
  declared(declaration: Exclude<TypeDeclaration, { kind: "resource" }>): NamedType {
    const type: NamedType = { kind: "named", name: declaration.name.name, of: this.#body(declaration) };
    this.report.checkSize(type, declaration.name.span);
    return type;
  }

  #body(declaration: Exclude<TypeDeclaration, { kind: "resource" }>): AnyType {
    switch (declaration.kind) {
      case "record":
        this.distinct("field", declaration.fields);
        return {
          kind: "record",
          fields: declaration.fields.map(({ name, type }) => ({ name: name.name, type: this.value(type) })),
        };
      case "variant":
        this.distinct("case", declaration.cases);
        return {
          kind: "variant",
          cases: declaration.cases.map(({ name, type }) => ({ name: name.name, type: this.#optional(type) })),
        };
      case "flags":
      case "enum":
        this.distinct(declaration.kind === "enum" ? "case" : "flag", declaration.labels);
        return { kind: declaration.kind, labels: declaration.labels.map(({ name }) => name.name) };
      case "type":
        return this.#aliased(declaration.type);
    }
  }

  #aliased(type: TypeExpression | FunctionSignature): AnyType {
    if (type.kind === "function") return this.signature(type);
    if (type.kind !== "name") return this.value(type);
    const binding = this.scope.get(type.name, type.span);
    if (binding.kind === "type") return binding.type;
    if (binding.kind === "item" && binding.extern.kind === "function") return binding.extern.type;
    return this.#wrongKind(type.name, "a type", binding, type.span);
  }

  /** Each name may stand once. */
  distinct(what: string, members: readonly { readonly name: Identifier }[]): void {
    const seen = new Set<string>();
    for (const { name } of members) {
      if (seen.has(name.name)) this.report.fail({ kind: "wac-duplicate", what, name: name.name, span: name.span });
      seen.add(name.name);
    }
  }
}

const NO_VALUES: ReadonlySet<AnyType["kind"]> = new Set(["function", "instance", "component", "module"]);

function mentionsBorrow(type: ValueType): boolean {
  const seen = new Set<AnyType>();
  const visit = (inner: AnyType): boolean => {
    if (inner.kind === "borrow") return true;
    // An owned handle mentions its resource, and a resource mentions nothing.
    if (inner.kind === "own" || seen.has(inner)) return false;
    seen.add(inner);
    return childrenOf(inner).some(visit);
  };
  return visit(type);
}
