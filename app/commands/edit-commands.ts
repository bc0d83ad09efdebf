// Undo, redo, the clipboard and deleting.

import { useDocuments, activeDocument } from "../documents/documents-store.ts";
import { redoActive, undoActive } from "../documents/edit.ts";
import { copySelection, duplicateSelection, isEmpty, paste, removeSelection, select } from "../graph/graph-actions.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Edit";

function selectionReason(needed: "nodes" | "anything"): string | null {
  const selection = activeDocument(useDocuments.getState())?.selection;
  if (!selection || isEmpty(selection)) return "Nothing is selected";
  return needed === "nodes" && selection.nodes.length === 0 ? "No instance is selected" : null;
}

export const EDIT_COMMANDS: readonly AnyCommand[] = [
  {
    id: "edit.undo",
    title: "Undo",
    group: GROUP,
    keys: ["Mod+Z"],
    disabledReason: () => (activeDocument()?.history.past.length ? null : "There is nothing to undo"),
    run: undoActive,
  },
  {
    id: "edit.redo",
    title: "Redo",
    group: GROUP,
    keys: ["Mod+Shift+Z", "Mod+Y"],
    disabledReason: () => (activeDocument()?.history.future.length ? null : "There is nothing to redo"),
    run: redoActive,
  },
  {
    id: "edit.cut",
    title: "Cut",
    group: GROUP,
    keys: ["Mod+X"],
    disabledReason: () => selectionReason("nodes"),
    run: () => {
      if (copySelection()) removeSelection();
    },
  },
  {
    id: "edit.copy",
    title: "Copy",
    group: GROUP,
    keys: ["Mod+C"],
    disabledReason: () => selectionReason("nodes"),
    run: () => void copySelection(),
  },
  { id: "edit.paste", title: "Paste", group: GROUP, keys: ["Mod+V"], run: paste },
  {
    id: "edit.duplicate",
    title: "Duplicate",
    group: GROUP,
    keys: ["Mod+D"],
    disabledReason: () => selectionReason("nodes"),
    run: duplicateSelection,
  },
  {
    id: "edit.delete",
    title: "Delete",
    group: GROUP,
    keys: ["Delete", "Backspace"],
    disabledReason: () => selectionReason("anything"),
    run: removeSelection,
  },
  { id: "edit.select-all", title: "Select all instances", group: GROUP, keys: ["Mod+A"], run: selectAll },
];

function selectAll(): void {
  const nodes = activeDocument()?.history.present.composition.instances.map(({ name }) => name) ?? [];
  select({ nodes });
}
