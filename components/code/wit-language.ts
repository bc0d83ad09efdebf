// WIT for the editor: how its text is coloured, bracketed and folded.
// Spec: WIT.md, "Lexical structure".

import type { languages } from "monaco-editor/editor";

export const WIT_LANGUAGE_ID = "wit";

export const WIT_CONFIGURATION: languages.LanguageConfiguration = {
  comments: { lineComment: "//", blockComment: ["/*", "*/"] },
  brackets: [
    ["{", "}"],
    ["(", ")"],
  ],
  folding: { markers: { start: /\{\s*$/, end: /^\s*\}/ } },
  wordPattern: /%?[a-zA-Z][\w-]*/,
};

export const WIT_GRAMMAR: languages.IMonarchLanguage = {
  defaultToken: "",
  keywords: [
    "as",
    "async",
    "constructor",
    "enum",
    "export",
    "flags",
    "from",
    "func",
    "get",
    "import",
    "include",
    "interface",
    "package",
    "record",
    "resource",
    "set",
    "static",
    "type",
    "use",
    "variant",
    "with",
    "world",
  ],
  types: [
    "bool",
    "borrow",
    "char",
    "error-context",
    "f32",
    "f64",
    "future",
    "list",
    "map",
    "option",
    "own",
    "result",
    "s16",
    "s32",
    "s64",
    "s8",
    "stream",
    "string",
    "tuple",
    "u16",
    "u32",
    "u64",
    "u8",
  ],
  tokenizer: {
    root: [
      { include: "@blank" },
      // A feature gate: `@since(version = 0.2.0)`.
      [/@(?:since|unstable|deprecated)\b/, "annotation", "@gate"],
      // A name is a field, a parameter or a function where a colon follows, whatever else it could mean.
      [/%?[a-zA-Z][\w-]*(?=\s*:[^:/\w])/, "identifier"],
      [/(package)(\s+)([\w:/.@+-]+)/, ["keyword", "", "namespace"]],
      [/[a-z][\w-]*:[a-z][\w-]*(?:\/[a-z][\w-]*)*(?:@[\w.+-]+)?/, "namespace"],
      [/(resource|record|variant|enum|flags|type)(\s+)(%?[a-zA-Z][\w-]*)/, ["keyword", "", "type.identifier"]],
      [/%[a-zA-Z][\w-]*/, "identifier"],
      [/[a-zA-Z][\w-]*/, { cases: { "@keywords": "keyword", "@types": "type", "@default": "identifier" } }],
      [/\d+/, "number"],
      [/->/, "delimiter"],
      [/[{}()]/, "@brackets"],
      [/[<>;,.:=@*_/]/, "delimiter"],
    ],
    gate: [
      { include: "@blank" },
      [/\d[\w.+-]*/, "number"],
      [/[a-z][\w-]*/, "identifier"],
      [/\)/, "@brackets", "@pop"],
      [/[(=]/, "delimiter"],
      [/[\s\S]/, "delimiter"],
    ],
    blank: [
      [/\s+/, ""],
      [/\/\/\/.*$/, "comment.doc"],
      [/\/\/.*$/, "comment"],
      [/\/\*/, "comment", "@comment"],
    ],
    comment: [
      [/[^/*]+/, "comment"],
      [/\/\*/, "comment", "@push"],
      [/\*\//, "comment", "@pop"],
      [/[/*]/, "comment"],
    ],
  },
};
