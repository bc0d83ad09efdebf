import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type AnsiColour, type AnsiStyle, parseAnsi, stripAnsi } from "./ansi.ts";

const colour = (value: AnsiColour | null) => (value === null ? "" : "name" in value ? value.name : value.css);
const flags = (style: AnsiStyle) =>
  (["bold", "dim", "italic", "underline", "inverse"] as const).filter((name) => style[name]).join("+");

/** `«text» colour/background flags`, one per span; `ESC` stands for the escape character. */
const drawn = (line: string) =>
  parseAnsi(line.replaceAll("ESC", "\u001B"))
    .map(({ text, style }) => `«${text}»${[colour(style.colour), colour(style.background), flags(style)].join("/")}`)
    .join(" ");

describe("parseAnsi", () => {
  it.each([
    ["plain", "«plain»//"],
    ["", ""],
    ["ESC[31mred ESC[1mboldESC[0m plain", "«red »red// «bold»red//bold « plain»//"],
    ["ESC[mreset", "«reset»//"],
    ["ESC[1;4;92;41mxESC[22;24;39;49my", "«x»green/red/bold+underline «y»//"],
    ["ESC[38;5;208morange", "«orange»rgb(255 135 0)//"],
    ["ESC[38;5;244mgrey ESC[48;5;1mx", "«grey »rgb(128 128 128)// «x»rgb(128 128 128)/red/"],
    ["ESC[38;2;1;2;3;3mx", "«x»rgb(1 2 3)//italic"],
    ["aESC[2KbESC[10;3Hc", "«a»// «b»// «c»//"],
    ["ESC]0;titleESC\\shown", "«shown»//"],
    ["tab\tkept\u0007", "«tab\tkept»//"],
    ["half ESC[3", "«half »//"],
    ["ESC[?25lhidden", "«hidden»//"],
  ])("%s", (line, spans) => expect(drawn(line)).toBe(spans));

  it("shows what stripping leaves", () => {
    const piece = fc.oneof(fc.constantFrom("\u001B[31m", "\u001B[0;1m", "\u001B[K", "\u001B]8;;x\u0007"), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const line = pieces.join("");
        expect(
          parseAnsi(line)
            .map((span) => span.text)
            .join(""),
        ).toBe(stripAnsi(line));
      }),
      { seed: 11 },
    );
  });
});
