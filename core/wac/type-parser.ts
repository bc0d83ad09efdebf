// Tokens → types and their declarations: what WAC takes from WIT as it is. Spec: WIT.md, "Types", "Item: interface".

import type { Span } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import { PRIMITIVES, type PrimitiveName } from "../binary/records.ts";
import type {
  ExternType,
  FunctionSignature,
  Identifier,
  InlineInterface,
  InterfaceItem,
  NamedType,
  Renaming,
  ResourceMember,
  TypeDeclaration,
  TypeExpression,
  Use,
  WorldItem,
} from "./syntax.ts";
import { TokenReader } from "./token-reader.ts";

const PRIMITIVE_NAMES: ReadonlySet<string> = new Set(PRIMITIVES);
const DECLARATIONS: ReadonlySet<string> = new Set(["variant", "record", "flags", "enum", "type"]);

export class TypeParser extends TokenReader {
  protected type(): TypeExpression {
    return this.nested(() => this.#type());
  }

  #type(): TypeExpression {
    const { kind, text, span, escaped } = this.peek();
    const { start } = span;
    if (kind === "identifier" && !escaped) {
      if (PRIMITIVE_NAMES.has(text)) {
        this.next();
        return { kind: "primitive", primitive: text as PrimitiveName, span };
      }
      const compound = this.#compound(text, start);
      if (compound) return compound;
    }
    const { name } = this.identifier("a type");
    return { kind: "name", name, span };
  }

