// What a run has printed, line by line, and which lines a query keeps.
// Positions count from the first line ever kept; rows count among the lines that a filter leaves.

import { stripAnsi } from "./ansi.ts";

export interface ConsoleLine {
  readonly stream: "stdout" | "stderr" | "system";
  /** The instance that printed it; null for what the workbench itself says. */
  readonly instance: string | null;
  /** May carry terminal escapes; no line breaks. */
  readonly text: string;
}

/** Lines by position, so that a growing buffer needn't be copied. A new object stands for new content. */
export interface ConsoleLines {
  readonly count: number;
  lineAt(index: number): ConsoleLine;
}

export interface ConsoleQuery {
  readonly search: string;
  readonly stream: ConsoleLine["stream"] | "all";
  /** Null for every instance. */
  readonly instance: string | null;
  readonly wrap: boolean;
}

export const EVERYTHING: ConsoleQuery = { search: "", stream: "all", instance: null, wrap: false };

/** Positions of the lines that the filters keep, or null where they keep all. */
export function keptLines(lines: ConsoleLines, query: ConsoleQuery): readonly number[] | null {
  if (query.stream === "all" && query.instance === null) return null;
  const kept: number[] = [];
  for (let index = 0; index < lines.count; index += 1) {
    const line = lines.lineAt(index);
    const wanted =
      (query.stream === "all" || line.stream === query.stream) &&
      (query.instance === null || line.instance === query.instance);
    if (wanted) kept.push(index);
  }
  return kept;
}

/** Rows whose text contains the search, by their place among the kept lines; none for an empty search. */
export function matchingRows(lines: ConsoleLines, kept: readonly number[] | null, search: string): readonly number[] {
  const needle = search.toLowerCase();
  if (needle === "") return [];
  const rows: number[] = [];
  const count = kept?.length ?? lines.count;
  for (let row = 0; row < count; row += 1) {
    const text = lines.lineAt(kept?.[row] ?? row).text;
    if (stripAnsi(text).toLowerCase().includes(needle)) rows.push(row);
  }
  return rows;
}

/** The kept lines as plain text, for the clipboard. */
export function plainText(lines: ConsoleLines, kept: readonly number[] | null): string {
  const count = kept?.length ?? lines.count;
  const texts = Array.from({ length: count }, (_, row) => stripAnsi(lines.lineAt(kept?.[row] ?? row).text));
  return texts.join("\n");
}

export interface FoundPiece {
  readonly text: string;
  readonly offset: number;
  readonly found: boolean;
}

/** `text` cut at every occurrence of `search`, whichever case: plain and found pieces in turn. */
export function splitAtMatches(text: string, search: string): readonly FoundPiece[] {
  const needle = search.toLowerCase();
  if (needle === "") return [{ text, offset: 0, found: false }];
  const pieces: FoundPiece[] = [];
  const lower = text.toLowerCase();
  const push = (from: number, to: number, found: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), offset: from, found });
  };
  let from = 0;
  for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, from)) {
    push(from, at, false);
    from = at + needle.length;
    push(at, from, true);
  }
  push(from, text.length, false);
  return pieces;
}
