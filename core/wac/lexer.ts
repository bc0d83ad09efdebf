// WAC text → tokens, in one pass; what is no token becomes an error with its place, and reading goes on.
// Language: WAC's LANGUAGE.md; lexical rules as in WIT.md, "Lexical structure".

import type { Diagnostic, Span } from "../base/diagnostics.ts";

export type TokenKind = "identifier" | "package" | "string" | "punctuation" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** As written; without quotes for a string, without `%` for an identifier. */
  readonly text: string;
  readonly span: Span;
  /** True for `%id`, which is never a keyword. */
  readonly escaped: boolean;
}

export type LexError = Diagnostic<"wac-unexpected-character" | "wac-unterminated">;

const WORD = "(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)";
const IDENTIFIER = `%?${WORD}(?:-(?:[a-z0-9]+|[A-Z0-9]+))*`;
const VERSION = "[0-9]+(?:\\.[0-9A-Za-z-]+)*(?:\\+[0-9A-Za-z.-]+)?";
const TOKEN = new RegExp(
  [
    "(?<space>\\s+|//[^\\n]*)",
    `(?<package>${IDENTIFIER}(?::${IDENTIFIER})+(?:/${IDENTIFIER})*(?:@${VERSION})?)`,
    `(?<identifier>${IDENTIFIER})`,
    '"(?<string>[^"\\n]*)"',
    "(?<punctuation>\\.\\.\\.|->|[{}()\\[\\]<>;:,.=/@_*])",
  ].join("|"),
  "y",
);

/** The tokens of `text`, with an `end` token last, and what stood between them that is none. */
export function lex(text: string): { readonly tokens: readonly Token[]; readonly errors: readonly LexError[] } {
  const tokens: Token[] = [];
  const errors: LexError[] = [];
  let offset = 0;
  while (offset < text.length) {
    const start = offset;
    if (text.startsWith("/*", start)) {
      offset = endOfBlockComment(text, start);
      if (offset < 0) {
        errors.push({ kind: "wac-unterminated", what: "comment", span: { start, end: text.length } });
        break;
      }
      continue;
    }
    TOKEN.lastIndex = start;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) {
      offset = skipBadCharacters(text, start, errors);
      continue;
    }
    offset = TOKEN.lastIndex;
    const token = tokenOf(groups, { start, end: offset });
    if (token) tokens.push(token);
  }
  const end = { start: text.length, end: text.length };
  return { tokens: [...tokens, { kind: "end", text: "", span: end, escaped: false }], errors };
}

function tokenOf(groups: Record<string, string | undefined>, span: Span): Token | null {
  for (const kind of ["package", "identifier", "string", "punctuation"] as const) {
    const text = groups[kind];
    if (text === undefined) continue;
    const escaped = kind === "identifier" && text.startsWith("%");
    return { kind, text: kind === "string" ? text : text.replaceAll("%", ""), span, escaped };
  }
  return null;
}

/** The offset after a block comment, which may contain others; -1 where it doesn't end. */
function endOfBlockComment(text: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset++) {
    if (text.startsWith("/*", offset)) {
      depth += 1;
      offset += 1;
    } else if (text.startsWith("*/", offset)) {
      depth -= 1;
      offset += 1;
      if (depth === 0) return offset + 1;
    }
  }
  return -1;
}

function skipBadCharacters(text: string, start: number, errors: LexError[]): number {
  if (text[start] === '"') {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    errors.push({ kind: "wac-unterminated", what: "string", span: { start, end } });
    return end;
  }
  const character = String.fromCodePoint(text.codePointAt(start)!);
  const end = start + character.length;
  errors.push({ kind: "wac-unexpected-character", character, span: { start, end } });
  return end;
}
