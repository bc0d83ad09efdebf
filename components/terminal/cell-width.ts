// How many cells a character takes on a screen of equally wide cells. The line that is typed and the terminal that
// shows it ask the same function, so that erasing takes away just what was drawn.

const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;
const WIDE =
  /^[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Yi}\u3000-\u303e\u30fb\u30fc\u31f0-\u33ff\uff01-\uff60\uffe0-\uffe6]$/u;
/** Half-width forms, and the letters of which two make a flag. */
const NARROW = /^[\uff61-\uffdc\u{1f1e6}-\u{1f1ff}]$/u;
/** Below, every character that can be seen takes one cell. */
const FIRST_OTHER = 0x300;

/** 0, 1 or 2 for a code point that isn't a control character. */
export function cellsOfCodePoint(codePoint: number): 0 | 1 | 2 {
  if (codePoint < FIRST_OTHER) return 1;
  const character = String.fromCodePoint(codePoint);
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) && !NARROW.test(character) ? 2 : 1;
}

/** The cells that `text`, without control characters, takes in one line. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOfCodePoint(character.codePointAt(0)!);
  return cells;
}
