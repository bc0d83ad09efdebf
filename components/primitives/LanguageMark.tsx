// The language a component was written in, as two letters: never a logo.
// The full name is read aloud and shown on hover.

import { Box } from "lucide-react";

import type { LanguageMark as Language } from "../canvas/canvas-model.ts";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import styles from "./LanguageMark.module.css";

export interface LanguageMarkProps {
  /** Null where the component doesn't say. */
  readonly language: Language | null;
  /** Edges of 18, 22 and 32. */
  readonly size?: "small" | "regular" | "large" | undefined;
}

export function LanguageMark({ language, size = "regular" }: LanguageMarkProps) {
  const name = language?.name ?? "Language not stated";
  return (
    <span className={classes(styles.mark, styles[size])} role="img" aria-label={name} title={name}>
      {language === null ? <Icon glyph={Box} size={size === "large" ? 16 : 12} tone="muted" /> : language.mark}
    </span>
  );
}
