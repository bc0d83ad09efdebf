// A Lucide drawing at the weight of the design language.
// Decorative: whatever it stands on carries the label.

import type { LucideIcon } from "lucide-react";

import { classes } from "./classes.ts";
import styles from "./Icon.module.css";

/** A drawing, passed on by name: `glyph={Search}`. */
export type Glyph = LucideIcon;

export type GlyphSize = 12 | 13 | 14 | 16 | 20;

export interface IconProps {
  readonly glyph: Glyph;
  /** Edge in pixels; 14 unless told. */
  readonly size?: GlyphSize | undefined;
  readonly tone?: "inherit" | "muted" | "run" | "error" | "attention" | "accent" | undefined;
  readonly className?: string | undefined;
}

export function Icon({ glyph: Drawing, size = 14, tone = "inherit", className }: IconProps) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      className={classes(styles.icon, styles[tone], className)}
      aria-hidden
      focusable={false}
    />
  );
}
