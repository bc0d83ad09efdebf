// Keys → lines for a program, and what the screen shows meanwhile: the part of a terminal that lets a line be edited
// before the program gets it. WASI gives programs no say in it. Nothing here knows of a screen: it returns what to write.
//
// The screen goes back over the line by backspaces, which cross the edges of rows (DECSET 45), and writes it again.

import { cellsOf } from "./cell-width.ts";
import { readTyped, type TerminalKey } from "./terminal-keys.ts";

export interface TypedLine {
  /** What the screen is to show, escapes included. */
  readonly screen: string;
  /** What the program is to read. */
  readonly input: string;
  /** The person wants the program's input to end, or the program itself; what was typed behind that is dropped. */
  readonly signal: "end" | "interrupt" | null;
}

/** Lines that were entered, oldest first. */
export type LineHistory = string[];

/** Characters of one line; a longer one is handed over in pieces, which can't be edited any more. */
const MAX_LINE = 16_384;
const MAX_HISTORY = 500;
const TAB = "    ";
const CROSS_ROWS = "\x1b[?45h";
/** A character that one key erases is looked for in so many of the last ones. */
const MAX_GRAPHEME = 64;

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export class LineDiscipline {
  /** The line on both sides of the cursor. */
  #before = "";
  #after = "";
  readonly #history: LineHistory;
  /** Which line of the history stands there, or null for a new one; and the new one that stood there first. */
  #recalled: number | null = null;
  #draft = "";

  /** @param history which it adds to; several terminals may share one */
  constructor(history: LineHistory = []) {
    this.#history = history;
  }

  /** What comes of keys, in the order of `data`, as a terminal reports them. */
  type(data: string): TypedLine {
    let screen = "";
    let input = "";
    for (const typed of readTyped(data)) {
      const done = typed.kind === "text" ? this.#insert(typed.text) : this.#press(typed.key);
      screen += done.screen ?? "";
      input += done.input ?? "";
      if (done.signal) return { screen, input, signal: done.signal };
    }
    return { screen, input, signal: null };
  }

  /** Takes the line that is edited off the screen, so that output can be written in its place. */
  hide(): string {
    if (this.#isEmpty) return "";
    return CROSS_ROWS + "\b".repeat(cellsOf(shown(this.#before))) + "\x1b[J";
  }

  /** Puts it back. */
  show(): string {
    if (this.#isEmpty) return "";
    const after = shown(this.#after);
    const back = "\b".repeat(cellsOf(after));
    return shown(this.#before) + after + (back && CROSS_ROWS + back);
  }

  /** Forgets the line that is edited; the program is gone. What was entered before can still be recalled. */
  clear(): void {
    this.#set("", "");
    this.#recalled = null;
  }

  get #isEmpty(): boolean {
    return this.#before === "" && this.#after === "";
  }

  #insert(text: string): Partial<TypedLine> {
    if (this.#before.length + this.#after.length + text.length > MAX_LINE) return this.#handOver(text);
    if (this.#after !== "") return this.#edit(this.#before + text, this.#after);
    this.#before += text;
    return { screen: shown(text) };
  }

  #press(key: TerminalKey): Partial<TypedLine> {
    const [before, after] = [this.#before, this.#after];
    switch (key) {
      case "none":
        return {};
      case "enter":
        return this.#enter();
      case "interrupt":
        this.clear();
        return { screen: `${shown(after)}^C\r\n`, signal: "interrupt" };
      case "end-of-input":
        if (this.#isEmpty) return { signal: "end" };
        return this.#handOver("");
      case "erase":
        return this.#edit(before.slice(0, before.length - lastGrapheme(before).length), after);
      case "delete":
        return this.#edit(before, after.slice(firstGrapheme(after).length));
      case "erase-word":
        return this.#edit(before.slice(0, wordStart(before)), after);
      case "erase-before":
        return this.#edit("", after);
      case "erase-after":
        return this.#edit(before, "");
      case "left":
        return this.#moveTo(before.length - lastGrapheme(before).length);
      case "right":
        return this.#moveTo(before.length + firstGrapheme(after).length);
      case "word-left":
        return this.#moveTo(wordStart(before));
      case "word-right":
        return this.#moveTo(before.length + wordEnd(after));
      case "home":
        return this.#moveTo(0);
      case "end":
        return this.#moveTo(before.length + after.length);
      case "older":
        return this.#recall(-1);
      case "newer":
        return this.#recall(1);
    }
  }

  #enter(): Partial<TypedLine> {
    const line = this.#before + this.#after;
    const screen = `${shown(this.#after)}\r\n`;
    if (line.trim() !== "" && line !== this.#history.at(-1)) this.#history.push(line);
    if (this.#history.length > MAX_HISTORY) this.#history.shift();
    this.clear();
    return { screen, input: `${line}\n` };
  }

  /** Gives the program what stands there and `text`, without the end of a line. */
  #handOver(text: string): Partial<TypedLine> {
    const [before, after] = [this.#before, this.#after];
    this.clear();
    return { screen: shown(after + text), input: before + after + text };
  }

  #recall(step: 1 | -1): Partial<TypedLine> {
    const { length } = this.#history;
    const index = (this.#recalled ?? length) + step;
    if (index < 0 || index > length) return {};
    if (this.#recalled === null) this.#draft = this.#before + this.#after;
    this.#recalled = index === length ? null : index;
    return this.#edit(this.#history[index] ?? this.#draft, "");
  }

  #moveTo(cursor: number): Partial<TypedLine> {
    const line = this.#before + this.#after;
    return this.#edit(line.slice(0, cursor), line.slice(cursor));
  }

  #edit(before: string, after: string): Partial<TypedLine> {
    if (before === this.#before && after === this.#after) return {};
    const hidden = this.hide();
    this.#set(before, after);
    return { screen: hidden + this.show() };
  }

  #set(before: string, after: string): void {
    this.#before = before;
    this.#after = after;
  }
}

/** `text` as the screen shows it: control characters as ^X, those of eight bits and halves of characters as �. */
function shown(text: string): string {
  const caret = (control: string): string => `^${String.fromCharCode(control.charCodeAt(0) ^ 0x40)}`;
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, "\ufffd")
      .replaceAll("\t", TAB)
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replaceAll(/[\x00-\x1f\x7f]/g, caret)
      .replaceAll(/[\x80-\x9f]/g, "\ufffd")
  );
}

function lastGrapheme(text: string): string {
  return Array.from(GRAPHEMES.segment(text.slice(-MAX_GRAPHEME)), ({ segment }) => segment).at(-1) ?? "";
}

function firstGrapheme(text: string): string {
  return Array.from(GRAPHEMES.segment(text.slice(0, MAX_GRAPHEME)), ({ segment }) => segment)[0] ?? "";
}

/** Where the last word begins: blanks behind it belong to it. */
function wordStart(text: string): number {
  return text.trimEnd().search(/\S*$/);
}

/** Where the first word ends, with the blanks before it. */
function wordEnd(text: string): number {
  return /^\s*\S*/.exec(text)![0].length;
}
