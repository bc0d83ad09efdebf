// The folder that a document's command works in: plain files that a person puts in and takes out.

import type { TreeChange, TreeEntry } from "../../workers/run/wasi/filesystem/snapshot.ts";

export interface TreeFile {
  /** Relative, with `/`: `images/input.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

export function entriesOf(files: readonly TreeFile[]): readonly TreeEntry[] {
  return files.map((file) => ({ kind: "file", ...file }));
}

/** `files` after a run has told what it changed; folders and links without files are not kept. */
export function withChanges(files: readonly TreeFile[], changes: readonly TreeChange[]): readonly TreeFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const change of changes) {
    if (change.kind === "removed") {
      for (const path of byPath.keys())
        if (path === change.path || path.startsWith(`${change.path}/`)) byPath.delete(path);
    } else if (change.kind === "file") {
      const { path, bytes, modifiedMs } = change;
      byPath.set(path, { path, bytes, modifiedMs });
    }
  }
  return [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
