// The page of a diagnostic, in the little Markdown that such pages are written in, → its parts.
// Headings, paragraphs with `code`, and fenced blocks; whatever else there is stands as a paragraph.

import type { CodeLanguage } from "../code/tokenize.ts";

export interface Explanation {
  readonly title: string;
  readonly blocks: readonly ExplanationBlock[];
}

export type ExplanationBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "code"; readonly language: CodeLanguage; readonly text: string }
  | { readonly kind: "paragraph"; readonly parts: readonly TextPart[] };

export interface TextPart {
  readonly text: string;
  readonly isCode: boolean;
  /** Where it begins in its paragraph, in UTF-16 units. */
  readonly offset: number;
}

const FENCE = /^```(\w*)\n([\s\S]*?)\n```$/gm;
const LANGUAGES: ReadonlySet<string> = new Set<CodeLanguage>(["wit", "wac", "wave"]);

export function parseExplanation(markdown: string): Explanation {
  const blocks: ExplanationBlock[] = [];
  let title = "";
  let end = 0;
  const addText = (text: string): void => {
    for (const paragraph of text.split("\n\n").filter((part) => part.trim() !== "")) {
      const [, marks, heading] = /^(#+) (.*)$/.exec(paragraph.trim()) ?? [];
      if (heading === undefined) {
        blocks.push({ kind: "paragraph", parts: textParts(paragraph.trim().replaceAll("\n", " ")) });
      } else if (marks === "#") title = heading;
      else blocks.push({ kind: "heading", text: heading });
    }
  };
  for (const match of markdown.matchAll(FENCE)) {
    addText(markdown.slice(end, match.index));
    const [whole, language = "", text = ""] = match;
    blocks.push({ kind: "code", language: LANGUAGES.has(language) ? (language as CodeLanguage) : "text", text });
    end = match.index + whole.length;
  }
  addText(markdown.slice(end));
  return { title, blocks };
}

/** Backticks stand around code. */
function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let offset = 0;
  for (const [i, part] of text.split("`").entries()) {
    if (part !== "") parts.push({ text: part, isCode: i % 2 === 1, offset });
    offset += part.length + 1;
  }
  return parts;
}
