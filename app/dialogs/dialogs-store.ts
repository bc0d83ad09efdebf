// Which dialog or floating menu is open: one at a time.

import { create } from "zustand";
import type { ContextTarget, PortEnd, Position } from "../../components/canvas/canvas-model.ts";

export type OpenDialog =
  | { readonly kind: "palette" | "open" | "add-url" | "shortcuts" | "export" }
  /** What the diagnostic `code` means. */
  | { readonly kind: "explanation"; readonly code: string }
  /** A wire was let go at `at` in the graph; what would fit its end is offered at `screen`. */
  | { readonly kind: "candidates"; readonly end: PortEnd; readonly at: Position; readonly screen: Position }
  | { readonly kind: "context-menu"; readonly target: ContextTarget; readonly screen: Position }
  /** Which component `instances`, all of one, could be made of instead. */
  | { readonly kind: "replacements"; readonly instances: readonly string[] }
  /** `instances` are to be made of the component with that hash instead. */
  | { readonly kind: "replace"; readonly instances: readonly string[]; readonly sha256: string };

interface DialogsState {
  readonly open: OpenDialog | null;
}

export const useDialogs = create<DialogsState>(() => ({ open: null }));

export function showDialog(open: OpenDialog): void {
  useDialogs.setState({ open });
}

export function closeDialog(): void {
  useDialogs.setState({ open: null });
}

/** Closes `dialog` unless what was chosen in it has opened another. */
export function closeIfOpen(dialog: OpenDialog): void {
  if (useDialogs.getState().open === dialog) closeDialog();
}
