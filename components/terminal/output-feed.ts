// Output on its way to a screen that draws slower than a program prints: a piece per frame, and of a flood only the end,
// which is all that the screen keeps anyway.

/** Characters that are handed over at once, and drawn in a few milliseconds. */
const PIECE = 64 * 1024;
/** Characters that may wait. */
const MAX_WAITING = 2 * 1024 * 1024;

/** An escape sequence or a character of which the rest is still to come; nothing may be written in between. */
// oxlint-disable-next-line no-control-regex -- escapes are control characters
const UNFINISHED = /(?:\x1b(?:\[[0-?]{0,32}[ -/]{0,2})?|[\ud800-\udbff])$/;

export class OutputFeed {
  readonly #write: (text: string) => Promise<void>;
  readonly #nextFrame: (run: () => void) => void;
  #waiting: string[] = [];
  #length = 0;
  #dropped = 0;
  #isBusy = false;

  /**
   * @param write resolves when the screen has taken the text
   * @param nextFrame runs something when the screen draws next
   */
  constructor(write: (text: string) => Promise<void>, nextFrame: (run: () => void) => void) {
    this.#write = write;
    this.#nextFrame = nextFrame;
  }

  push(text: string): void {
    if (text === "") return;
    this.#waiting.push(text);
    this.#length += text.length;
    while (this.#length > MAX_WAITING && this.#waiting.length > 1) this.#drop();
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#nextFrame(() => void this.#writeNext());
  }

  /** True while something waits. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async #writeNext(): Promise<void> {
    const piece = this.#take();
    if (piece !== "") await this.#write(piece);
    this.#isBusy = this.#length > 0 && piece !== "";
    if (this.#isBusy) this.#nextFrame(() => void this.#writeNext());
  }

  #drop(): void {
    const length = this.#waiting.shift()!.length;
    this.#length -= length;
    this.#dropped += length;
  }

  /** The next piece; empty where only the beginning of something is there. */
  #take(): string {
    const note = this.#dropped === 0 ? "" : `\r\n\x1b[0;90m… ${this.#dropped} characters: see the console …\x1b[0m\r\n`;
    this.#dropped = 0;
    let count = 0;
    let length = 0;
    while (count < this.#waiting.length && length < PIECE) {
      length += this.#waiting[count]!.length;
      count += 1;
    }
    const taken = this.#waiting.splice(0, count).join("");
    const piece = taken.slice(0, PIECE);
    const end = piece.length - (UNFINISHED.exec(piece)?.[0].length ?? 0);
    const rest = taken.slice(end);
    if (rest !== "") this.#waiting.unshift(rest);
    this.#length -= end;
    return note + taken.slice(0, end);
  }
}
