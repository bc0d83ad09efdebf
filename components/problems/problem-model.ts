// What is wrong with the composition, as rows: where, why, and what to do next.
// Codes are stable; the wording comes from the caller.

export interface ProblemRow {
  readonly id: string;
  readonly severity: "error" | "warning";
  /** Stable: `W1203`. */
  readonly code: string;
  /** One sentence; names of places are strong. */
  readonly message: readonly MessagePart[];
  /** What would solve it; null where only the message helps. */
  readonly help: readonly MessagePart[] | null;
  readonly actions: readonly ProblemAction[];
  /** Opens what there is to read about the code. */
  readonly onExplain: () => void;
}

export type MessagePart = string | { readonly name: string };

export interface ProblemAction {
  readonly label: string;
  readonly disabledReason?: string | null | undefined;
  readonly onSelect: () => void;
}

export interface ProblemsQuery {
  readonly text: string;
  readonly severity: "all" | "error" | "warning";
}

/** The rows that pass, errors first, otherwise in their given order. */
export function filterProblems(problems: readonly ProblemRow[], query: ProblemsQuery): readonly ProblemRow[] {
  const text = query.text.trim().toLowerCase();
  const passing = problems.filter(
    (problem) =>
      (query.severity === "all" || problem.severity === query.severity) &&
      [problem.code, plainText(problem.message), plainText(problem.help ?? [])].some((part) =>
        part.toLowerCase().includes(text),
      ),
  );
  return [
    ...passing.filter((problem) => problem.severity === "error"),
    ...passing.filter((problem) => problem.severity === "warning"),
  ];
}

/** `parts` without emphasis, for names and clipboards. */
export function plainText(parts: readonly MessagePart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.name)).join("");
}
