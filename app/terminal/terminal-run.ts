// Which run's terminal is looked at.

import type { RunRecord } from "../run/run-record.ts";
import { runsOf, shownRun, type useRuns } from "../run/run-store.ts";
import type { TerminalSession } from "./terminal-session.ts";

type RunInTerminal = RunRecord & { readonly terminal: TerminalSession };

/** The run that is looked at, if it is in a terminal, else the newest one that is; null before the first. */
export function terminalRun(documentId: string, state?: ReturnType<typeof useRuns.getState>): RunInTerminal | null {
  const shown = shownRun(documentId, state);
  if (shown && isInTerminal(shown)) return shown;
  return runsOf(documentId, state).findLast(isInTerminal) ?? null;
}

function isInTerminal(run: RunRecord): run is RunInTerminal {
  return run.terminal !== null;
}
