// The label of a control without text, or the reason why a control is disabled, on hover and on focus.
// Nothing is told only here: what a tooltip says, its control's name says too.

import { Tooltip as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

import { Keycap } from "./Keycap.tsx";
import styles from "./Tooltip.module.css";

export interface TooltipProps {
  readonly label: string;
  /** A second line: why the control can't be used, or what it would do. */
  readonly detail?: string | null | undefined;
  readonly shortcut?: string | undefined;
  readonly side?: "top" | "right" | "bottom" | "left" | undefined;
  /** One element that takes a ref and the trigger's attributes. */
  readonly children: ReactElement;
}

export function Tooltip({ label, detail, shortcut, side = "bottom", children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          <span className={styles.line}>
            {label}
            {shortcut === undefined ? null : <Keycap keys={shortcut} />}
          </span>
          {detail ? <span className={styles.detail}>{detail}</span> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Stands once at the root: tooltips near each other then follow at once instead of waiting again. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}
