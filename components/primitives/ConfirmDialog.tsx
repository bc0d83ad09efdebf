// Asks before something that can't be undone.
// What can be undone is done at once and isn't asked about.

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will be lost, exactly. */
  readonly children: ReactNode;
  /** A verb with its object: `Remove 3 components`. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, cancelLabel = "Cancel", onConfirm, onCancel } = props;
  return (
    <Dialog
      open={open}
      title={title}
      glyph={TriangleAlert}
      glyphTone="attention"
      width={420}
      onClose={onCancel}
      footer={
        <>
          <Button autoFocus onClick={onCancel}>
            {cancelLabel}
          </Button>
          <Button variant="danger" onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