  /** The type that begins with the word `keyword`, or null where that is only a name. */
  #compound(keyword: string, start: number): TypeExpression | null {
    const one = (): TypeExpression => this.#angle(() => this.type());
    switch (keyword) {
      case "tuple": {
        this.next();
        const elements = this.#angle(() => {
          const types = [this.type()];
          while (this.eat(",") && !this.at(">")) types.push(this.type());
          return types;
        });
        return { kind: "tuple", elements, span: this.spanFrom(start) };
      }
      case "list": {
        this.next();
        const list = this.#angle(() => ({ element: this.type(), length: this.eat(",") ? this.#length() : null }));
        return { kind: "list", ...list, span: this.spanFrom(start) };
      }
      case "option":
        this.next();
        return { kind: "option", element: one(), span: this.spanFrom(start) };
      case "result":
        this.next();
        return { kind: "result", ...this.#resultParts(), span: this.spanFrom(start) };
      case "stream":
      case "future": {
        this.next();
        const element = this.at("<") ? one() : null;
        return { kind: keyword, element, span: this.spanFrom(start) };
      }
      case "borrow":
      case "own": {
        if (keyword === "own" && !this.#angleFollows()) return null;
        this.next();
        const resource = this.#angle(() => this.identifier("the name of a resource"));
        return { kind: keyword, resource, span: this.spanFrom(start) };
      }
      case "map": {
        if (!this.#angleFollows()) return null;
        this.next();
        const map = this.#angle(() => {
          const key = this.type();
          this.punctuation(",");
          return { key, value: this.type() };
        });
        return { kind: "map", ...map, span: this.spanFrom(start) };
      }
      default:
        return null;
    }
  }

  /** `own` and `map` are words of newer WIT: a type may still be called so. */
  #angleFollows(): boolean {
    const { kind, text } = this.peekAfter();
    return kind === "punctuation" && text === "<";
  }

  #angle<T>(read: () => T): T {
    this.punctuation("<");
    const inner = read();
    this.punctuation(">");
    return inner;
  }

  #length(): number {
    const { kind, text } = this.peek();
    const length = Number(text);
    const fits = length > 0 && length <= LIMITS.fixedListLength;
    if (kind !== "number" || !fits) this.expected(`a length from 1 to ${LIMITS.fixedListLength}`);
    this.next();
    return length;
  }

  #resultParts(): { ok: TypeExpression | null; error: TypeExpression | null } {
    if (!this.at("<")) return { ok: null, error: null };
    return this.#angle(() => {
      if (this.eat("_")) {
        this.punctuation(",");
        return { ok: null, error: this.type() };
      }
      const ok = this.type();
      return { ok, error: this.eat(",") ? this.type() : null };
    });
  }

  protected atFunction(): boolean {
    return this.atKeyword("func") || this.atKeyword("async");
  }

  protected signature(): FunctionSignature {
    const { start } = this.peek().span;
    const isAsync = this.eatKeyword("async");
    this.keyword("func");
    const parameters = this.#parameters();
    const result = this.eat("->") ? this.type() : null;
    return { kind: "function", async: isAsync, parameters, result, span: this.spanFrom(start) };
  }

  #parameters(): readonly NamedType[] {
    return this.separated("(", ")", ",", () => this.#namedType("a parameter"));
  }

  #namedType(what: string): NamedType {
    const name = this.identifier(what);
    this.punctuation(":");
    return { name, type: this.type(), span: this.spanFrom(name.span.start) };
  }

  protected atDeclaration(): boolean {
    const { kind, text, escaped } = this.peek();
    return kind === "identifier" && !escaped && DECLARATIONS.has(text);
  }

  /** `variant`, `record`, `flags`, `enum` or `type`. */
  protected declaration(): Exclude<TypeDeclaration, { kind: "resource" }> {
    const { text: keyword, docs, span } = this.next();
    const { start } = span;
    const name = this.identifier();
    switch (keyword) {
      case "variant": {
        const cases = this.#members("a case", (label) => ({ ...label, type: this.#payload() }));
        return { kind: "variant", docs, name, cases, span: this.spanFrom(start) };
      }
      case "record": {
        const fields = this.#members("a field", (label) => {
          this.punctuation(":");
          return { ...label, type: this.type() };
        });
        return { kind: "record", docs, name, fields, span: this.spanFrom(start) };
      }
      case "flags":
      case "enum": {
        const labels = this.#members(keyword === "flags" ? "a flag" : "a case", (label) => label);
        return { kind: keyword, docs, name, labels, span: this.spanFrom(start) };
      }
      default: {
        this.punctuation("=");
        const type = this.atFunction() ? this.signature() : this.type();
        this.punctuation(";");
        return { kind: "type", docs, name, type, span: this.spanFrom(start) };
      }
    }
  }

  /** Labels in braces, at least one, each with what `rest` reads after it. */
  #members<T>(what: string, rest: (label: { docs: readonly string[]; name: Identifier }) => T): (T & { span: Span })[] {
    return this.list(what, () => {
      const { docs, span } = this.peek();
      const member = rest({ docs, name: this.identifier(what) });
      return { ...member, span: this.spanFrom(span.start) };
    });
  }

  #payload(): TypeExpression | null {
    if (!this.eat("(")) return null;
    const type = this.type();
    this.punctuation(")");
    return type;
  }

  #resource(): TypeDeclaration {
    const { docs, span } = this.next();
    const name = this.identifier();
    const members = this.eat(";") ? [] : this.block(() => this.#resourceMember());
    return { kind: "resource", docs, name, members, span: this.spanFrom(span.start) };
  }

  #resourceMember(): ResourceMember {
    const { docs, span } = this.peek();
    if (this.atKeyword("constructor")) {
      const { text } = this.next();
      const parameters = this.#parameters();
      const result = this.eat("->") ? this.type() : null;
      const type = { kind: "function", async: false, parameters, result, span: this.spanFrom(span.start) } as const;
      this.punctuation(";");
      return { role: "constructor", docs, name: { name: text, span }, type, span: this.spanFrom(span.start) };
    }
    const name = this.identifier("a method");
    this.punctuation(":");
    const role = this.eatKeyword("static") ? "static" : "method";
    const type = this.signature();
    this.punctuation(";");
    return { role, docs, name, type, span: this.spanFrom(span.start) };
  }

  #use(): Use {
    const { docs, span } = this.next();
    const from = this.reference("an interface");
    this.punctuation(".");
    const items = this.list("a type", () => this.renaming("a type", false));
    this.punctuation(";");
    return { kind: "use", docs, from, items, span: this.spanFrom(span.start) };
  }

  /** `a as b`, or where that isn't `required`, `a`. */
  protected renaming(what: string, required: boolean): Renaming {
    const from = this.identifier(what);
    if (required && !this.atKeyword("as")) this.expected("`as`");
    const to = this.eatKeyword("as") ? this.identifier() : from;
    return { from, to, span: this.spanFrom(from.span.start) };
  }

  protected interfaceItem(): InterfaceItem {
    const item = this.#typeItem();
    if (item) return item;
    const { docs } = this.peek();
    const name = this.identifier("a function, a type or `use`");
    this.punctuation(":");
    const type = this.atFunction() ? this.signature() : this.identifier("a function type");
    this.punctuation(";");
    return { kind: "function", docs, name, type, span: this.spanFrom(name.span.start) };
  }

  /** What interfaces and worlds have in common. */
  #typeItem(): Use | TypeDeclaration | null {
    if (this.atKeyword("use")) return this.#use();
    if (this.atKeyword("resource")) return this.#resource();
    return this.atDeclaration() ? this.declaration() : null;
  }

  protected worldItem(): WorldItem {
    const item = this.#typeItem();
    if (item) return item;
    const { docs, span, text } = this.peek();
    if (this.eatKeyword("include")) {
      const world = this.reference("a world");
      const renamings = this.eatKeyword("with") ? this.list("a name", () => this.renaming("a name", true)) : [];
      // WIT ends `with { … }` by its brace, WAC by a semicolon.
      if (!this.eat(";") && renamings.length === 0) this.expected("`;`");
      return { kind: "include", docs, world, with: renamings, span: this.spanFrom(span.start) };
    }
    if (!this.atKeyword("import") && !this.atKeyword("export")) this.expected("an item of a world");
    this.next();
    const kind = text === "import" ? "import" : "export";
    const isNamed = this.peek().kind !== "package" && this.peekAfter().text === ":";
    const name = isNamed ? this.identifier() : null;
    if (isNamed) this.punctuation(":");
    const type = isNamed ? this.externType() : this.reference("an interface");
    // WIT ends an interface by its brace, WAC by a semicolon.
    if (type.kind !== "interface" || this.at(";")) this.punctuation(";");
    return { kind, docs, name, type, span: this.spanFrom(span.start) };
  }

  protected externType(): ExternType {
    if (this.atFunction()) return this.signature();
    return this.atKeyword("interface") ? this.#inlineInterface() : this.reference("a type");
  }

  #inlineInterface(): InlineInterface {
    const { span } = this.next();
    const items = this.block(() => this.interfaceItem());
    return { kind: "interface", items, span: this.spanFrom(span.start) };
  }
}
