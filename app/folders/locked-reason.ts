// Why the files of a document can't be changed now.

import type { FolderView } from "./folders-store.ts";

/** Null where they can be. */
export function lockedReason({ state }: FolderView): string | null {
  if (state === "ready") return null;
  return state === "loading" ? "The folder is being read" : "The folder can’t be read: see Files";
}
