// What is needed against what is offered, line by line; the marks say it without colour.
// Lines come ready from the caller; nothing is compared here.

import { classes } from "../primitives/classes.ts";
import styles from "./DiffBlock.module.css";

export interface DiffLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

const TONES = { " ": undefined, "-": styles.needed, "+": styles.offered };

export function DiffBlock({ label, lines }: { readonly label: string; readonly lines: readonly DiffLine[] }) {
  return (
    <pre className={styles.block} aria-label={label} tabIndex={0} data-focus-inside>
      {[...lines.entries()].map(([row, line]) => (
        <span key={row} className={classes(styles.line, TONES[line.mark])}>
          {`${line.mark} ${line.text}\n`}
        </span>
      ))}
    </pre>
  );
}
