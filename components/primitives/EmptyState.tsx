// A place with nothing in it yet: what belongs there, and how to bring the first one.
// It stands at the top left, where the first one will be.

import type { ReactNode } from "react";

import { type Glyph, Icon } from "./Icon.tsx";
import styles from "./EmptyState.module.css";

export interface EmptyStateProps {
  readonly glyph?: Glyph | undefined;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

export function EmptyState({ glyph, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {glyph === undefined ? null : <Icon glyph={glyph} size={20} tone="muted" />}
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
