// Replacements in a text, applied to any part of it: what they don't touch stays as it was, to the byte.

import type { Span } from "../base/diagnostics.ts";

export class TextEdits {
  readonly #text: string;
  readonly #edits: (Span & { readonly text: string })[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  replace({ start, end }: Span, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace({ start: at, end: at }, text);
  }

  /**
   * The part of the text in `span` with the edits inside of it; an edit inside another one is lost with it.
   * An edit of exactly `span` doesn't count: it says what stands in its place elsewhere.
   */
  render({ start, end }: Span): string {
    const inside = this.#edits
      .filter((edit) => edit.start >= start && edit.end <= end && !(edit.start === start && edit.end === end))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    let result = "";
    let offset = start;
    for (const edit of inside) {
      if (edit.start < offset) continue;
      result += this.#text.slice(offset, edit.start) + edit.text;
      offset = edit.end;
    }
    return result + this.#text.slice(offset, end);
  }
}
