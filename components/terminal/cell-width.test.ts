import { expect, it } from "vitest";
import { cellsOf } from "./cell-width.ts";

it.each([
  ["plain é ß", 9],
  ["e\u0301", 1],
  ["漢字かなカナ한글", 16],
  ["ｶﾅ", 2],
  ["ＡＢ", 4],
  ["👍", 2],
  ["🇩🇪", 2],
  ["„–…“", 4],
  ["a\u200db", 2],
  ["☃", 1],
])("%s takes its cells", (text, cells) => expect(cellsOf(text)).toBe(cells));
