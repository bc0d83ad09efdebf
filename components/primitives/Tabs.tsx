// Tabs over one panel: an underline marks the open one, a count stands beside the title in muted text.
// Which tab is open is the caller's business; only the open one's content is there.

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { classes } from "./classes.ts";
import styles from "./Tabs.module.css";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly count?: number | undefined;
  /** The count matters: problems. */
  readonly tone?: "error" | "attention" | undefined;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** At the right end of the row of tabs. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly barClassName?: string | undefined;
  /** What the open tab shows; null leaves only the row of tabs. */
  readonly children: ReactNode;
}

export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, value, onChange, aside, children } = props;
  const choose = (id: string) => {
    const tab = tabs.find((candidate) => candidate.id === id);
    if (tab) onChange(tab.id);
  };
  return (
    <Radix.Root value={value} onValueChange={choose} className={classes(styles.root, props.className)}>
      <div className={classes(styles.bar, props.barClassName)}>
        <Radix.List aria-label={label} className={styles.list}>
          {tabs.map((tab) => (
            // A click on the open tab counts as well: it opens a panel that is closed.
            <Radix.Trigger key={tab.id} value={tab.id} className={styles.tab} onClick={() => choose(tab.id)}>
              {tab.title}
              {tab.count === undefined ? null : (
                <span className={classes(styles.count, tab.tone && styles[tab.tone])}>
                  {tab.count.toLocaleString("en")}
                </span>
              )}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside}
      </div>
      {children === null ? null : (
        <Radix.Content value={value} className={styles.panel} tabIndex={-1}>
          {children}
        </Radix.Content>
      )}
    </Radix.Root>
  );
}
