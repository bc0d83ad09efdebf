// The terminals of runs: opened when a command runs in one, with the lines that were entered in those before.

import type { LineHistory } from "../../components/terminal/line-discipline.ts";
import { leaveTerminal } from "./terminal-focus.ts";
import { TerminalSession } from "./terminal-session.ts";

/** By document. */
const HISTORIES = new Map<string, LineHistory>();

/** A terminal for a run that begins. @param interrupt ends the run */
export function openTerminal(documentId: string, interrupt: () => void): TerminalSession {
  const history = HISTORIES.get(documentId) ?? [];
  HISTORIES.set(documentId, history);
  return new TerminalSession(history, { onInterrupt: interrupt, onLeave: leaveTerminal });
}

export function forgetTerminals(documentId: string): void {
  HISTORIES.delete(documentId);
}
