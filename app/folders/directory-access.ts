// Folders of this computer, as far as a browser gives them: choosing one, asking for the right to it, and keeping it.

import { createStore, del, get, set } from "idb-keyval";
import type { DiskAccess } from "./folder-place.ts";

/** What TypeScript doesn't know of yet. */
interface DirectoryPicker {
  showDirectoryPicker(options: { readonly mode: DiskAccess; readonly id: string }): Promise<FileSystemDirectoryHandle>;
}

interface Permissions {
  queryPermission?(options: { readonly mode: DiskAccess }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: DiskAccess }): Promise<PermissionState>;
}

export function canChooseDirectory(): boolean {
  return "showDirectoryPicker" in window;
}

/** The folder that a person chooses, or null. */
export async function chooseDirectory(mode: DiskAccess): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (window as unknown as DirectoryPicker).showDirectoryPicker({ mode, id: "run-folder" });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return null;
    throw thrown;
  }
}

/** Whether `handle` may be used now; `ask` puts the question to the person, which takes a press of theirs. */
export async function mayUse(
  handle: FileSystemDirectoryHandle & Permissions,
  mode: DiskAccess,
  { ask }: { readonly ask: boolean },
): Promise<boolean> {
  const options = { mode };
  const state = await (ask ? handle.requestPermission?.(options) : handle.queryPermission?.(options));
  return (state ?? "granted") === "granted";
}

const handles = createStore("witloom-directories-1", "directories");

export async function keepHandle(documentId: string, handle: FileSystemDirectoryHandle): Promise<void> {
  await set(documentId, handle, handles);
}

export async function keptHandle(documentId: string): Promise<FileSystemDirectoryHandle | null> {
  return (await get<FileSystemDirectoryHandle>(documentId, handles)) ?? null;
}

export async function forgetHandle(documentId: string): Promise<void> {
  await del(documentId, handles);
}

const FOLDERS = "folders";

/** The directory of this browser's own storage that a document's files are kept in. */
export async function browserDirectory(documentId: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle(FOLDERS, { create: true })).getDirectoryHandle(documentId, { create: true });
}

export async function removeBrowserDirectory(documentId: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folders = await root.getDirectoryHandle(FOLDERS, { create: true });
  await folders.removeEntry(documentId, { recursive: true }).catch(() => undefined);
}
