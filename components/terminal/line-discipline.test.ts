// Keys in, what the program reads and what a real screen shows out. Keys are drawn: `<` is Backspace, `|` Enter, and so on.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineDiscipline } from "./line-discipline.ts";
import { TerminalScreen } from "./terminal-screen.ts";

const DRAWN: Readonly<Record<string, string>> = {
  "|": "\r",
  "<": "\x7f",
  "⌦": "\x1b[3~",
  "←": "\x1b[D",
  "→": "\x1b[C",
  "↑": "\x1b[A",
  "↓": "\x1b[B",
  "⇤": "\x1b[H",
  "⇥": "\x1b[F",
  "⌃u": "\x15",
  "⌃k": "\x0b",
  "⌃w": "\x17",
  "⌃c": "\x03",
  "⌃d": "\x04",
  "⌃l": "\x0c",
};

const keys = (drawn: string): string => drawn.replaceAll(/⌃.|[|<⌦←→↑↓⇤⇥]/gu, (key) => DRAWN[key]!);

class TestTerminal {
  readonly screen = new TerminalScreen({ onTyped: () => {}, onLeave: () => {} });
  readonly line = new LineDiscipline();
  input = "";
  signal: "end" | "interrupt" | null = null;

  async type(data: string): Promise<this> {
    const { screen, input, signal } = this.line.type(data);
    this.input += input;
    this.signal = signal;
    await this.screen.write(screen);
    return this;
  }

  /** What a program prints while a line is edited. */
  async print(text: string): Promise<this> {
    await this.screen.write(this.line.hide() + text + this.line.show());
    return this;
  }
}

async function after(drawn: string): Promise<[input: string, screen: string, signal: TestTerminal["signal"]]> {
  const terminal = await new TestTerminal().type(keys(drawn));
  return [terminal.input, terminal.screen.text(), terminal.signal];
}

describe("a line that is typed", () => {
  it.each([
    ["is the program's with Enter, and is seen before", "one|two", "one\n", "one\ntwo"],
    ["loses a character by Backspace, and none beyond its beginning", "ab<<<<c|", "c\n", "c"],
    ["loses what people call a character", "e\u0301x<<三👩‍💻<🇩🇪<é|", "三é\n", "三é"],
    ["loses a word, or all before the cursor", "one two  ⌃wthree⌃ufour|", "four\n", "four"],
    ["is edited in its middle", "ac←b⇤_⇥d|", "_abcd\n", "_abcd"],
    ["is edited in its middle, wide characters and all", "三五←四←←⌦一二|", "一二四五\n", "一二四五"],
    ["ends at the cursor when the rest is erased", "one two←←←⌃k|", "one \n", "one"],
    ["is whole with Enter in its middle", "one⇤|two|", "one\ntwo\n", "one\ntwo"],
    [
      "recalls earlier ones, and the one that was begun",
      "one|two|↑↑|new↑↓|",
      "one\ntwo\none\nnew\n",
      "one\ntwo\none\nnew",
    ],
    ["may be one that was recalled and changed", "one|↑<<n|", "one\non\n", "one\non"],
    ["shows control characters, and tabs as blanks", "a⌃l\tb<|", "a\f\t\n", "a^L"],
    ["is handed over as it is by the end of input in it", "ab⌃dc|", "abc\n", "abc"],
  ])("%s", async (_, drawn, input, screen) => {
    expect(await after(drawn)).toEqual([input, screen, null]);
  });

  it("ends the input where it is empty, and the program at any time", async () => {
    expect(await after("one|⌃dnever")).toEqual(["one\n", "one", "end"]);
    expect(await after("one|tw⌃cnever|")).toEqual(["one\n", "one\ntw^C", "interrupt"]);
  });

  it("may be several that are pasted", async () => {
    const terminal = await new TestTerminal().type("one\rtwo – 三\rthr");
    expect(terminal.input).toBe("one\ntwo – 三\n");
    await terminal.type("ee\r");
    expect([terminal.input, terminal.screen.text()]).toEqual(["one\ntwo – 三\nthree\n", "one\ntwo – 三\nthree"]);
  });

  it("is handed over in pieces where it is too long, without a loss", async () => {
    const long = "0123456789".repeat(5000);
    const terminal = new TestTerminal();
    for (let i = 0; i < long.length; i += 7000) await terminal.type(long.slice(i, i + 7000));
    await terminal.type("\r");
    expect(terminal.input === `${long}\n`).toBe(true);
  });

  it("is recalled in the next terminal as well", () => {
    const history: string[] = [];
    const [first, second] = [new LineDiscipline(history), new LineDiscipline(history)];
    first.type(keys("one|two|"));
    expect(second.type(keys("↑↑|")).input).toBe("one\n");
    expect(first.type(keys("new↑↑↓↓|")).input).toBe("new\n");
  });

  it("has no use for what terminals answer and other keys", async () => {
    const data = "a\x1b[?1;2c\x1b]11;rgb:00/00/00\x1b\\\x1bP1$r0m\x1b\\\x1b[200~b\x1b[201~\x1b[5~\x1bOPc\x1b[<0;1;1M\r";
    expect((await new TestTerminal().type(data)).input).toBe("abc\n");
  });

  it("makes room for what the program prints", async () => {
    const terminal = await new TestTerminal().print("? ");
    await terminal.type(keys("hal三←"));
    await terminal.print("tick\n");
    expect(terminal.screen.text()).toBe("? tick\nhal三");
    await terminal.type("lo \r");
    expect([terminal.input, terminal.screen.text()]).toEqual(["hallo 三\n", "? tick\nhallo 三"]);
  });

  it("shows nothing that would act on the screen", async () => {
    expect((await new TestTerminal().type("a\u009b2Jb")).screen.text()).toBe("a\ufffd2Jb");
  });
});

describe("the screen and the program", () => {
  const pieces = [
    "a",
    "long words ",
    "三四",
    "é",
    "👩‍💻",
    "x".repeat(37),
    "一".repeat(21),
    "<",
    "⌦",
    "←",
    "→",
    "⇤",
    "⇥",
  ].map(keys);
  const edits = fc.array(fc.constantFrom(...pieces, keys("⌃w"), "\x1b[1;5D", "\x1b[1;5C"), { maxLength: 30 });

  it("agree about the line, whatever was typed", async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 0, max: 90 }), async (typed, promptLength) => {
        const prompt = "?".repeat(promptLength);
        const terminal = await new TestTerminal().print(prompt);
        for (const data of typed) await terminal.type(data);
        const seen = terminal.screen.text();
        await terminal.type("\r");
        expect(joined(seen)).toBe(joined(prompt + terminal.input));
        terminal.screen.dispose();
      }),
      { numRuns: 60 },
    );
  });
});

/** Without blanks, of which a row has one at its end where a wide character didn't fit. */
function joined(text: string): string {
  return text.replaceAll(/\s/g, "");
}
