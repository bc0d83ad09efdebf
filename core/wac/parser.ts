// Tokens → the tree of a WAC document. After an error it goes on at the next statement, so that one pass finds many.
// Language: WAC's LANGUAGE.md, "WAC Grammar"; type statements and explicit imports are read past.

import type { Diagnostic, Span } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { lex, type LexError, type Token } from "./lexer.ts";
import type {
  Argument,
  Expression,
  Identifier,
  PackageReference,
  Statement,
  WacDocument,
  WrittenName,
} from "./syntax.ts";

export type WacSyntaxError = LexError | Diagnostic<"wac-expected" | "wac-too-deep">;

/** The document in `text`, or all syntax errors in the order of their places. */
export function parseWac(text: string): Result<WacDocument, readonly WacSyntaxError[]> {
  const { tokens, errors } = lex(text);
  const parser = new Parser(tokens);
  const document = parser.document();
  const all = [...errors, ...parser.errors].toSorted((a, b) => a.span.start - b.span.start);
  return document && all.length === 0 ? ok(document) : fail(all);
}

/** Unwinds to the statement that could not be read; its error is recorded already. */
class Abandoned extends Error {}

const MAX_EXPRESSION_DEPTH = 100;
const BLOCK_STATEMENTS: ReadonlySet<string> = new Set(["interface", "world", "variant", "record", "flags", "enum"]);
const LINE_STATEMENTS: ReadonlySet<string> = new Set(["import", "type"]);

class Parser {
  readonly errors: WacSyntaxError[] = [];
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  document(): WacDocument | null {
    const header = this.#attempt(() => this.#header());
    const statements: Statement[] = [];
    while (this.#peek().kind !== "end") {
      const statement = this.#attempt(() => this.#statement());
      if (statement) statements.push(statement);
    }
    return header && { ...header, statements };
  }

