// The open documents, each with its history, and which one is in front. The composition is the only saved truth;
// all that panels show is derived from it.

import { create } from "zustand";
import type { Document } from "../../core/graph/composition.ts";
import { type History, historyOf } from "../../core/graph/history.ts";
import type { Selection } from "../../components/canvas/canvas-model.ts";
import type { SavedDocument } from "../persistence/saved.ts";
import type { FolderEntry } from "../folders/folder.ts";
import { type FolderPlace, IN_DOCUMENT } from "../folders/folder-place.ts";

export interface OpenDocument {
  readonly id: string;
  readonly history: History;
  readonly viewport: SavedDocument["viewport"];
  readonly selection: Selection;
  /** The folder that its instances find open when they may see it; empty until it was read, where it is kept elsewhere. */
  readonly folder: readonly FolderEntry[];
  readonly place: FolderPlace;
}

interface DocumentsState {
  /** In the order of their tabs. */
  readonly open: readonly OpenDocument[];
  readonly activeId: string | null;
}

export const EMPTY_SELECTION: Selection = { nodes: [], wires: [], worldImports: [], worldExports: [] };

export const useDocuments = create<DocumentsState>(() => ({ open: [], activeId: null }));

export function activeDocument(state: DocumentsState = useDocuments.getState()): OpenDocument | undefined {
  return state.open.find(({ id }) => id === state.activeId);
}

/** Changes the document `id`; does nothing where it has been closed meanwhile. */
export function updateDocument(id: string, change: (document: OpenDocument) => OpenDocument): void {
  useDocuments.setState(({ open }) => ({
    open: open.map((document) => (document.id === id ? change(document) : document)),
  }));
}

/** Opens `document` in a tab of its own and brings it to the front; returns its id. */
export function openDocument(
  document: Document,
  rest: Partial<Pick<OpenDocument, "id" | "viewport" | "folder" | "place">> = {},
): string {
  const opened: OpenDocument = {
    id: crypto.randomUUID(),
    history: historyOf(document),
    viewport: null,
    selection: EMPTY_SELECTION,
    folder: [],
    place: IN_DOCUMENT,
    ...rest,
  };
  const { id } = opened;
  useDocuments.setState(({ open }) => ({ open: [...open, opened], activeId: id }));
  return id;
}

export function closeDocument(id: string): void {
  useDocuments.setState(({ open, activeId }) => {
    const index = open.findIndex((document) => document.id === id);
    const rest = open.filter((document) => document.id !== id);
    const neighbour = rest[Math.min(Math.max(index, 0), rest.length - 1)]?.id ?? null;
    return { open: rest, activeId: activeId === id ? neighbour : activeId };
  });
}
