// Running scenarios and narrowing the list. Stands in the bar of the bottom panel.

import { Play, RotateCw, Square } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { SearchField } from "../primitives/SearchField.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import text from "../styles/text.module.css";
import { describeResults, type ScenarioRow, type ScenariosQuery } from "./scenario-model.ts";

export interface ScenariosToolbarProps {
  readonly rows: readonly ScenarioRow[];
  readonly query: ScenariosQuery;
  readonly onQueryChange: (query: ScenariosQuery) => void;
  /** How many of how many are done, or null where none are run. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly runAllDisabledReason: string | null;
  readonly runFailedDisabledReason: string | null;
  readonly onRunAll: () => void;
  readonly onRunFailed: () => void;
  readonly onStop: () => void;
}

export function ScenariosToolbar(props: ScenariosToolbarProps) {
  const { rows, query, onQueryChange, progress } = props;
  const failed = rows.filter(({ state }) => state === "failed").length;
  if (rows.length === 0) return null;
  return (
    <>
      <span className={text.count} role="status">
        {progress === null ? describeResults(rows) : `${progress.done} of ${progress.total} done`}
      </span>
      <SearchField
        kind="filter"
        size="small"
        label="Filter scenarios"
        value={query.text}
        onChange={(value) => onQueryChange({ ...query, text: value })}
      />
      <SegmentedControl
        label="Which scenarios"
        value={query.state}
        onChange={(state) => onQueryChange({ ...query, state })}
        segments={[
          { value: "all", label: "All" },
          { value: "failed", label: `Failed ${failed}` },
        ]}
      />
      <Button size="small" glyph={Play} disabledReason={props.runAllDisabledReason} onClick={props.onRunAll}>
        Run all
      </Button>
      <IconButton
        label="Run those that failed"
        glyph={RotateCw}
        disabledReason={props.runFailedDisabledReason}
        onClick={props.onRunFailed}
      />
      <IconButton
        label="Stop the scenarios"
        glyph={Square}
        disabledReason={progress === null ? "No scenario is running" : null}
        onClick={props.onStop}
      />
    </>
  );
}
