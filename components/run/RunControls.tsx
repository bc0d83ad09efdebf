// Running and stopping. Both buttons always stand where they are, so that a second press never does the opposite
// and the focus is never lost; where the run stands is written beside them.

import { Play, Square } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { formatDuration } from "../primitives/format-duration.ts";
import { Spinner } from "../primitives/Progress.tsx";
import text from "../styles/text.module.css";
import type { RunState } from "./run-model.ts";
import styles from "./RunControls.module.css";
import { useElapsed } from "./use-elapsed.ts";

export interface RunButtonProps {
  readonly state: RunState;
  /** `Run`, `Call`. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  /** Why nothing can be run, or null. */
  readonly disabledReason: string | null;
  readonly onRun: () => void;
}

const BUSY: Record<RunState["kind"], string | null> = {
  idle: null,
  starting: "It is starting",
  running: "It is running",
  up: null,
};

export function RunButton({ state, label, shortcut, disabledReason, onRun }: RunButtonProps) {
  return (
    <Button
      variant="primary"
      glyph={Play}
      shortcut={shortcut}
      disabledReason={BUSY[state.kind] ?? disabledReason}
      onClick={onRun}
    >
      {label}
    </Button>
  );
}

export interface StopButtonProps {
  readonly state: RunState;
  readonly onStop: () => void;
}

export function StopButton({ state, onStop }: StopButtonProps) {
  const reason = state.kind === "idle" ? "Nothing is running" : null;
  return (
    <Button glyph={Square} disabledReason={reason} onClick={onStop}>
      Stop
    </Button>
  );
}

/** Where the run stands, with the time that it has taken. */
function RunStateText({ state }: { readonly state: RunState }) {
  const elapsedMs = useElapsed(state.kind === "running" ? state.startedAtMs : null);
  switch (state.kind) {
    case "idle":
      return null;
    case "starting":
      return <Spinner label={state.note} />;
    case "running":
      return (
        <span className={styles.running}>
          Running <span className={text.number}>{formatDuration(elapsedMs)}</span>
        </span>
      );
    case "up":
      return <span className={styles.up}>Instances are up</span>;
  }
}

/** All three in a row. */
export function RunControls({ onStop, ...run }: RunButtonProps & StopButtonProps) {
  return (
    <span className={styles.controls}>
      <RunStateText state={run.state} />
      <RunButton {...run} />
      <StopButton state={run.state} onStop={onStop} />
    </span>
  );
}
