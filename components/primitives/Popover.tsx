// A small floating panel that belongs to what opened it: an element, or a point of the screen.
// Escape and a press outside close it, and the focus goes back to where it was.

import { Popover as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

import styles from "./Popover.module.css";

interface PopoverContent {
  readonly label: string;
  readonly side?: "top" | "right" | "bottom" | "left" | undefined;
  readonly align?: "start" | "center" | "end" | undefined;
  /** In pixels. */
  readonly width?: number | undefined;
  readonly children: ReactNode;
}

export interface PopoverProps extends PopoverContent {
  readonly trigger: ReactElement;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

export function Popover({ trigger, open, onOpenChange, ...content }: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? null : { open })} {...(onOpenChange === undefined ? null : { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Content {...content} />
    </Radix.Root>
  );
}

export interface PopoverAtProps extends PopoverContent {
  /** Client pixels; null closes it. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** A popover at a point: where a wire was dropped. */
export function PopoverAt({ at, onClose, ...content }: PopoverAtProps) {
  return (
    <Radix.Root open={at !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Anchor className={styles.point} style={{ left: at?.x, top: at?.y }} />
      <Content align="start" {...content} />
    </Radix.Root>
  );
}

function Content({ label, side = "bottom", align = "center", width, children }: PopoverContent) {
  return (
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        className={styles.popover}
        side={side}
        align={align}
        sideOffset={6}
        collisionPadding={8}
        style={{ width }}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}
