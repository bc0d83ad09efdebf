// A time among the run options, typed as `2025-01-01 00:00:00`.

import { useState } from "react";

import { TextField } from "../primitives/TextField.tsx";
import { RunOptionRow } from "./RunOptions.tsx";
import styles from "./RunOptions.module.css";

export interface TimeRowProps {
  readonly label: string;
  readonly detail?: string | undefined;
  /** Milliseconds since 1970; shown in UTC. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function TimeRow({ label, detail, value, onChange }: TimeRowProps) {
  const [text, setText] = useState(textOf(value));
  const typed = timeIn(text);
  return (
    <RunOptionRow label={label} detail={typed === null ? EXPECTED : detail} invalid={typed === null}>
      <span className={styles.wide}>
        <TextField
          label={label}
          labelHidden
          mono
          value={typed === null || typed === value ? text : textOf(value)}
          invalid={typed === null}
          onChange={(next) => {
            setText(next);
            const time = timeIn(next);
            if (time !== null) onChange(time);
          }}
        />
      </span>
    </RunOptionRow>
  );
}

const EXPECTED = "As in 2025-01-01 00:00:00";

function textOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

/** The time that `text` is in UTC, or null. */
function timeIn(text: string): number | null {
  const [, day, time = "00:00:00"] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)Z?)?$/.exec(text.trim()) ?? [];
  const ms = day === undefined ? NaN : Date.parse(`${day}T${time}Z`);
  return Number.isNaN(ms) || ms < 0 ? null : ms;
}
