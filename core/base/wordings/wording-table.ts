// What a table of wordings is: for each kind of diagnostic a stable code, a message, and what to do next.

import type { DiagnosticKind, DiagnosticParameters } from "../diagnostics.ts";

export type Severity = "error" | "warning";

export interface Wording<P> {
  readonly code: string;
  readonly severity?: Severity;
  readonly message: (parameters: P) => string;
  readonly help?: string | ((parameters: P) => string | null);
}

export type Wordings = { readonly [K in DiagnosticKind]: Wording<DiagnosticParameters[K]> };
