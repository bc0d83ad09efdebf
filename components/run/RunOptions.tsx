// How compositions are run: a panel beside the Run button, a row for each thing that can be chosen.

import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";

import { classes } from "../primitives/classes.ts";
import { IconButton } from "../primitives/IconButton.tsx";
import { Popover } from "../primitives/Popover.tsx";
import styles from "./RunOptions.module.css";

export interface RunOptionsProps {
  /** Something is chosen that isn't so at first. */
  readonly changed: boolean;
  /** Rows. */
  readonly children: ReactNode;
}

export function RunOptions({ changed, children }: RunOptionsProps) {
  return (
    <Popover
      label="Run options"
      align="end"
      width={320}
      trigger={
        <IconButton
          size="regular"
          label="Run options"
          glyph={SlidersHorizontal}
          className={changed ? styles.changed : undefined}
        />
      }
    >
      <div className={styles.rows}>{children}</div>
    </Popover>
  );
}

export interface RunOptionGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function RunOptionGroup({ title, children }: RunOptionGroupProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </section>
  );
}

export interface RunOptionRowProps {
  readonly label: string;
  readonly detail?: string | undefined;
  /** The detail says what is wrong. */
  readonly invalid?: boolean | undefined;
  /** A switch, a field, a choice. */
  readonly children: ReactNode;
}

export function RunOptionRow({ label, detail, invalid = false, children }: RunOptionRowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <span>{label}</span>
        {detail === undefined ? null : (
          <span className={classes(styles.detail, invalid && styles.invalid)}>{detail}</span>
        )}
      </span>
      {children}
    </div>
  );
}
