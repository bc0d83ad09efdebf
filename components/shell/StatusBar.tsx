// The line under the page: the state of the run at the left end, facts on both sides.
// Only what waits for the person is filled with colour.

import type { ReactNode } from "react";

import { classes } from "../primitives/classes.ts";
import { type Glyph, Icon } from "../primitives/Icon.tsx";
import styles from "./StatusBar.module.css";

export interface StatusBarProps {
  readonly left: ReactNode;
  readonly right: ReactNode;
}

export function StatusBar({ left, right }: StatusBarProps) {
  return (
    <div className={styles.bar}>
      {left}
      <span className={styles.gap} />
      {right}
    </div>
  );
}

export interface StatusStateProps {
  /** `attention` fills the end of the bar: something waits for the person. */
  readonly tone: "idle" | "live" | "attention" | "error";
  readonly glyph: Glyph;
  readonly children: ReactNode;
}

/** The state of the run; announced when it changes. */
export function StatusState({ tone, glyph, children }: StatusStateProps) {
  return (
    <span role="status" className={classes(styles.item, styles.state, styles[tone])}>
      <Icon glyph={glyph} size={12} />
      {children}
    </span>
  );
}

export interface StatusItemProps {
  readonly glyph?: Glyph | undefined;
  /** Read aloud and shown on hover, where the text alone says too little. */
  readonly title?: string | undefined;
  /** Leaves when the page is narrow. */
  readonly optional?: boolean | undefined;
  readonly onPress?: (() => void) | undefined;
  /** Strong parts as `<b>`. */
  readonly children: ReactNode;
}

export function StatusItem({ glyph, title, optional = false, onPress, children }: StatusItemProps) {
  const className = classes(styles.item, optional && styles.optional);
  const content = (
    <>
      {glyph === undefined ? null : <Icon glyph={glyph} size={12} />}
      <span>{children}</span>
    </>
  );
  return onPress === undefined ? (
    <span className={className} title={title}>
      {content}
    </span>
  ) : (
    <button type="button" className={classes(className, styles.pressable)} title={title} onClick={onPress}>
      {content}
    </button>
  );
}
