// Running what would be saved, before it is saved: the button, how it went, and the way to its calls.

import { Play } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { formatDuration } from "../primitives/format-duration.ts";
import { Spinner } from "../primitives/Progress.tsx";
import type { ExportTrial } from "./export-model.ts";
import styles from "./ExportTrialLine.module.css";

export interface ExportTrialLineProps {
  readonly trial: ExportTrial;
  /** Why it can't be run now, or null. */
  readonly disabledReason: string | null;
  readonly onRun: () => void;
  readonly onShowCalls: () => void;
}

export function ExportTrialLine({ trial, disabledReason, onRun, onShowCalls }: ExportTrialLineProps) {
  return (
    <div className={styles.line}>
      <Button glyph={Play} disabledReason={disabledReason} onClick={onRun}>
        Run this build
      </Button>
      <span className={styles.outcome} role="status">
        <Outcome trial={trial} />
      </span>
      {trial.kind === "up" ? <Button onClick={onShowCalls}>Show its calls</Button> : null}
    </div>
  );
}

function Outcome({ trial }: { readonly trial: ExportTrial }) {
  switch (trial.kind) {
    case "none":
      return <span className={styles.hint}>Starts it here, with the grants of its instances; saves nothing.</span>;
    case "starting":
      return <Spinner label={trial.note} />;
    case "up":
      return <span className={styles.up}>Started in {formatDuration(trial.durationMs)}</span>;
    case "failed":
      return <span className={styles.failed}>{trial.reason}</span>;
  }
}
