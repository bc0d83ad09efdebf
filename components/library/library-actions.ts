// What can be done with a component of the library, and the menu that offers it.
// An action that can't be taken stays in the menu with its reason.

import { Boxes, Download, LocateFixed, Pencil, Plus, Replace, RotateCw, Trash2 } from "lucide-react";

import type { MenuEntry } from "../primitives/menu-entries.ts";
import type { LibraryRow } from "./library-model.ts";

export interface LibraryActions {
  readonly onAddToCanvas: (key: string) => void;
  readonly onRename: (key: string, name: string) => void;
  /** Why a name can't be used, or null. */
  readonly validateName: (key: string, name: string) => string | null;
  /** Puts another build in its place. */
  readonly onReplace: (key: string) => void;
  readonly onRevealInstances: (key: string) => void;
  /** Opens what it is composed of as a composition. */
  readonly onOpenComposed: (key: string) => void;
  readonly onDownload: (key: string) => void;
  readonly onRemove: (key: string) => void;
  /** Reads a file again that could not be read. */
  readonly onRetry: (key: string) => void;
}

export function libraryMenu(row: LibraryRow, actions: LibraryActions, startRename: () => void): readonly MenuEntry[] {
  const unread = {
    ready: null,
    loading: "It is still being read",
    failed: "It could not be read",
  }[row.state.kind];
  const { key } = row;
  const noInstance = row.instanceCount === 0 ? "It has no instance on the canvas" : null;
  const retry: readonly MenuEntry[] =
    row.state.kind === "failed"
      ? [{ kind: "action", id: "retry", label: "Read again", glyph: RotateCw, onSelect: () => actions.onRetry(key) }]
      : [];
  const composed: readonly MenuEntry[] = row.isComposed
    ? [
        {
          kind: "action",
          id: "open-composed",
          label: "Open as a composition",
          glyph: Boxes,
          onSelect: () => actions.onOpenComposed(key),
        },
      ]
    : [];
  return [
    ...retry,
    {
      kind: "action",
      id: "add",
      label: "Add to canvas",
      glyph: Plus,
      shortcut: "Enter",
      disabledReason: unread,
      onSelect: () => actions.onAddToCanvas(key),
    },
    {
      kind: "action",
      id: "reveal",
      label: row.instanceCount > 1 ? `Show its ${row.instanceCount} instances` : "Show its instance",
      glyph: LocateFixed,
      disabledReason: unread ?? noInstance,
      onSelect: () => actions.onRevealInstances(key),
    },
    ...composed,
    { kind: "separator", id: "after-canvas" },
    {
      kind: "action",
      id: "rename",
      label: "Rename",
      glyph: Pencil,
      shortcut: "F2",
      disabledReason: unread,
      onSelect: startRename,
    },
    {
      kind: "action",
      id: "replace",
      label: "Replace with another file…",
      glyph: Replace,
      onSelect: () => actions.onReplace(key),
    },
    {
      kind: "action",
      id: "download",
      label: "Download",
      glyph: Download,
      disabledReason: unread,
      onSelect: () => actions.onDownload(key),
    },
    { kind: "separator", id: "before-remove" },
    {
      kind: "action",
      id: "remove",
      label: "Remove from library",
      glyph: Trash2,
      shortcut: "Del",
      danger: true,
      onSelect: () => actions.onRemove(key),
    },
  ];
}
