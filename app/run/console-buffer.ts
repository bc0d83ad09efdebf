// What instances print → lines, in order. Bytes arrive cut anywhere; each stream of each instance has a line of its own
// under way. Old lines go when there are too many.

import type { ConsoleLine, ConsoleLines } from "../../components/console/console-model.ts";

type Stream = ConsoleLine["stream"];

interface OpenLine {
  readonly decoder: TextDecoder;
  text: string;
}

const MAX_LINES = 200_000;
const DROPPED_AT_ONCE = 20_000;
const DROPPED: ConsoleLine = { stream: "system", instance: null, text: "Older lines were dropped" };
/** A line is cut here, so that a program that never ends one doesn't fill the memory. */
const MAX_LINE_LENGTH = 20_000;

export class ConsoleBuffer {
  #lines: ConsoleLine[] = [];
  readonly #open = new Map<string, OpenLine>();
  readonly #instances = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #snapshot: ConsoleSnapshot = { lines: linesOf([]), instances: [] };
  #changed = false;

  /** Adds what `instance` wrote to one of its streams. */
  write(instance: string, stream: "stdout" | "stderr", bytes: Uint8Array): void {
    this.#instances.add(instance);
    const key = `${instance} ${stream}`;
    let open = this.#open.get(key);
    if (!open) this.#open.set(key, (open = { decoder: new TextDecoder(), text: "" }));
    const pieces = (open.text + open.decoder.decode(bytes, { stream: true })).split("\n");
    open.text = pieces.pop()!;
    for (const text of pieces) this.#add({ stream, instance, text: text.replace(/\r$/, "") });
    while (open.text.length > MAX_LINE_LENGTH) {
      this.#add({ stream, instance, text: open.text.slice(0, MAX_LINE_LENGTH) });
      open.text = open.text.slice(MAX_LINE_LENGTH);
    }
    this.#notify();
  }

  /** Adds a line of the workbench's own, after what was begun. */
  say(text: string): void {
    this.flush();
    for (const line of text.split("\n")) this.#add({ stream: "system", instance: null, text: line });
    this.#notify();
  }

  /** Ends all lines that are under way. */
  flush(): void {
    for (const [key, { text }] of this.#open) {
      if (text === "") continue;
      const [instance = "", stream] = key.split(" ");
      this.#add({ stream: stream as Stream, instance, text });
    }
    this.#open.clear();
    this.#notify();
  }

  /** Lets all but the last `count` lines go. */
  keepLast(count: number): void {
    if (this.#lines.length > count) this.#dropFirst(this.#lines.length - count);
  }

  clear(): void {
    this.#lines = [];
    this.#open.clear();
    this.#instances.clear();
    this.#notify();
  }

  readonly snapshot = (): ConsoleSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #add(line: ConsoleLine): void {
    this.#lines.push(line);
    if (this.#lines.length > MAX_LINES) this.#dropFirst(DROPPED_AT_ONCE);
  }

  #dropFirst(count: number): void {
    // The note of an earlier time goes as well.
    this.#lines = [DROPPED, ...this.#lines.slice(count + 1)];
    this.#notify();
  }

  /** Tells at most once a frame. */
  #notify(): void {
    if (this.#changed) return;
    this.#changed = true;
    requestAnimationFrame(() => {
      this.#changed = false;
      this.#snapshot = { lines: linesOf(this.#lines), instances: [...this.#instances] };
      for (const listener of this.#listeners) listener();
    });
  }
}

export interface ConsoleSnapshot {
  readonly lines: ConsoleLines;
  readonly instances: readonly string[];
}

function linesOf(lines: readonly ConsoleLine[]): ConsoleLines {
  const count = lines.length;
  return { count, lineAt: (index) => lines[index]! };
}
