// The wording of every diagnostic, with its stable code; the tables stand in `wordings/`.
// Names stand in backticks; readers may set them off.
// Codes: W094x scenarios, W1xxx reading a file, W2xxx WAC text, W3xxx a composition, W31xx a target world, W4xxx editing it,
// W5xxx a project folder, W6xxx taking components apart, plugging and comparing them.

import type { Diagnostic, DiagnosticKind, DiagnosticParameters } from "./diagnostics.ts";
import { READING } from "./wordings/reading.ts";
import { WAC } from "./wordings/wac.ts";
import { COMPOSITION } from "./wordings/composition.ts";
import { EDITING } from "./wordings/editing.ts";
import { PROJECT } from "./wordings/project.ts";
import { SCENARIOS } from "./wordings/scenarios.ts";
import { COMPARING } from "./wordings/comparing.ts";
import type { Severity, Wording, Wordings } from "./wordings/wording-table.ts";

export type { Severity };

export interface Description {
  /** `W3004`; never reused for anything else. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do next, or null. */
  readonly help: string | null;
}

const WORDINGS: Wordings = { ...READING, ...WAC, ...COMPOSITION, ...EDITING, ...PROJECT, ...SCENARIOS, ...COMPARING };

/** Every code with the kind that it stands for, in the order of codes. */
export const CODES: readonly { readonly code: string; readonly kind: DiagnosticKind }[] = Object.entries(WORDINGS)
  .map(([kind, { code }]) => ({ code, kind: kind as DiagnosticKind }))
  .toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** `diagnostic` in words. */
export function describeDiagnostic<K extends DiagnosticKind>(diagnostic: Diagnostic<K>): Description {
  const kind: K = diagnostic.kind;
  const wording: Wording<DiagnosticParameters[K]> = WORDINGS[kind];
  const parameters = diagnostic as unknown as DiagnosticParameters[K];
  const { code, severity = "error", message, help } = wording;
  return {
    code,
    severity,
    message: message(parameters),
    help: typeof help === "function" ? help(parameters) : (help ?? null),
  };
}

/** One line for a terminal or a log: `error W3004: …`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { code, severity, message, help } = describeDiagnostic(diagnostic);
  return `${severity} ${code}: ${message}${help === null ? "" : `\n  ${help}`}`;
}
