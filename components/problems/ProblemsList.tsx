// All that is wrong, errors first; Enter or a click goes there.
// The filter stands apart, in the bar of the panel, over the same query.

import { CircleCheck, Search } from "lucide-react";

import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { SearchField } from "../primitives/SearchField.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import { filterProblems, type ProblemRow, type ProblemsQuery } from "./problem-model.ts";
import { ProblemItem } from "./ProblemItem.tsx";
import styles from "./ProblemsList.module.css";

export interface ProblemsListProps {
  readonly problems: readonly ProblemRow[];
  readonly query: ProblemsQuery;
  readonly onQueryChange: (query: ProblemsQuery) => void;
  readonly onGoTo: (id: string) => void;
}

export function ProblemsList({ problems, query, onQueryChange, onGoTo }: ProblemsListProps) {
  const shown = filterProblems(problems, query);
  if (problems.length === 0) {
    return (
      <EmptyState glyph={CircleCheck} title="No problems">
        Every import is supplied and every wire fits.
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        glyph={Search}
        title="No problem passes this filter"
        actions={
          <Button onClick={() => onQueryChange({ text: "", severity: "all" })}>Show all {problems.length}</Button>
        }
      />
    );
  }
  return (
    <ul className={styles.list} onKeyDown={(event) => moveFocusByArrows(event, "[data-row]")}>
      {shown.map((problem) => (
        <ProblemItem key={problem.id} problem={problem} onGoTo={() => onGoTo(problem.id)} />
      ))}
    </ul>
  );
}

/** Stands in the bar of the bottom panel. */
export function ProblemsFilter({ problems, query, onQueryChange }: Omit<ProblemsListProps, "onGoTo">) {
  const count = (severity: ProblemRow["severity"]) => problems.filter((each) => each.severity === severity).length;
  return (
    <>
      <SearchField
        kind="filter"
        size="small"
        label="Filter problems"
        value={query.text}
        onChange={(text) => onQueryChange({ ...query, text })}
      />
      <SegmentedControl
        label="Severity"
        value={query.severity}
        onChange={(severity) => onQueryChange({ ...query, severity })}
        segments={[
          { value: "all", label: "All" },
          { value: "error", label: `Errors ${count("error")}` },
          { value: "warning", label: `Warnings ${count("warning")}` },
        ]}
      />
    </>
  );
}
