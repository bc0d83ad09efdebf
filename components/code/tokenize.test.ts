import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type CodeLanguage, tokenize } from "./tokenize.ts";

/** Pieces that carry colour, drawn as `kind:text`. */
const drawn = (text: string, language: CodeLanguage) =>
  tokenize(text, language)
    .filter((token) => !["space", "punct"].includes(token.kind))
    .map((token) => `${token.kind}:${token.text}`)
    .join(" ");

describe("tokenize", () => {
  it("reads WIT", () => {
    expect(drawn("resource order { lines: func() -> list<line>; } // end", "wit")).toBe(
      "keyword:resource type:order name:lines keyword:func type:list name:line comment:// end",
    );
  });

  it("takes a keyword before a colon as a field's name", () => {
    expect(drawn("record r { type: string, %use: u8 }", "wit")).toBe(
      "keyword:record type:r name:type type:string name:%use type:u8",
    );
  });

  it("reads WAC", () => {
    expect(drawn('let a = new shop:audit-log@1.0.0 { "x": a["x"], ... };', "wac")).toBe(
      'keyword:let name:a keyword:new type:shop:audit-log@1.0.0 string:"x" name:a string:"x"',
    );
  });

  it("reads WAVE, where a bare word is a case", () => {
    expect(drawn('ok({ total: 4190, currency: eur, note: some("a \\" b"), at: -1.5e3 })', "wave")).toBe(
      'keyword:ok name:total number:4190 name:currency string:eur name:note keyword:some string:"a \\" b" name:at number:-1.5e3',
    );
  });

  it("leaves out nothing and adds nothing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom<CodeLanguage>("wit", "wac", "wave", "text"),
        (text, language) => {
          expect(
            tokenize(text, language)
              .map((token) => token.text)
              .join(""),
          ).toBe(text);
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });
});
