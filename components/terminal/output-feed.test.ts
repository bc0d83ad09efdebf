import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OutputFeed } from "./output-feed.ts";

/** A screen that draws when the test says so. */
class Screen {
  readonly pieces: string[] = [];
  readonly feed: OutputFeed;
  #next: (() => void) | null = null;

  constructor() {
    const write = (text: string): Promise<void> => {
      this.pieces.push(text);
      return Promise.resolve();
    };
    this.feed = new OutputFeed(write, (run) => (this.#next = run));
  }

  /** False where nothing was to be drawn. */
  async frame(): Promise<boolean> {
    const run = this.#next;
    this.#next = null;
    run?.();
    await new Promise((resolve) => void setImmediate(resolve));
    return run !== null;
  }

  async drawAll(): Promise<string> {
    while (await this.frame());
    return this.pieces.join("");
  }
}

describe("output", () => {
  it("comes whole and in order, some of it each frame", async () => {
    const texts = fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20_000 })), {
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const screen = new Screen();
        const written = given.map(([text, times]) =>
          text
            .repeat(times)
            .slice(0, 150_000)
            .replace(/[\ud800-\udbff]$/, ""),
        );
        for (const [i, text] of written.entries()) {
          screen.feed.push(text);
          if (i % 2 === 0) await screen.frame();
        }
        const drawn = await screen.drawAll();
        expect(drawn === written.join("")).toBe(true);
        expect(screen.pieces.every(({ length }) => length <= 65_536)).toBe(true);
        expect(screen.feed.isBusy).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it("is not cut inside an escape or a character", async () => {
    const screen = new Screen();
    for (const piece of ["a\x1b", "[3", "1mred\ud83d", "\ude00"]) {
      screen.feed.push(piece);
      await screen.drawAll();
    }
    expect(screen.pieces).toEqual(["a", "\x1b[31mred", "\ud83d\ude00"]);
  });

  it("is the end of a flood, and says so", async () => {
    const screen = new Screen();
    for (let i = 0; i < 100_000; i++) screen.feed.push(`line ${i} of a program that says more than one can read\n`);
    const drawn = await screen.drawAll();
    expect(drawn).toMatch(/^\r\n\S*… \d{7} characters: see the console …/);
    expect(drawn.endsWith("line 99999 of a program that says more than one can read\n")).toBe(true);
    expect(drawn.length).toBeLessThan(2_200_000);
  });
});
