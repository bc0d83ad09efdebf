// The screen of a terminal, which lives on while nobody looks at it. What a program prints can colour and erase; it can't
// make the terminal answer the keyboard differently, offer links, or ask it anything.

import { FitAddon } from "@xterm/addon-fit";
import { type ITerminalOptions, type IUnicodeVersionProvider, Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";

import { cellsOfCodePoint } from "./cell-width.ts";
import { terminalStyle } from "./terminal-theme.ts";

const OPTIONS: ITerminalOptions = {
  allowProposedApi: true,
  convertEol: true,
  cursorBlink: false,
  fontSize: 12,
  lineHeight: 1.25,
  minimumContrastRatio: 4.5,
  overviewRuler: { width: 10 },
  scrollback: 5_000,
};

/** What a program may switch: the cursor's visibility, and the screen for full-page programs; and what edits lines. */
const MODES: ReadonlySet<unknown> = new Set([25, 47, 1047, 1049]);
const CROSS_ROWS = 45;
const HYPERLINK = 8;

const WIDTHS = "witloom";

export interface ScreenEvents {
  /** What was typed or pasted, as terminals report it. */
  readonly onTyped: (data: string) => void;
  /** The person wants to go on elsewhere with the keyboard. */
  readonly onLeave: () => void;
}

export class TerminalScreen {
  readonly #terminal = new Terminal(OPTIONS);
  readonly #fit = new FitAddon();

  constructor({ onTyped, onLeave }: ScreenEvents) {
    const terminal = this.#terminal;
    terminal.unicode.register(unicodeProvider());
    terminal.unicode.activeVersion = WIDTHS;
    terminal.loadAddon(this.#fit);
    terminal.onData(onTyped);
    terminal.attachCustomKeyEventHandler((event) => this.#takesKey(event, onLeave));
    restrictModes(terminal);
  }

  /** Resolves when `text` has been taken in; it is drawn with the next frame. */
  write(text: string): Promise<void> {
    return new Promise((resolve) => this.#terminal.write(text, resolve));
  }

  /** Shows the screen in `parent`, as large as that is. @param label what the field that takes the keys is called */
  attach(parent: HTMLElement, label: string): void {
    const { element } = this.#terminal;
    if (element) parent.append(element);
    else this.#terminal.open(parent);
    this.#terminal.textarea?.setAttribute("aria-label", label);
    this.restyle(parent);
    this.fit();
  }

  /** Takes its size and colours from where it stands. */
  restyle(parent: Element): void {
    Object.assign(this.#terminal.options, terminalStyle(parent));
  }

  /** Has what is printed read aloud; characters that no key stands for can't be entered then. */
  readAloud(isRead: boolean): void {
    this.#terminal.options.screenReaderMode = isRead;
  }

  fit(): void {
    this.#fit.fit();
  }

  focus(): void {
    this.#terminal.focus();
  }

  /** Empties it but for the line of the cursor. */
  clear(): void {
    this.#terminal.clear();
  }

  /** The text of the whole screen, with what has scrolled off it, without the blank rows at its end. */
  text(): string {
    const { active } = this.#terminal.buffer;
    const rows = Array.from({ length: active.length }, (_, i) => active.getLine(i)!);
    const text = rows.map((row, i) => {
      const goesOn = rows[i + 1]?.isWrapped === true;
      return row.translateToString(!goesOn) + (goesOn ? "" : "\n");
    });
    return text.join("").trimEnd();
  }

  /** Keeps no more rows that have scrolled off it; nothing is added any more. */
  keepRows(rows: number): void {
    this.#terminal.options.scrollback = rows;
  }

  dispose(): void {
    this.#terminal.dispose();
  }

  /** False for keys that are the page's. */
  #takesKey(event: KeyboardEvent, onLeave: () => void): boolean {
    if (event.type !== "keydown") return true;
    const { key, ctrlKey, metaKey } = event;
    if (key === "Escape" && !event.isComposing) {
      onLeave();
      return false;
    }
    if (metaKey || /^F\d+$/.test(key)) return false;
    if (!ctrlKey) return true;
    // Copying and pasting, and the commands that begin or end a run or show the panel.
    if (key === "c" && this.#terminal.hasSelection()) return false;
    return !["v", "V", "C", "Enter", "j"].includes(key);
  }
}

function unicodeProvider(): IUnicodeVersionProvider {
  return {
    version: WIDTHS,
    wcwidth: cellsOfCodePoint,
    /** The width in bits 1 and 2; bit 0 says that the character joins the one before. */
    charProperties(codePoint, preceding) {
      const width = cellsOfCodePoint(codePoint);
      const widthBefore = (preceding >> 1) & 3;
      return width === 0 && widthBefore > 0 ? (widthBefore << 1) | 1 : width << 1;
    },
  };
}

function restrictModes({ parser }: Terminal): void {
  const isRefused = (params: readonly (number | number[])[], crossRows: boolean): boolean =>
    !params.every((mode) => MODES.has(mode) || (crossRows && mode === CROSS_ROWS));
  parser.registerCsiHandler({ prefix: "?", final: "h" }, (params) => isRefused(params, true));
  parser.registerCsiHandler({ prefix: "?", final: "l" }, (params) => isRefused(params, false));
  parser.registerOscHandler(HYPERLINK, () => true);
}
