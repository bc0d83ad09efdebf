// A directory of the browser's storage or of this computer → its entries in memory, as many as there is room for.

import type { FolderEntry, FolderFile } from "./folder.ts";
import { joinPath } from "./folder.ts";

/** What tells that a file is still the same. */
export interface Stamp {
  readonly modifiedMs: number;
  readonly sizeBytes: number;
}

export interface ReadDirectory {
  readonly files: ReadonlyMap<string, { readonly entry: FolderFile; readonly stamp: Stamp }>;
  readonly directories: readonly FolderEntry[];
  /** Of all files and directories there, also those that were left out. */
  readonly paths: ReadonlySet<string>;
  /** Paths of what was too much. */
  readonly leftOut: readonly string[];
  /** False where there are more entries than were looked at. */
  readonly isWhole: boolean;
}

/** Bytes of all files together. */
const MAX_FOLDER_BYTES = 256 * 1024 * 1024;
/** Files and directories. */
const MAX_FOLDER_ENTRIES = 20_000;

/**
 * Everything in `directory`, what lies higher first. `known` gives the entry of a file that needn't be read again.
 * Throws what the directory throws where it may not be read.
 */
export async function readDirectory(
  directory: FileSystemDirectoryHandle,
  known: (path: string, stamp: Stamp) => FolderEntry | null,
): Promise<ReadDirectory> {
  const files = new Map<string, { entry: FolderFile; stamp: Stamp }>();
  const directories: FolderEntry[] = [];
  const paths = new Set<string>();
  const leftOut: string[] = [];
  let bytesLeft = MAX_FOLDER_BYTES;
  const pending: { readonly handle: FileSystemDirectoryHandle; readonly path: string }[] = [
    { handle: directory, path: "" },
  ];
  // The list grows while it is gone through.
  for (const { handle, path: parent } of pending) {
    for await (const [name, child] of handle.entries()) {
      const path = joinPath(parent, name);
      if (paths.size >= MAX_FOLDER_ENTRIES)
        return { files, directories, paths, leftOut: [...leftOut, path], isWhole: false };
      paths.add(path);
      if (child.kind === "directory") {
        directories.push({ kind: "directory", path });
        pending.push({ handle: child, path });
        continue;
      }
      const file = await child.getFile();
      const stamp = { modifiedMs: file.lastModified, sizeBytes: file.size };
      if (file.size > bytesLeft) {
        leftOut.push(path);
        continue;
      }
      bytesLeft -= file.size;
      const entry = known(path, stamp);
      files.set(path, { entry: entry?.kind === "file" ? entry : await readFile(path, file), stamp });
    }
  }
  return { files, directories, paths, leftOut, isWhole: true };
}

async function readFile(path: string, file: File): Promise<FolderFile> {
  return { kind: "file", path, bytes: new Uint8Array(await file.arrayBuffer()), modifiedMs: file.lastModified };
}

/** The stamp of a file as it is now, or null where there is none. */
export async function stampOf(handle: FileSystemFileHandle | null): Promise<Stamp | null> {
  if (handle === null) return null;
  const file = await handle.getFile();
  return { modifiedMs: file.lastModified, sizeBytes: file.size };
}
