// Scenarios as the panel shows them: a row for each, and all of the chosen one. Values are WAVE, as text.

export type ScenarioState = "not-run" | "running" | "passed" | "failed";

export interface ScenarioRow {
  /** Unique. */
  readonly name: string;
  /** What its last step does: `greeter · greet("Ada")`. */
  readonly summary: string;
  readonly state: ScenarioState;
  /** Null before it was run. */
  readonly durationMs: number | null;
}

export interface ScenarioDetail {
  readonly name: string;
  readonly state: ScenarioState;
  readonly steps: readonly StepDetail[];
  readonly failure: FailureDetail | null;
}

export interface StepDetail {
  readonly instance: string | null;
  /** `greet("Ada", calm)` */
  readonly action: string;
  readonly expectations: readonly Expectation[];
  /** Why it can't be shown in the form, or null. */
  readonly formDisabledReason: string | null;
}

/** One thing that is expected, which can be edited. */
export interface Expectation {
  readonly id: string;
  readonly label: string;
  /** What kind of thing is expected; null where there is only one. */
  readonly kind: { readonly value: string; readonly options: readonly { value: string; label: string }[] } | null;
  /** Null where the kind says all. */
  readonly text: string | null;
  readonly multiline: boolean;
  readonly error: string | null;
  /** Why a text that is being typed can't be kept yet, or null; what can't be kept stays in the field alone. */
  readonly validate?: (text: string) => string | null;
}

export interface FailureDetail {
  /** From 0; null where nothing could be started. */
  readonly step: number | null;
  readonly message: string;
  readonly comparison: { readonly expected: string; readonly found: string } | null;
  readonly refusals: readonly string[];
  /** What was found can be expected from now on. */
  readonly canAccept: boolean;
}

export interface ScenariosQuery {
  readonly text: string;
  readonly state: "all" | "failed";
}

/** The rows that pass the filter. */
export function filterScenarios(rows: readonly ScenarioRow[], { text, state }: ScenariosQuery): readonly ScenarioRow[] {
  const wanted = text.toLowerCase();
  return rows.filter((row) => {
    if (state === "failed" && row.state !== "failed") return false;
    return row.name.toLowerCase().includes(wanted) || row.summary.toLowerCase().includes(wanted);
  });
}

/** `2 failed, 3 passed`; empty before anything was run. */
export function describeResults(rows: readonly ScenarioRow[]): string {
  const count = (state: ScenarioState): number => rows.filter((row) => row.state === state).length;
  const parts = [
    [count("failed"), "failed"],
    [count("passed"), "passed"],
  ] as const;
  return parts.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : [])).join(", ");
}
