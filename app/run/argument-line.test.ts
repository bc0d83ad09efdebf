import { describe, expect, it } from "vitest";
import { splitArgumentLine } from "./argument-line.ts";

describe("splitArgumentLine", () => {
  it.each([
    ["", []],
    ["  one   two ", ["one", "two"]],
    ['"my picture.png" out', ["my picture.png", "out"]],
    [`--name='a "b" c'`, ['--name=a "b" c']],
    [String.raw`a\ b "say \"hi\"" c\\d`, ["a b", 'say "hi"', String.raw`c\d`]],
    [`"" x`, ["", "x"]],
  ])("%s", (line, args) => expect(splitArgumentLine(line)).toEqual({ ok: true, value: args }));

  it.each(['"open', "it's", "ends with \\"])("refuses %s", (line) => {
    expect(splitArgumentLine(line).ok).toBe(false);
  });
});
