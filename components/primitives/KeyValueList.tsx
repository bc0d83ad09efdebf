// Facts in two columns: what, and its value.
// Values wrap; nothing is cut off.

import { Fragment, type ReactNode } from "react";

import { classes } from "./classes.ts";
import styles from "./KeyValueList.module.css";

export interface KeyValue {
  readonly label: string;
  readonly value: ReactNode;
  readonly mono?: boolean | undefined;
}

export function KeyValueList({ items }: { readonly items: readonly KeyValue[] }) {
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <Fragment key={item.label}>
          <dt className={styles.label}>{item.label}</dt>
          <dd className={classes(styles.value, item.mono && styles.mono)}>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
