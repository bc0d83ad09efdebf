import { describe, expect, it } from "vitest";

import { type ConsoleLines, EVERYTHING, keptLines, matchingRows, plainText, splitAtMatches } from "./console-model.ts";

/** `out gateway: hello` per line. */
function consoleOf(...drawn: string[]): ConsoleLines {
  const lines = drawn.map((line) => {
    const [, stream, instance, text = ""] = /^(out|err|sys) (\S+): (.*)$/.exec(line) ?? [];
    return {
      stream: ({ out: "stdout", err: "stderr" } as const)[stream as "out" | "err"] ?? "system",
      instance: instance === "-" ? null : (instance ?? null),
      text,
    };
  });
  return { count: lines.length, lineAt: (index) => lines[index]! };
}

const LINES = consoleOf("out a: one", "err a: two \u001B[31mTHREE\u001B[0m", "sys -: started", "out b: three");

describe("keptLines", () => {
  it("needs no list for everything", () => expect(keptLines(LINES, EVERYTHING)).toBeNull());
  it("keeps a stream", () => expect(keptLines(LINES, { ...EVERYTHING, stream: "stdout" })).toEqual([0, 3]));
  it("keeps an instance", () => expect(keptLines(LINES, { ...EVERYTHING, instance: "a" })).toEqual([0, 1]));
});

describe("matchingRows", () => {
  it("looks through colours and case", () => expect(matchingRows(LINES, null, "three")).toEqual([1, 3]));
  it("counts rows among the kept lines", () => expect(matchingRows(LINES, [0, 3], "three")).toEqual([1]));
  it("finds nothing for nothing", () => expect(matchingRows(LINES, null, "")).toEqual([]));
});

describe("plainText", () => {
  it("leaves out colours", () => expect(plainText(LINES, [0, 1])).toBe("one\ntwo THREE"));
});

describe("splitAtMatches", () => {
  const drawn = (text: string, search: string) =>
    splitAtMatches(text, search)
      .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
      .join("");
  it.each([
    ["abcABC", "b", "a[b]cA[B]C"],
    ["aaa", "aa", "[aa]a"],
    ["abc", "", "abc"],
    ["abc", "x", "abc"],
  ])("%s at %s", (text, search, pieces) => expect(drawn(text, search)).toBe(pieces));
});
