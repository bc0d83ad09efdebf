import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fuzzyMatch, matchPieces } from "./fuzzy.ts";

/** The text with its matched characters in brackets, or null. */
function drawn(text: string, query: string): string | null {
  const match = fuzzyMatch(text, query);
  if (match === null) return null;
  return matchPieces(text, match.positions)
    .map((piece) => (piece.matched ? `[${piece.text}]` : piece.text))
    .join("");
}

const best = (query: string, ...texts: string[]) =>
  texts.toSorted((a, b) => (fuzzyMatch(b, query)?.score ?? -1) - (fuzzyMatch(a, query)?.score ?? -1))[0];

describe("fuzzyMatch", () => {
  it.each([
    ["Add a component", "ac", "[A]dd a [c]omponent"],
    ["Tidy layout", "lay", "Tidy [lay]out"],
    ["order-store", "os", "[o]rder-[s]tore"],
    ["openStore", "os", "[o]pen[S]tore"],
    ["Export component", "comp exp", "[Exp]ort [comp]onent"],
    ["Fit everything", "thing", "Fit every[thing]"],
    ["Export a component", "expcomp", "[Exp]ort a [comp]onent"],
    ["Undo", "odn", null],
    ["Composition export", "stop", null],
    ["Undo", "", "Undo"],
  ])("%s by %s", (text, query, expected) => expect(drawn(text, query)).toBe(expected));

  it("prefers what begins with the query", () => {
    expect(best("run", "Show the running instances", "Run", "Prune")).toBe("Run");
    expect(best("ex", "Fit everything", "Export", "Next")).toBe("Export");
  });

  it("stays quick on a hostile name", () => {
    const started = performance.now();
    fuzzyMatch("a-".repeat(5_000), "aaaaaaaaaaaaaaaaaaaab");
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("finds every text by its own letters", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z -]{1,20}$/), (text) => {
        expect(fuzzyMatch(text, text)).not.toBeNull();
      }),
      { seed: 5 },
    );
  });
});
