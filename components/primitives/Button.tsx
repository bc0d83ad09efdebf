// A button with words on it.
// When it can't be used it keeps its label, stays focusable and says why.

import type { ComponentProps, ReactNode } from "react";

import styles from "./Button.module.css";
import { classes } from "./classes.ts";
import { type Glyph, Icon } from "./Icon.tsx";
import { Keycap } from "./Keycap.tsx";
import { Tooltip } from "./Tooltip.tsx";

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  /** One `primary` or `attention` per view; they are the fills. */
  readonly variant?: "primary" | "secondary" | "ghost" | "danger" | "attention" | undefined;
  readonly size?: "regular" | "small" | undefined;
  readonly glyph?: Glyph | undefined;
  /** Colours the glyph alone: the green of a running server. */
  readonly glyphTone?: "run" | "error" | "attention" | undefined;
  readonly shortcut?: string | undefined;
  /** Why it can't be pressed now; null or absent when it can. */
  readonly disabledReason?: string | null | undefined;
  readonly pressed?: boolean | undefined;
  readonly children: ReactNode;
}

export function Button({
  variant = "secondary",
  size = "regular",
  glyph,
  glyphTone,
  shortcut,
  disabledReason,
  pressed,
  className,
  children,
  ...rest
}: ButtonProps) {
  const blocked = Boolean(disabledReason);
  const filled = !blocked && (variant === "primary" || variant === "attention");
  const button = (
    <button
      type="button"
      {...rest}
      {...(blocked ? BLOCKED : null)}
      aria-pressed={pressed}
      className={classes(styles.button, styles[variant], size === "small" && styles.small, className)}
    >
      {glyph === undefined ? null : <Icon glyph={glyph} size={size === "small" ? 13 : 14} tone={glyphTone} />}
      {children}
      {shortcut === undefined ? null : <Keycap keys={shortcut} onFill={filled} />}
    </button>
  );
  return disabledReason ? <Tooltip label={disabledReason}>{button}</Tooltip> : button;
}

/** What a disabled control does instead: nothing, but it can still be focused and read. */
export const BLOCKED = {
  "aria-disabled": true,
  onClick: (event: { preventDefault: () => void }) => event.preventDefault(),
  onPointerDown: undefined,
  onKeyDown: undefined,
} as const;

/** Buttons joined into one: `Serve | Stop`. */
export function ButtonGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.group}>
      {children}
    </div>
  );
}
