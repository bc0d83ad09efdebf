// What is kept across reloads, beside component bytes, and the form it is kept in. Bytes: `bytes-store.ts`.
// Everything is structured-cloneable as it stands; a shape that changes gets a new key.

import { createStore, del, entries, get, set } from "idb-keyval";
import type { Preferences } from "../preferences/preferences-store.ts";
import type { FolderEntry, FolderFile } from "../folders/folder.ts";
import type { FolderPlace } from "../folders/folder-place.ts";
import type { RunInputs } from "../run/run-inputs.ts";
import { type Document, EMPTY_DOCUMENT } from "../../core/graph/composition.ts";

export interface SavedDocument {
  readonly id: string;
  readonly document: Document;
  /** Where the canvas looks, or null where it was never looked at. */
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | null;
  /** Where its files are kept; with the document in those that were kept before there was this. */
  readonly place?: FolderPlace | undefined;
  /** Its files, in documents that were kept before they had a record of their own. */
  readonly folder?: readonly Omit<FolderFile, "kind">[] | undefined;
  /** What stood in the forms of the run panel; documents that were kept before there was this have none. */
  readonly inputs?: Partial<RunInputs> | undefined;
}

export interface SavedLibraryEntry {
  readonly sha256: string;
  /** The key that its instances use: `shop:store@1.2.0`. */
  readonly key: string;
  readonly fileName: string;
  readonly group: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly byteLength: number;
}

export interface SavedSession {
  /** Documents in the order of their tabs. */
  readonly tabs: readonly string[];
  readonly active: string | null;
  readonly preferences: Preferences;
}

const documents = createStore("witloom-documents-2", "documents");
const folders = createStore("witloom-folders-1", "folders");
const library = createStore("witloom-library-1", "entries");
const session = createStore("witloom-session-1", "session");
const SESSION_KEY = "session";

export async function loadDocuments(): Promise<readonly SavedDocument[]> {
  // What was kept before documents had scenarios has none.
  return (await entries<string, SavedDocument>(documents)).map(([, saved]) => {
    return { ...saved, document: { ...EMPTY_DOCUMENT, ...saved.document } };
  });
}

export async function saveDocument(saved: SavedDocument): Promise<void> {
  await set(saved.id, saved, documents);
}

export async function removeDocument(id: string): Promise<void> {
  await Promise.all([del(id, documents), del(id, folders)]);
}

/** The files that are kept with a document. */
export async function loadFolder({ id, folder = [] }: SavedDocument): Promise<readonly FolderEntry[]> {
  const kept = await get<readonly FolderEntry[]>(id, folders);
  if (kept !== undefined || folder.length === 0) return kept ?? [];
  const files = folder.map((file): FolderEntry => ({ kind: "file", ...file }));
  await saveFolder(id, files);
  return files;
}

/** Apart from the document, so that moving a node doesn't write all files again. */
export async function saveFolder(id: string, folder: readonly FolderEntry[]): Promise<void> {
  await set(id, folder, folders);
}

export async function loadLibrary(): Promise<readonly SavedLibraryEntry[]> {
  return (await entries<string, SavedLibraryEntry>(library)).map(([, saved]) => saved);
}

export async function saveLibraryEntry(entry: SavedLibraryEntry): Promise<void> {
  await set(entry.sha256, entry, library);
}

export async function removeLibraryEntry(sha256: string): Promise<void> {
  await del(sha256, library);
}

export async function loadSession(): Promise<SavedSession | undefined> {
  return get<SavedSession>(SESSION_KEY, session);
}

export async function saveSession(saved: SavedSession): Promise<void> {
  await set(SESSION_KEY, saved, session);
}