  /** `read`'s result, or null after skipping to where the next statement may begin. */
  #attempt<T>(read: () => T): T | null {
    const start = this.#position;
    this.#depth = 0;
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof Abandoned)) throw thrown;
      if (this.#position === start) this.#position += 1;
      this.#skipStatement();
      return null;
    }
  }

  #header(): Pick<WacDocument, "package" | "targets"> {
    this.#keyword("package");
    const name = this.#package();
    const targets = this.#eatKeyword("targets") ? this.#package() : null;
    this.#punctuation(";");
    return { package: name, targets };
  }

  #statement(): Statement {
    const { start } = this.#peek().span;
    if (this.#eatKeyword("let")) {
      const name = this.#identifier();
      this.#punctuation("=");
      const value = this.#expression();
      return { kind: "let", name, value, span: this.#endStatement(start) };
    }
    if (this.#eatKeyword("export")) return this.#exportStatement(start);
    const { kind, text: keyword, escaped } = this.#peek();
    if (kind === "identifier" && !escaped && (BLOCK_STATEMENTS.has(keyword) || LINE_STATEMENTS.has(keyword))) {
      this.#skipStatement();
      return { kind: "other", keyword, span: { start, end: this.#previousEnd() } };
    }
    return this.#expected("a statement");
  }

  #exportStatement(start: number): Statement {
    const value = this.#expression();
    const spread = this.#eatPunctuation("...");
    const as = !spread && this.#eatKeyword("as") ? this.#writtenName() : null;
    return { kind: "export", value, spread, as, span: this.#endStatement(start) };
  }

  #endStatement(start: number): Span {
    this.#punctuation(";");
    return { start, end: this.#previousEnd() };
  }

  #expression(): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_EXPRESSION_DEPTH) {
      this.errors.push({ kind: "wac-too-deep", bound: MAX_EXPRESSION_DEPTH, span: this.#peek().span });
      throw new Abandoned();
    }
    let expression = this.#primary();
    for (;;) {
      const { start } = expression.span;
      if (this.#eatPunctuation(".")) {
        const { name, span } = this.#identifier();
        expression = this.#access(expression, { name, exact: false, span }, start);
      } else if (this.#eatPunctuation("[")) {
        const name = this.#string();
        this.#punctuation("]");
        expression = this.#access(expression, name, start);
      } else {
        this.#depth -= 1;
        return expression;
      }
    }
  }

  #access(of: Expression, name: WrittenName, start: number): Expression {
    return { kind: "access", of, name, span: { start, end: this.#previousEnd() } };
  }

  #primary(): Expression {
    const { start } = this.#peek().span;
    if (this.#eatPunctuation("(")) {
      const inner = this.#expression();
      this.#punctuation(")");
      return { ...inner, span: { start, end: this.#previousEnd() } };
    }
    if (this.#eatKeyword("new")) {
      const name = this.#package();
      this.#punctuation("{");
      const args = this.#arguments();
      this.#punctuation("}");
      return { kind: "new", package: name, arguments: args, span: { start, end: this.#previousEnd() } };
    }
    const { name, span } = this.#identifier("an expression");
    return { kind: "name", name, span };
  }

  #arguments(): readonly Argument[] {
    const args: Argument[] = [];
    while (!this.#at("punctuation", "}")) {
      args.push(this.#argument());
      if (args.at(-1)!.kind === "fill") this.#eatPunctuation(",");
      else if (!this.#eatPunctuation(",")) break;
      if (args.at(-1)!.kind === "fill") break;
    }
    return args;
  }

  #argument(): Argument {
    const { start } = this.#peek().span;
    if (this.#eatPunctuation("...")) {
      if (this.#peek().kind !== "identifier") return { kind: "fill", span: { start, end: this.#previousEnd() } };
      return { kind: "spread", name: this.#identifier(), span: { start, end: this.#previousEnd() } };
    }
    const name = this.#writtenName("an argument");
    if (!name.exact && !this.#at("punctuation", ":")) return { kind: "inferred", name, span: name.span };
    this.#punctuation(":");
    const value = this.#expression();
    return { kind: "named", name, value, span: { start, end: this.#previousEnd() } };
  }

  #writtenName(what = "a name"): WrittenName {
    if (this.#peek().kind === "string") return this.#string();
    const { name, span } = this.#identifier(what);
    return { name, exact: false, span };
  }

  #string(): WrittenName {
    if (this.#peek().kind !== "string") this.#expected("a string");
    const { text: name, span } = this.#next();
    return { name, exact: true, span };
  }

  #identifier(what = "an identifier"): Identifier {
    if (this.#peek().kind !== "identifier") this.#expected(what);
    const { text: name, span } = this.#next();
    return { name, span };
  }

  #package(): PackageReference {
    if (this.#peek().kind !== "package") this.#expected("a package name");
    const { text, span } = this.#next();
    const [path = "", version = null] = text.split("@");
    const [name = "", ...segments] = path.split("/");
    return { name, segments, version, span };
  }

  #keyword(keyword: string): void {
    if (!this.#eatKeyword(keyword)) this.#expected(`\`${keyword}\``);
  }

  #eatKeyword(keyword: string): boolean {
    return this.#at("identifier", keyword) && !this.#peek().escaped && this.#next() !== undefined;
  }

  #punctuation(text: string): void {
    if (!this.#eatPunctuation(text)) this.#expected(`\`${text}\``);
  }

  #eatPunctuation(text: string): boolean {
    return this.#at("punctuation", text) && this.#next() !== undefined;
  }

  #at(kind: Token["kind"], text: string): boolean {
    const token = this.#peek();
    return token.kind === kind && token.text === text;
  }

  #peek(): Token {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)]!;
  }

  #next(): Token {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #previousEnd(): number {
    return this.#tokens[this.#position - 1]?.span.end ?? 0;
  }

  #expected(expected: string): never {
    const { kind, text, span } = this.#peek();
    const found = kind === "end" ? "the end of the text" : kind === "string" ? `"${text}"` : `\`${text}\``;
    this.errors.push({ kind: "wac-expected", expected, found, span });
    throw new Abandoned();
  }

  /** Moves past the next `;` outside of braces, or past the `}` that closes a block statement. */
  #skipStatement(): void {
    let braces = 0;
    while (this.#peek().kind !== "end") {
      const { kind, text } = this.#next();
      if (kind !== "punctuation") continue;
      if (text === "{") braces += 1;
      if (text === "}") braces -= 1;
      if (braces > 0) continue;
      // `interface { … };` of an import ends with its semicolon, a declaration with its brace.
      if (text === ";" || (text === "}" && !this.#at("punctuation", ";"))) return;
    }
  }
}
