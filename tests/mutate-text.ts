// Damaged WAC texts: words and stretches are dropped, doubled, swapped, taken from another text, or nested deeply.

import type { Random } from "./random.ts";

const WORDS = [
  "let",
  "new",
  "export",
  "import",
  "as",
  "package",
  "targets",
  "include",
  "interface",
  "world",
  "{",
  "}",
  "...",
  "..",
  ";",
  ",",
  "=",
  ":",
  "@",
  "%",
  "[",
  '["',
  '"',
  "(",
  ")",
  "<",
  ">",
  "//",
  "/*",
  "*/",
  "\0",
  "\u{1F980}",
  "1.0.0-",
  "list<",
  "a:b/c@",
] as const;
const WORD = /[A-Za-z0-9_-]+|\s+|[^A-Za-z0-9_\s-]/gu;
const DEEP = 3_000;
const LONGEST_NESTED = 40;

/** `text` with one to six changes; `others` lend it words. */
export function mutateText(text: string, others: readonly string[], random: Random): string {
  let words: string[] = text.match(WORD) ?? [];
  for (let changes = 1 + random.below(6); changes > 0; changes--) words = mutateWords(words, others, random);
  return words.join("");
}

function mutateWords(words: string[], others: readonly string[], random: Random): string[] {
  const at = random.below(words.length + 1);
  const count = 1 + random.below(5);
  switch (random.below(7)) {
    case 0:
      return words.toSpliced(at, count);
    case 1:
      return words.toSpliced(at, 0, ...words.slice(at, at + count));
    case 2:
      return words.toSpliced(at, 0, random.pick(WORDS));
    case 3:
      return words.toSpliced(at, 1, random.pick(WORDS));
    case 4: {
      const lent = random.pick(others).match(WORD) ?? [];
      const from = random.below(lent.length + 1);
      return words.toSpliced(at, count, ...lent.slice(from, from + 3 * count));
    }
    case 5:
      return words.slice(0, at);
    default: {
      // Rare, for it is slow: the same few words nested thousands of times.
      const stretch = words.slice(at, at + count).join("");
      const isDeep = random.chance(0.05) && stretch.length <= LONGEST_NESTED;
      return words.toSpliced(at, 0, isDeep ? stretch.repeat(DEEP) : String.fromCodePoint(random.below(0xd7ff)));
    }
  }
}
