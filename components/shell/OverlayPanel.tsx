// A panel laid over the centre where there is no room beside it.
// Escape or a press outside closes it; drags may leave it.

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { classes } from "../primitives/classes.ts";
import { focusPanel } from "../primitives/focus-panel.ts";
import text from "../styles/text.module.css";
import styles from "./AppShell.module.css";

export interface OverlayPanelProps {
  readonly label: string;
  readonly side: "left" | "right";
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function OverlayPanel({ label, side, width, onClose, children }: OverlayPanelProps) {
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Content
        aria-describedby={undefined}
        className={classes(styles.overlay, side === "left" ? styles.overlayLeft : styles.overlayRight)}
        style={{ width }}
        onOpenAutoFocus={focusPanel}
      >
        <Radix.Title className={text.hidden}>{label}</Radix.Title>
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}
