// WIT, WAC and WAVE text → coloured pieces, for static blocks. A scanner, not a parser: it never fails, and the pieces
// joined are the text. Spec: WIT.md "Lexical structure", WAVE's README, WAC's LANGUAGE.md.

export type CodeLanguage = "wit" | "wac" | "wave" | "text";

type TokenKind = "keyword" | "type" | "name" | "string" | "number" | "comment" | "punct" | "space";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const KEYWORDS: Record<CodeLanguage, ReadonlySet<string>> = {
  wit: words(
    "package interface world use import export include with as from func async static constructor resource record " +
      "variant enum flags type get set",
  ),
  wac: words("package targets let new import export as with use interface world include func resource record type"),
  wave: words("ok err some none true false inf nan"),
  text: new Set(),
};

const TYPES = words(
  "u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 bool char string list option result tuple own borrow stream future map " +
    "error-context",
);

/** Keywords whose next name is a type being declared. */
const DECLARES = words("resource record variant enum flags type");

const PIECE =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<word>%?[A-Za-z][\w-]*(?::[\w-]+(?:\/[\w-]+)*)?(?:@\d[\w.+-]*)?)|(?<number>-?\d[\w.]*)|(?<punct>->|\.\.\.|[\s\S])/gu;

/** The pieces of `text`, in order. */
export function tokenize(text: string, language: CodeLanguage): readonly Token[] {
  if (language === "text") return text === "" ? [] : [{ kind: "name", text, offset: 0 }];
  const tokens: Token[] = [];
  let before = "";
  for (const { 0: piece, index, groups } of text.matchAll(PIECE)) {
    const shape = Object.entries(groups ?? {}).find(([, found]) => found !== undefined)?.[0];
    const kind = shape === "word" ? wordKind(piece, before, text.slice(index + piece.length), language) : shape;
    tokens.push({ kind: kind as TokenKind, text: piece, offset: index });
    if (shape !== "space" && shape !== "comment") before = piece;
  }
  return tokens;
}

function wordKind(word: string, before: string, after: string, language: CodeLanguage): TokenKind {
  const label = /^\s*:/.test(after) || before === ".";
  if (KEYWORDS[language].has(word) && !label) return "keyword";
  if (language === "wave") return label || /^\s*\(/.test(after) ? "name" : "string";
  if (TYPES.has(word) && !label) return "type";
  if (DECLARES.has(before) || (language === "wac" && before === "new")) return "type";
  return "name";
}
