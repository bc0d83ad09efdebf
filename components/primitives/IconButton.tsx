// A button that is only a glyph.
// Its label is its accessible name and its tooltip.

import type { ComponentProps } from "react";

import { BLOCKED } from "./Button.tsx";
import { classes } from "./classes.ts";
import { type Glyph, type GlyphSize, Icon } from "./Icon.tsx";
import styles from "./IconButton.module.css";
import { Tooltip, type TooltipProps } from "./Tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "disabled" | "children" | "aria-label"> {
  readonly label: string;
  readonly glyph: Glyph;
  readonly glyphSize?: GlyphSize | undefined;
  readonly shortcut?: string | undefined;
  readonly disabledReason?: string | null | undefined;
  readonly pressed?: boolean | undefined;
  readonly size?: "regular" | "small" | undefined;
  readonly tooltipSide?: TooltipProps["side"];
}

export function IconButton({
  label,
  glyph,
  glyphSize,
  shortcut,
  disabledReason,
  pressed,
  size = "small",
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} detail={disabledReason} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        {...(disabledReason ? BLOCKED : null)}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(styles.button, size === "regular" && styles.regular, className)}
      >
        <Icon glyph={glyph} size={glyphSize} />
      </button>
    </Tooltip>
  );
}
