// The folder of a document → the rows of its tree that are to be seen: directories first, each with what is in it below.

import type { FileRow } from "../../components/files/file-model.ts";
import { fileKind } from "./file-kind.ts";
import { type FolderEntry, joinPath } from "./folder.ts";

interface Branch {
  readonly entry: FolderEntry | null;
  readonly below: Map<string, Branch>;
}

/** How the last run left what is there. */
export type Mark = "new" | "changed";

export interface RowOptions {
  readonly open: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Files that are different on disk. */
  readonly conflicts: ReadonlySet<string>;
}

export function rowsOf(entries: readonly FolderEntry[], options: RowOptions): readonly FileRow[] {
  const rows: FileRow[] = [];
  // Not recursive: what a guest made may be deep.
  const pending = childrenOf(treeOf(entries), "", 1);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const row = rowOf(next, options);
    rows.push(row);
    if (row.isOpen) pending.push(...childrenOf(next.branch, next.path, next.level + 1));
  }
  return rows;
}

interface Place {
  readonly branch: Branch;
  readonly path: string;
  readonly name: string;
  readonly level: number;
}

function treeOf(entries: readonly FolderEntry[]): Branch {
  const root: Branch = { entry: null, below: new Map() };
  for (const entry of entries) {
    let branch = root;
    const names = entry.path.split("/");
    for (const [i, name] of names.entries()) {
      const known = branch.below.get(name);
      const isLast = i === names.length - 1;
      const next = known ?? { entry: isLast ? entry : null, below: new Map() };
      if (!known) branch.below.set(name, next);
      branch = next;
    }
  }
  return root;
}

const collator = new Intl.Collator("en", { numeric: true });

/** The last comes first, for a stack. */
function childrenOf({ below }: Branch, path: string, level: number): Place[] {
  const places = Array.from(below, ([name, branch]) => ({ branch, name, path: joinPath(path, name), level }));
  return places.toSorted((a, b) => {
    const order = Number(isDirectory(b.branch)) - Number(isDirectory(a.branch));
    return -(order || collator.compare(a.name, b.name));
  });
}

function isDirectory({ entry }: Branch): boolean {
  return entry === null || entry.kind === "directory";
}

function rowOf({ branch, path, name, level }: Place, { open, marks, conflicts }: RowOptions): FileRow {
  const { entry } = branch;
  const shared = { path, name, level, mark: marks.get(path) ?? null, conflict: conflicts.has(path) };
  if (entry?.kind === "file") {
    const { bytes, modifiedMs } = entry;
    return { ...shared, kind: fileKind(bytes), isOpen: false, sizeBytes: bytes.length, modifiedMs, target: null };
  }
  if (entry?.kind === "symlink") {
    return { ...shared, kind: "link", isOpen: false, sizeBytes: null, modifiedMs: null, target: entry.target };
  }
  const isOpen = open.has(path);
  return { ...shared, kind: "directory", isOpen, sizeBytes: null, modifiedMs: null, target: null };
}
