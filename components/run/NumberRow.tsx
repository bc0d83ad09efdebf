// A number among the run options: typed as text, taken over while it is one, and said to be wrong while it isn't.

import { useState } from "react";

import { TextField } from "../primitives/TextField.tsx";
import { RunOptionRow } from "./RunOptions.tsx";
import styles from "./RunOptions.module.css";

export interface NumberRowProps {
  readonly label: string;
  readonly detail?: string | undefined;
  /** `MiB` */
  readonly unit: string;
  /** Null where there is none, which the empty field stands for. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** What the empty field says where it may stay empty: `no limit`. */
  readonly none?: string | undefined;
  readonly onChange: (value: number | null) => void;
}

export function NumberRow({ label, detail, unit, value, min, max, none, onChange }: NumberRowProps) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const typed = numberIn(text, min, max, none !== undefined);
  // What was set from elsewhere takes the place of what was typed.
  const shown = typed !== undefined && typed !== value ? (value === null ? "" : String(value)) : text;
  return (
    <RunOptionRow
      label={label}
      detail={typed === undefined ? `A number from ${min} to ${max}` : detail}
      invalid={typed === undefined}
    >
      <span className={styles.number}>
        <TextField
          label={unit === "" ? label : `${label}, in ${unit}`}
          labelHidden
          mono
          value={shown}
          placeholder={none}
          invalid={typed === undefined}
          onChange={(next) => {
            setText(next);
            const number = numberIn(next, min, max, none !== undefined);
            if (number !== undefined) onChange(number);
          }}
        />
        <span className={styles.unit}>{unit}</span>
      </span>
    </RunOptionRow>
  );
}

/** The number that `text` is, null for none, or undefined where it is neither. */
function numberIn(text: string, min: number, max: number, mayBeEmpty: boolean): number | null | undefined {
  if (text.trim() === "") return mayBeEmpty ? null : undefined;
  const number = Number(text);
  return number >= min && number <= max ? number : undefined;
}
