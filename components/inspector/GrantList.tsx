// What an instance asks for from its imports, and what of it it is given: a switch for each, the refused ones marked.

import { ShieldX } from "lucide-react";

import { classes } from "../primitives/classes.ts";
import { Icon } from "../primitives/Icon.tsx";
import { Switch } from "../primitives/Switch.tsx";
import styles from "./GrantList.module.css";

export interface GrantRow {
  readonly id: string;
  readonly label: string;
  /** What it lets the instance do: `writes to the console`. */
  readonly detail: string;
  readonly given: boolean;
  /** How often the last run refused it. */
  readonly refused: number;
}

export interface GrantListProps {
  readonly rows: readonly GrantRow[];
  readonly onChange: (id: string, given: boolean) => void;
}

export function GrantList({ rows, onChange }: GrantListProps) {
  return (
    <ul>
      {rows.map(({ id, label, detail, given, refused }) => {
        const isRefused = refused > 0 && !given;
        return (
          <li key={id} className={classes(styles.row, isRefused && styles.refused)}>
            <span className={styles.text}>
              <span className={given ? undefined : styles.muted}>{label}</span>
              <span className={styles.detail}>
                {isRefused ? (
                  <>
                    <Icon glyph={ShieldX} size={12} /> refused {refused === 1 ? "once" : `${refused} times`}
                  </>
                ) : (
                  detail
                )}
              </span>
            </span>
            <Switch label={label} checked={given} onChange={(next) => onChange(id, next)} />
          </li>
        );
      })}
    </ul>
  );
}
