// The language that a component was written in, from its producers, as the two letters of its mark.

import type { LanguageMark } from "../../components/canvas/canvas-model.ts";
import type { Producers } from "../../core/binary/parts.ts";

const MARKS: Readonly<Record<string, string>> = {
  Rust: "Rs",
  Go: "Go",
  TinyGo: "Go",
  JavaScript: "Js",
  TypeScript: "Ts",
  AssemblyScript: "As",
  Python: "Py",
  Zig: "Zg",
  WAT: "Wt",
  "C++": "C+",
  C: "C",
  "C#": "C#",
  Swift: "Sw",
  Kotlin: "Kt",
  MoonBit: "Mb",
  Grain: "Gr",
  Ruby: "Rb",
};

/** `C++20` and `C_plus_plus_17` are C++; `C11` is C. */
function plainName(language: string): string {
  if (/^C(\+\+|_plus_plus)/i.test(language)) return "C++";
  if (/^C\d*$/.test(language)) return "C";
  return language === "WebAssembly text" ? "WAT" : language;
}

/** The first language that producers name, or null where they name none. */
export function languageOf(producers: Producers): LanguageMark | null {
  const languages = [...(producers.get("language")?.keys() ?? [])].map(plainName);
  // A component in another language often carries a C library along.
  const name = languages.find((language) => language !== "C") ?? languages[0];
  return name === undefined ? null : { name, mark: MARKS[name] ?? name.slice(0, 2) };
}
