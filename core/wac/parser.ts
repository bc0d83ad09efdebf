// Tokens → the tree of a WAC document. After an error it goes on at the next item or statement, so that one pass finds
// many. Language: WAC's LANGUAGE.md, "WAC Grammar".

import type { Span } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { lex } from "./lexer.ts";
import type { Argument, Expression, Statement, WacDocument, WrittenName } from "./syntax.ts";
import type { WacSyntaxError } from "./token-reader.ts";
import { TypeParser } from "./type-parser.ts";

/** The document in `text`, or all syntax errors in the order of their places. */
export function parseWac(text: string): Result<WacDocument, readonly WacSyntaxError[]> {
  const { tokens, comments, errors } = lex(text);
  const parser = new DocumentParser(tokens);
  const document = parser.document();
  const all = [...errors, ...parser.errors].toSorted((a, b) => a.span.start - b.span.start);
  return document && all.length === 0 ? ok({ ...document, comments }) : fail(all);
}

class DocumentParser extends TypeParser {
  document(): Omit<WacDocument, "comments"> | null {
    const header = this.#whole(() => this.#header());
    const statements: Statement[] = [];
    while (this.peek().kind !== "end") {
      const statement = this.#whole(() => this.#statement());
      if (statement) statements.push(statement);
    }
    return header && { ...header, statements };
  }

  #whole<T>(read: () => T): T | null {
    return this.attempt(read, () => this.skipStatement());
  }

  #header(): Omit<WacDocument, "statements" | "comments"> {
    const { docs, span } = this.peek();
    this.keyword("package");
    const name = this.packageName();
    const targets = this.eatKeyword("targets") ? this.packagePath() : null;
    this.punctuation(";");
    return { docs, package: name, targets, span: this.spanFrom(span.start) };
  }

  #statement(): Statement {
    const { docs, span } = this.peek();
    const { start } = span;
    if (this.eatKeyword("let")) {
      const name = this.identifier();
      this.punctuation("=");
      const value = this.#expression();
      return { kind: "let", docs, name, value, span: this.#endStatement(start) };
    }
    if (this.eatKeyword("export")) {
      const value = this.#expression();
      const spread = this.eat("...");
      const as = !spread && this.eatKeyword("as") ? this.writtenName() : null;
      return { kind: "export", docs, value, spread, as, span: this.#endStatement(start) };
    }
    if (this.eatKeyword("import")) {
      const name = this.identifier();
      const as = this.eatKeyword("as") ? this.writtenName() : null;
      this.punctuation(":");
      const type = this.externType();
      return { kind: "import", docs, name, as, type, span: this.#endStatement(start) };
    }
    if (this.eatKeyword("interface")) {
      const name = this.identifier();
      const items = this.block(() => this.interfaceItem());
      return { kind: "interface", docs, name, items, span: this.spanFrom(start) };
    }
    if (this.eatKeyword("world")) {
      const name = this.identifier();
      const items = this.block(() => this.worldItem());
      return { kind: "world", docs, name, items, span: this.spanFrom(start) };
    }
    return this.atDeclaration() ? this.declaration() : this.expected("a statement");
  }

  #endStatement(start: number): Span {
    this.punctuation(";");
    return this.spanFrom(start);
  }

  #expression(): Expression {
    return this.nested(() => {
      let expression = this.#primary();
      for (;;) {
        this.deepen();
        const { start } = expression.span;
        if (this.eat(".")) {
          const { name, span } = this.anyIdentifier();
          expression = this.#access(expression, { name, exact: false, span }, start);
        } else if (this.eat("[")) {
          const name = this.string();
          this.punctuation("]");
          expression = this.#access(expression, name, start);
        } else {
          return expression;
        }
      }
    });
  }

  #access(of: Expression, name: WrittenName, start: number): Expression {
    return { kind: "access", of, name, span: this.spanFrom(start) };
  }

  #primary(): Expression {
    const { start } = this.peek().span;
    if (this.eat("(")) {
      const inner = this.#expression();
      this.punctuation(")");
      return { ...inner, span: this.spanFrom(start) };
    }
    if (this.eatKeyword("new")) {
      const name = this.packageName();
      this.punctuation("{");
      const args = this.#arguments();
      this.punctuation("}");
      return { kind: "new", package: name, arguments: args, span: this.spanFrom(start) };
    }
    const { name, span } = this.identifier("an expression");
    return { kind: "name", name, span };
  }

  #arguments(): readonly Argument[] {
    const args: Argument[] = [];
    while (!this.at("}")) {
      if (args.at(-1)?.kind === "fill") this.expected("`}` after `...`");
      args.push(this.#argument());
      if (!this.eat(",")) break;
    }
    return args;
  }

  #argument(): Argument {
    const { start } = this.peek().span;
    if (this.eat("...")) {
      if (!this.atIdentifier()) return { kind: "fill", span: this.spanFrom(start) };
      return { kind: "spread", name: this.identifier(), span: this.spanFrom(start) };
    }
    const name = this.writtenName("an argument");
    if (!name.exact && !this.at(":")) return { kind: "inferred", name, span: name.span };
    this.punctuation(":");
    const value = this.#expression();
    return { kind: "named", name, value, span: this.spanFrom(start) };
  }
}
