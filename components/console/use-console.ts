// The state that a console and its toolbar share: filters, the search, and which match it has led to.
// Both take the same object, so what the toolbar counts is what the view shows.

import { useDeferredValue, useMemo, useState } from "react";

import { type ConsoleLines, type ConsoleQuery, EVERYTHING, keptLines, matchingRows } from "./console-model.ts";

export interface ConsoleState {
  readonly lines: ConsoleLines;
  /** Every instance that prints; the longest name sets the width of its column. */
  readonly instances: readonly string[];
  readonly query: ConsoleQuery;
  readonly onQueryChange: (query: ConsoleQuery) => void;
  /** Positions of the lines that the filters keep, or null for all. */
  readonly kept: readonly number[] | null;
  /** Rows among them where the search was found. */
  readonly matches: readonly number[];
  /** Which of the matches, from 0; null without any. */
  readonly match: number | null;
  readonly onStepMatch: (step: 1 | -1) => void;
}

export function useConsole(lines: ConsoleLines, instances: readonly string[]): ConsoleState {
  const [query, setQuery] = useState(EVERYTHING);
  const [step, setStep] = useState(0);
  const search = useDeferredValue(query.search);
  const kept = useMemo(() => keptLines(lines, query), [lines, query]);
  const matches = useMemo(() => matchingRows(lines, kept, search), [lines, kept, search]);
  return {
    lines,
    instances,
    query,
    kept,
    matches,
    match: matches.length === 0 ? null : ((step % matches.length) + matches.length) % matches.length,
    onStepMatch: (by) => setStep(step + by),
    onQueryChange: (next) => {
      if (next.search !== query.search) setStep(0);
      setQuery(next);
    },
  };
}
