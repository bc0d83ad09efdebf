// A position in the tokens of a WAC document, and the ways to move it. After an error it skips to where the next
// statement or item may begin, so that one pass finds many.

import type { Diagnostic, Span } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import { parseVersion } from "../wit/names.ts";
import type { LexError, Token } from "./lexer.ts";
import { type Identifier, type PackageReference, type Reference, RESERVED, type WrittenName } from "./syntax.ts";

export type WacSyntaxError = LexError | Diagnostic<"wac-expected" | "wac-too-deep" | "wac-invalid-version">;

/** Unwinds to the statement or item that could not be read; its error is recorded already. */
class Abandoned extends Error {}

export class TokenReader {
  readonly errors: WacSyntaxError[] = [];
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  protected peek(): Token {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)]!;
  }

  protected peekAfter(): Token {
    return this.#tokens[Math.min(this.#position + 1, this.#tokens.length - 1)]!;
  }

  protected next(): Token {
    const token = this.peek();
    this.#position += 1;
    return token;
  }

  protected previousEnd(): number {
    return this.#tokens[this.#position - 1]?.span.end ?? 0;
  }

  protected spanFrom(start: number): Span {
    return { start, end: this.previousEnd() };
  }

  protected atKeyword(keyword: string): boolean {
    const token = this.peek();
    return token.kind === "identifier" && token.text === keyword && !token.escaped;
  }

  protected eatKeyword(keyword: string): boolean {
    return this.atKeyword(keyword) && this.next() !== undefined;
  }

  protected keyword(keyword: string): void {
    if (!this.eatKeyword(keyword)) this.expected(`\`${keyword}\``);
  }

  protected at(text: string): boolean {
    const token = this.peek();
    return token.kind === "punctuation" && token.text === text;
  }

  protected eat(text: string): boolean {
    return this.at(text) && this.next() !== undefined;
  }

  protected punctuation(text: string): void {
    if (!this.eat(text)) this.expected(`\`${text}\``);
  }

  protected atIdentifier(): boolean {
    const { kind, text, escaped } = this.peek();
    return kind === "identifier" && (escaped || !RESERVED.has(text));
  }

  protected identifier(what = "an identifier"): Identifier {
    if (!this.atIdentifier()) this.expected(what);
    const { text: name, span } = this.next();
    return { name, span };
  }

  /** Where nothing but a name can stand, a reserved word is one too. */
  protected anyIdentifier(): Identifier {
    if (this.peek().kind !== "identifier") this.expected("an identifier");
    const { text: name, span } = this.next();
    return { name, span };
  }

  protected writtenName(what = "a name"): WrittenName {
    if (this.peek().kind === "string") return this.string();
    const { name, span } = this.identifier(what);
    return { name, exact: false, span };
  }

  protected string(): WrittenName {
    if (this.peek().kind !== "string") this.expected("a string");
    const { text: name, span } = this.next();
    return { name, exact: true, span };
  }

  /** `a:b`, never with a path. */
  protected packageName(): PackageReference {
    if (this.peek().kind !== "package" || this.peek().text.includes("/")) this.expected("a package name");
    return this.#package();
  }

  /** `a:b/c`. */
  protected packagePath(): PackageReference {
    if (this.peek().kind !== "package" || !this.peek().text.includes("/"))
      this.expected("a path such as `ns:package/item`");
    return this.#package();
  }

  #package(): PackageReference {
    const { text, span } = this.next();
    const [path = "", version = null] = text.split("@");
    const [name = "", ...segments] = path.split("/");
    if (version !== null && !parseVersion(version)) {
      const at = { start: span.end - version.length, end: span.end };
      this.errors.push({ kind: "wac-invalid-version", version, span: at });
    }
    return { name, segments, version, span };
  }

  protected reference(what: string): Reference {
    if (this.peek().kind === "package") {
      const path = this.packagePath();
      return { kind: "path", package: path, span: path.span };
    }
    return { kind: "name", ...this.identifier(what) };
  }

  protected expected(expected: string): never {
    const { kind, text, span } = this.peek();
    const found = kind === "end" ? "the end of the text" : kind === "string" ? `"${text}"` : `\`${text}\``;
    this.errors.push({ kind: "wac-expected", expected, found, span });
    throw new Abandoned();
  }

  /** Runs `read` one level deeper; expressions and types may be nested as deep as anything else. */
  protected nested<T>(read: () => T): T {
    const depth = this.#depth;
    this.deepen();
    const result = read();
    this.#depth = depth;
    return result;
  }

  /** Counts one more level of what `nested` reads. */
  protected deepen(): void {
    this.#depth += 1;
    if (this.#depth <= LIMITS.nestingDepth) return;
    this.errors.push({ kind: "wac-too-deep", bound: LIMITS.nestingDepth, span: this.peek().span });
    throw new Abandoned();
  }

  /** `read`'s result, or null after `recover` has moved to where reading can go on. */
  protected attempt<T>(read: () => T, recover: (start: number) => void): T | null {
    const start = this.#position;
    const depth = this.#depth;
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof Abandoned)) throw thrown;
      this.#depth = depth;
      const stuck = this.#position === start;
      recover(start);
      if (stuck && this.#position === start) this.#position += 1;
      return null;
    }
  }

  /** Items up to `close`, each ended by `separator`, which may be missing after the last. */
  protected separated<T>(open: string, close: string, separator: string, read: () => T): T[] {
    this.punctuation(open);
    const items: T[] = [];
    while (!this.at(close)) {
      items.push(read());
      if (!this.eat(separator)) break;
    }
    this.punctuation(close);
    return items;
  }

  /** One `what` or more in braces, with commas between; a bad one doesn't hide the ones after it. */
  protected list<T>(what: string, read: () => T): T[] {
    this.punctuation("{");
    if (this.at("}")) this.expected(what);
    const items: T[] = [];
    while (!this.at("}") && this.peek().kind !== "end") {
      const item = this.attempt(
        () => {
          const value = read();
          if (!this.at("}") && !this.at(",")) this.expected("`,` or `}`");
          return value;
        },
        () => this.#skipTo(","),
      );
      if (item !== null) items.push(item);
      this.eat(",");
    }
    this.punctuation("}");
    return items;
  }

  /** Items in braces, each with an end of its own; a bad item doesn't hide the ones after it. */
  protected block<T>(read: () => T): T[] {
    this.punctuation("{");
    const items: T[] = [];
    while (!this.at("}") && this.peek().kind !== "end") {
      const item = this.attempt(read, (start) => this.#skipItem(start));
      if (item !== null) items.push(item);
    }
    this.punctuation("}");
    return items;
  }

  /** To the next `stop`, or to the `}` that closes what is open. */
  #skipTo(stop: string): void {
    let braces = 0;
    while (this.peek().kind !== "end") {
      if (braces === 0 && (this.at(stop) || this.at("}"))) return;
      if (this.at("{")) braces += 1;
      if (this.at("}")) braces -= 1;
      this.#position += 1;
    }
  }

  /** Past the end of the item that begins at `start`: its `;` or its block, or to the `}` that closes what is around. */
  #skipItem(start: number): void {
    const failedAt = this.#position;
    this.#position = start;
    let braces = 0;
    while (this.peek().kind !== "end") {
      if (braces === 0 && this.at("}")) return;
      const { kind, text } = this.next();
      if (kind !== "punctuation") continue;
      if (text === "{") braces += 1;
      if (text === "}") braces -= 1;
      const isEnd = text === ";" || (text === "}" && !this.at(";"));
      if (braces === 0 && isEnd && this.#position > failedAt) return;
    }
  }

  /** Past the next `;` outside of braces, or past the `}` that closes a block statement. */
  protected skipStatement(): void {
    let braces = 0;
    while (this.peek().kind !== "end") {
      const { kind, text } = this.next();
      if (kind !== "punctuation") continue;
      if (text === "{") braces += 1;
      if (text === "}") braces -= 1;
      if (braces > 0) continue;
      // `interface { … };` of an import ends with its semicolon, a declaration with its brace.
      if (text === ";" || (text === "}" && !this.at(";"))) return;
    }
  }
}
