// WAC text → tokens, in one pass; what is no token becomes an error with its place, and reading goes on.
// Language: WAC's LANGUAGE.md; lexical rules as in WIT.md, "Lexical structure".

import type { Diagnostic, Span } from "../base/diagnostics.ts";
import type { Comment } from "./syntax.ts";

export type TokenKind = "identifier" | "package" | "string" | "number" | "punctuation" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** As written; without quotes for a string, without `%` for an identifier. */
  readonly text: string;
  readonly span: Span;
  /** True for `%id`, which is never a keyword. */
  readonly escaped: boolean;
  /** The doc comments right before it, without their marks. */
  readonly docs: readonly string[];
}

export interface Lexed {
  /** The last is an `end` token. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly errors: readonly LexError[];
}

export type LexError = Diagnostic<"wac-unexpected-character" | "wac-unterminated">;

const WORD = "(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)";
const IDENTIFIER = `%?${WORD}(?:-(?:[a-z0-9]+|[A-Z0-9]+))*`;
const VERSION = "[0-9]+(?:\\.[0-9A-Za-z-]+)*(?:\\+[0-9A-Za-z.-]+)?";
const TOKEN = new RegExp(
  [
    "(?<space>\\s+)",
    "(?<comment>//[^\\n]*)",
    `(?<package>${IDENTIFIER}(?::${IDENTIFIER})+(?:/${IDENTIFIER})*(?:@${VERSION})?)`,
    `(?<identifier>${IDENTIFIER})`,
    "(?<number>[0-9]+)",
    '"(?<string>[^"\\n]*)"',
    "(?<punctuation>\\.\\.\\.|->|[{}()\\[\\]<>;:,.=/@_*])",
  ].join("|"),
  "y",
);

/** The tokens of `text`, its comments, and what stood between them that is neither. */
export function lex(text: string): Lexed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const errors: LexError[] = [];
  let docs: string[] = [];
  let offset = 0;
  const addComment = (start: number, end: number): void => {
    const comment = { text: text.slice(start, end).trimEnd(), span: { start, end } };
    comments.push(comment);
    const doc = docOf(comment.text);
    if (doc !== null) docs.push(doc);
  };
  while (offset < text.length) {
    const start = offset;
    if (text.startsWith("/*", start)) {
      offset = endOfBlockComment(text, start);
      if (offset < 0) {
        errors.push({ kind: "wac-unterminated", what: "comment", span: { start, end: text.length } });
        break;
      }
      addComment(start, offset);
      continue;
    }
    TOKEN.lastIndex = start;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) {
      offset = skipBadCharacters(text, start, errors);
      continue;
    }
    offset = TOKEN.lastIndex;
    if (groups["comment"] !== undefined) addComment(start, offset);
    const token = tokenOf(groups, { start, end: offset }, docs);
    if (!token) continue;
    tokens.push(token);
    docs = [];
  }
  const end = { start: text.length, end: text.length };
  tokens.push({ kind: "end", text: "", span: end, escaped: false, docs });
  return { tokens, comments, errors };
}

/** What a doc comment says, or null for any other comment. */
function docOf(comment: string): string | null {
  if (comment.startsWith("///")) return comment.slice(3).trim();
  if (!comment.startsWith("/**") || comment === "/**/") return null;
  return comment.slice(3, -2).trim();
}

function tokenOf(groups: Record<string, string | undefined>, span: Span, docs: readonly string[]): Token | null {
  for (const kind of ["package", "identifier", "string", "number", "punctuation"] as const) {
    const text = groups[kind];
    if (text === undefined) continue;
    const escaped = kind === "identifier" && text.startsWith("%");
    return { kind, text: kind === "string" ? text : text.replaceAll("%", ""), span, escaped, docs };
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
