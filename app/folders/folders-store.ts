// Per document: what the panel of files shows beside the files themselves, and how far its folder is there at all.

import { create } from "zustand";
import { useDocuments } from "../documents/documents-store.ts";
import type { FolderEntry } from "./folder.ts";
import { type MirrorState, NOTHING_TO_TELL } from "./mirror.ts";

/** Whether the files that are kept elsewhere are in memory. */
export type FolderState =
  | "ready"
  | "loading"
  /** The browser wants the person to allow it again. */
  | "ask"
  /** It can't be found or read any more. */
  | "lost";

export interface FolderView {
  readonly state: FolderState;
  /** Directories whose contents are shown. */
  readonly open: ReadonlySet<string>;
  readonly mirror: MirrorState;
}

export const NEW_VIEW: FolderView = {
  state: "ready",
  open: new Set(),
  mirror: NOTHING_TO_TELL,
};

interface FoldersState {
  readonly views: ReadonlyMap<string, FolderView>;
}

export const useFolders = create<FoldersState>(() => ({ views: new Map() }));

export function folderView(documentId: string): FolderView {
  return useFolders.getState().views.get(documentId) ?? NEW_VIEW;
}

export function updateFolderView(documentId: string, change: Partial<FolderView>): void {
  useFolders.setState(({ views }) => {
    return { views: new Map(views).set(documentId, { ...(views.get(documentId) ?? NEW_VIEW), ...change }) };
  });
}

/** The files of a document that is open. */
export function entriesOf(documentId: string): readonly FolderEntry[] {
  return useDocuments.getState().open.find(({ id }) => id === documentId)?.folder ?? [];
}
