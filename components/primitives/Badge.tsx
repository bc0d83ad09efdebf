// Small marks of text: a badge says something about what it stands on, a chip narrows a list or can be taken away.
// Numbers aren't badges: they stand as muted text.

import { X } from "lucide-react";
import type { ReactNode } from "react";

import styles from "./Badge.module.css";
import { classes } from "./classes.ts";
import { type Glyph, Icon } from "./Icon.tsx";

export interface BadgeProps {
  readonly tone?: "neutral" | "outline" | "run" | "error" | "attention" | "accent" | undefined;
  readonly glyph?: Glyph | undefined;
  readonly mono?: boolean | undefined;
  readonly children: ReactNode;
}

export function Badge({ tone = "neutral", glyph, mono = false, children }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone], mono && styles.mono)}>
      {glyph === undefined ? null : <Icon glyph={glyph} size={12} />}
      {children}
    </span>
  );
}

export interface FilterChipProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** One of a row of filters; the pressed one is lit. */
export function FilterChip({ label, pressed, onPress }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classes(styles.badge, styles.chip, pressed ? styles.accent : styles.outline)}
    >
      {label}
    </button>
  );
}

export interface RemovableChipProps {
  readonly glyph?: Glyph | undefined;
  readonly label: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

export function RemovableChip({ glyph, label, removeLabel, onRemove }: RemovableChipProps) {
  return (
    <span className={classes(styles.badge, styles.removable)}>
      {glyph === undefined ? null : <Icon glyph={glyph} size={12} />}
      <span className={styles.text}>{label}</span>
      <button type="button" aria-label={removeLabel} className={styles.remove} onClick={onRemove}>
        <Icon glyph={X} size={12} />
      </button>
    </span>
  );
}
