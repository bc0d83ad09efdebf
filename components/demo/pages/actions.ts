// Callbacks that only tell what was asked for.
// The catalogue has no store: nothing changes but what a page keeps itself.

import type { AddActions } from "../../library/add-menu.ts";
import type { LibraryActions } from "../../library/library-actions.ts";

/** Says in the browser's console what would happen. */
export function said(what: string): (...details: readonly unknown[]) => void {
  return (...details) => {
    // oxlint-disable-next-line no-console -- a catalogue has nothing else to do
    console.info(what, ...details);
  };
}

export const LIBRARY_ACTIONS: LibraryActions = {
  onAddToCanvas: said("add to canvas"),
  onRename: said("rename"),
  validateName: (_, name) => (/^[a-z][a-z0-9-]*$/.test(name) ? null : "Use lower-case words joined by hyphens"),
  onReplace: said("replace"),
  onRevealInstances: said("reveal"),
  onOpenComposed: said("open as a composition"),
  onDownload: said("download"),
  onRemove: said("remove"),
  onRetry: said("retry"),
};

export const ADD_ACTIONS: AddActions = {
  onChooseFiles: said("choose files"),
  onChooseFolder: said("choose a folder"),
  folderDisabledReason: "This browser can’t open folders. Drop the folder here instead.",
  onAddUrl: said("add a URL"),
  onDropFiles: said("dropped"),
};
