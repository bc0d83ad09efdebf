// A titled part of a panel, with a hairline above it.
// The heading carries a muted note and its own small actions.

import type { ReactNode } from "react";

import styles from "./Section.module.css";

export interface SectionHeaderProps {
  readonly title: string;
  /** Beside the title, muted: `4 of 8 given`. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

export function SectionHeader({ title, note, actions }: SectionHeaderProps) {
  return (
    <div className={styles.header}>
      <h3 className={styles.title}>{title}</h3>
      <span className={styles.note}>{note}</span>
      {actions}
    </div>
  );
}

export interface SectionProps extends Partial<SectionHeaderProps> {
  readonly children: ReactNode;
}

export function Section({ title, note, actions, children }: SectionProps) {
  return (
    <section className={styles.section}>
      {title === undefined ? null : <SectionHeader title={title} note={note} actions={actions} />}
      {children}
    </section>
  );
}
