// Running and stopping. Both buttons always stand where they are, so that a second press never does the opposite
// and the focus is never lost.

import { Play, Square } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { formatDuration } from "../primitives/format-duration.ts";
import { Spinner } from "../primitives/Progress.tsx";
import text from "../styles/text.module.css";
import type { RunMode, RunState } from "./run-model.ts";
import styles from "./RunControls.module.css";
import { useElapsed } from "./use-elapsed.ts";

export interface RunButtonProps {
  /** `Run`, `Call`. */
  readonly label: string;
  /** `primary` once per page. */
  readonly variant?: "primary" | "secondary";
  readonly shortcut?: string | undefined;
  /** Why nothing can be run, or null. */
  readonly disabledReason: string | null;
  readonly onRun: () => void;
}

export function RunButton({ label, variant = "primary", shortcut, disabledReason, onRun }: RunButtonProps) {
  return (
    <Button variant={variant} glyph={Play} shortcut={shortcut} disabledReason={disabledReason} onClick={onRun}>
      {label}
    </Button>
  );
}

export interface StopButtonProps {
  /** Why nothing can be stopped, or null. */
  readonly disabledReason: string | null;
  readonly onStop: () => void;
}

export function StopButton({ disabledReason, onStop }: StopButtonProps) {
  return (
    <Button glyph={Square} disabledReason={disabledReason} onClick={onStop}>
      Stop
    </Button>
  );
}

/** Where the run stands, with the time that it has taken, and as what it runs. */
export function RunStateText({ state, mode }: { readonly state: RunState; readonly mode: RunMode }) {
  const elapsedMs = useElapsed(state.kind === "running" ? state.startedAtMs : null);
  switch (state.kind) {
    case "idle":
      return null;
    case "up":
      return <span className={styles.up}>Up in {mode}</span>;
    case "starting":
      return <Spinner label={state.note} />;
    case "running":
      return (
        <span className={styles.running}>
          Running in {mode} <span className={text.number}>{formatDuration(elapsedMs)}</span>
        </span>
      );
  }
}
