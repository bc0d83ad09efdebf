// The ways in which components come into the library.
// The panel and the rail offer the same.

import { Folder, Link2, Upload } from "lucide-react";

import type { MenuEntry } from "../primitives/menu-entries.ts";

export interface AddActions {
  readonly onChooseFiles: () => void;
  readonly onChooseFolder: () => void;
  /** Why this browser can't open folders, or null. */
  readonly folderDisabledReason: string | null;
  readonly onAddUrl: () => void;
  readonly onDropFiles: (data: DataTransfer) => void;
}

export function addMenu(actions: AddActions): readonly MenuEntry[] {
  return [
    { kind: "action", id: "files", label: "Choose files…", glyph: Upload, onSelect: actions.onChooseFiles },
    {
      kind: "action",
      id: "folder",
      label: "Choose a folder…",
      glyph: Folder,
      disabledReason: actions.folderDisabledReason,
      onSelect: actions.onChooseFolder,
    },
    { kind: "action", id: "url", label: "From a URL…", glyph: Link2, onSelect: actions.onAddUrl },
  ];
}
