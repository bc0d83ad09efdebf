// The terminal of one run: its screen, the line that is typed, and what the run prints. It outlives the run, to be read.

import { formatDuration } from "../../components/primitives/format-duration.ts";
import { LineDiscipline, type LineHistory } from "../../components/terminal/line-discipline.ts";
import { OutputFeed } from "../../components/terminal/output-feed.ts";
import type { TerminalScreen } from "../../components/terminal/terminal-screen.ts";
import type { RunInput } from "../../workers/run/input/input-pipe.ts";
import { busy } from "../idle.ts";
import { notify } from "../notices/notices-store.ts";

export interface TerminalEvents {
  /** The person interrupts the run. */
  readonly onInterrupt: () => void;
  /** The person wants to go on elsewhere with the keyboard. */
  readonly onLeave: () => void;
}

const INTERRUPT = "\x03";
/** Rows that are kept of a run that is over once another has begun. */
const ENDED_ROWS = 1_000;
const MUTED = "\x1b[90m";
const PLAIN = "\x1b[0m";
/** Ends what a program may have left switched, another screen and colours, and takes away the cursor. */
const RESTORE = `\x1b[?47l\x1b[?25l${PLAIN}`;

export class TerminalSession {
  readonly #line: LineDiscipline;
  readonly #events: TerminalEvents;
  readonly #decoders = new Map<string, TextDecoder>();
  readonly #feed: OutputFeed;
  readonly #listeners = new Set<() => void>();
  /** Null where it could not be loaded. */
  readonly #screen: Promise<TerminalScreen | null>;
  #shown: TerminalScreen | null = null;
  #state: "starting" | "open" | "closed" = "starting";
  #input: RunInput | null = null;
  /** What was typed before the run could read it. */
  #ahead = "";
  /** The last character that is shown ended a line. */
  #isAtLineStart = true;
  #noteGone = (): void => {};
  readonly #gone = new Promise<void>((resolve) => (this.#noteGone = resolve));
  #isGone = false;

  /** @param history lines of earlier terminals, to be recalled and added to */
  constructor(history: LineHistory, events: TerminalEvents) {
    this.#line = new LineDiscipline(history);
    this.#events = events;
    this.#screen = this.#open();
    this.#feed = new OutputFeed(
      (text) => busy(this.#draw(text)),
      (run) => void requestAnimationFrame(run),
    );
  }

  /** The screen, or null until it is loaded. */
  readonly screen = (): TerminalScreen | null => this.#shown;

  /** Tells when there is a screen, and when one can or can't type any more. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** From now on the run reads what is typed; null where it may not. */
  connect(input: RunInput | null): void {
    if (this.#state !== "starting") return;
    this.#state = "open";
    this.#input = input;
    const ahead = this.#ahead;
    this.#ahead = "";
    this.type(ahead);
    this.#notify();
  }

  readonly takesInput = (): boolean => this.#input !== null;

  /** What an instance wrote to one of its streams. */
  print(instance: string, stream: string, bytes: Uint8Array): void {
    const key = `${instance} ${stream}`;
    let decoder = this.#decoders.get(key);
    if (!decoder) this.#decoders.set(key, (decoder = new TextDecoder()));
    this.#push(decoder.decode(bytes, { stream: true }));
  }

  /** A line of the workbench's own, after what was begun. */
  say(text: string): void {
    this.#push(`${this.#isAtLineStart ? "" : "\n"}${PLAIN}${MUTED}${text}${PLAIN}\n`);
  }

  /** The run is over: nothing can be typed any more. */
  close(lines: readonly string[], durationMs: number): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#input = null;
    this.#line.clear();
    this.#feed.push(RESTORE);
    for (const [i, line] of lines.entries()) this.say(i === 0 ? `${line} after ${formatDuration(durationMs)}` : line);
    this.#notify();
  }

  /** What somebody types, as a terminal reports it. */
  type(data: string): void {
    const input = this.#input;
    if (this.#state !== "closed" && !input && data.includes(INTERRUPT)) this.#events.onInterrupt();
    else if (this.#state === "starting") this.#ahead += data;
    else if (input) this.#enter(data, input);
  }

  #enter(data: string, input: RunInput): void {
    const typed = this.#line.type(data);
    if (typed.screen !== "") this.#isAtLineStart = typed.screen.endsWith("\n");
    void this.#screen.then((screen) => screen?.write(typed.screen));
    if (typed.input !== "") void input.write(new TextEncoder().encode(typed.input));
    if (typed.signal === "interrupt") this.#events.onInterrupt();
    if (typed.signal === "end") this.endInput();
  }

  /** The run finds the end of its input behind what was entered. */
  endInput(): void {
    void this.#input?.end();
    this.#input = null;
    this.#notify();
  }

  /** Keeps less of a run that is over. */
  shorten(): void {
    this.#shown?.keepRows(ENDED_ROWS);
  }

  dispose(): void {
    this.#isGone = true;
    this.#noteGone();
    this.#shown?.dispose();
  }

  async #open(): Promise<TerminalScreen | null> {
    const module = await busy(import("../../components/terminal/terminal-screen.ts")).catch(() => null);
    if (!module)
      notify({ tone: "error", message: "The terminal could not be loaded; the console has what is printed." });
    if (!module || this.#isGone) return null;
    const screen = new module.TerminalScreen({
      onTyped: (data) => this.type(data),
      onLeave: () => this.#events.onLeave(),
    });
    this.#shown = screen;
    this.#notify();
    return screen;
  }

  #push(text: string): void {
    if (text === "") return;
    this.#isAtLineStart = text.endsWith("\n");
    this.#feed.push(text);
  }

  async #draw(text: string): Promise<void> {
    const screen = await this.#screen;
    if (!screen || this.#isGone) return;
    await Promise.race([this.#gone, screen.write(this.#line.hide() + text + this.#line.show())]);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
