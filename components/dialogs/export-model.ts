// What is taken away, in which form, and whether it may be.
// Only a composed component must be free of errors: text can be taken away as it is.

export type ExportFormat = "component" | "wac" | "project";

export interface ExportChoice {
  readonly format: ExportFormat;
  /** Whether a composed component carries its parts, or imports them from whoever runs it. */
  readonly dependencies: "embed" | "import";
}

export type ExportValidation =
  /** Nothing has been composed: another form was chosen, or problems stand in the way. */
  | { readonly kind: "none" }
  | { readonly kind: "checking"; readonly note: string }
  | { readonly kind: "valid"; readonly note: string }
  /** Composed, but nothing could check it, and why. */
  | { readonly kind: "unchecked"; readonly note: string }
  | { readonly kind: "invalid"; readonly message: string };

/** What came of running the composed component before it is taken away. */
export type ExportTrial =
  | { readonly kind: "none" }
  /** What is being prepared. */
  | { readonly kind: "starting"; readonly note: string }
  /** It is up, and took so long to be. */
  | { readonly kind: "up"; readonly durationMs: number }
  | { readonly kind: "failed"; readonly reason: string };

/** Why the composed component can't be run now, or null. */
export function trialDisabledReason(
  choice: ExportChoice,
  problemCount: number,
  validation: ExportValidation,
  trial: ExportTrial,
): string | null {
  if (trial.kind === "starting") return "It is starting";
  if (choice.dependencies === "import") return "It imports its components: whoever runs it supplies them";
  return exportDisabledReason(choice, problemCount, validation);
}

export interface ExportedWorld {
  /** Names with versions: `wasi:http/incoming-handler@0.2.3`. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

/** Why the export can't be taken now, or null. Text of a composition may be taken with its problems. */
export function exportDisabledReason(
  choice: ExportChoice,
  problemCount: number,
  validation: ExportValidation,
): string | null {
  if (choice.format !== "component") return null;
  if (problemCount > 0) return problemCount === 1 ? "Solve the error first" : `Solve the ${problemCount} errors first`;
  if (validation.kind === "invalid") return "The composed component is not valid";
  if (validation.kind === "checking") return "It is still being composed";
  return null;
}
