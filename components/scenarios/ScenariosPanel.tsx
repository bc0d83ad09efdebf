// The scenarios of a composition: the list with how each ended, and the chosen one with what it expects and found.

import { ListChecks, Search } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { filterScenarios, type ScenarioDetail, type ScenarioRow, type ScenariosQuery } from "./scenario-model.ts";
import { ScenarioList, type ScenarioListProps } from "./ScenarioList.tsx";
import { ScenarioView, type ScenarioViewProps } from "./ScenarioView.tsx";
import styles from "./ScenariosPanel.module.css";

export interface ScenariosPanelProps
  extends Omit<ScenarioListProps, "rows">, Pick<ScenarioViewProps, "onChange" | "onAccept" | "onShowInForm"> {
  readonly rows: readonly ScenarioRow[];
  readonly detail: ScenarioDetail | null;
  readonly query: ScenariosQuery;
  readonly onQueryChange: (query: ScenariosQuery) => void;
}

export function ScenariosPanel(props: ScenariosPanelProps) {
  const { rows, detail, query, onQueryChange, onChange, onAccept, onShowInForm, ...list } = props;
  const shown = filterScenarios(rows, query);
  if (rows.length === 0) {
    return (
      <EmptyState glyph={ListChecks} title="No scenarios yet">
        A scenario is a call with what must come of it. Call something in Run, then save it from its result or from the
        history. Each scenario gets instances of its own, so that none depends on another. They are kept in the project
        as <code>scenarios.json</code>, and <code>witloom test</code> runs them on the command line.
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        glyph={Search}
        title="No scenario passes this filter"
        actions={<Button onClick={() => onQueryChange({ text: "", state: "all" })}>Show all {rows.length}</Button>}
      />
    );
  }
  return (
    <div className={styles.panel}>
      <ScenarioList {...list} rows={shown} />
      {detail === null ? (
        <div className={styles.nothing}>
          <EmptyState title="Choose a scenario">What it expects, and what was found, appears here.</EmptyState>
        </div>
      ) : (
        <ScenarioView
          key={detail.name}
          detail={detail}
          onChange={onChange}
          onAccept={onAccept}
          onShowInForm={onShowInForm}
          onRun={() => list.onRun(detail.name)}
          runDisabledReason={list.runDisabledReason}
        />
      )}
    </div>
  );
}
