// The folder of a document, as data: files, directories and links by path, in order. A change leaves the entries that it
// doesn't concern as they are, so that whoever keeps a copy elsewhere sees by identity what is new.

import type { TreeChange, TreeEntry } from "../../workers/run/wasi/filesystem/snapshot.ts";

/** Paths are relative, with `/`: `images/input.png`. */
export type FolderEntry = TreeEntry;
export type FolderFile = Extract<FolderEntry, { kind: "file" }>;
export type FolderChange = TreeChange;

/** `entries` after `changes`; directories that a path goes through are made, in the place of what stood there. */
export function withChanges(entries: readonly FolderEntry[], changes: readonly FolderChange[]): readonly FolderEntry[] {
  if (changes.length === 0) return entries;
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  removeAll(byPath, new Set(changes.flatMap((change) => (change.kind === "removed" ? [change.path] : []))));
  for (const change of changes) {
    if (change.kind === "removed") continue;
    for (const path of ancestorsOf(change.path)) {
      if (byPath.get(path)?.kind !== "directory") byPath.set(path, { kind: "directory", path });
    }
    const old = byPath.get(change.path);
    if (old?.kind === "directory" && change.kind !== "directory") removeAll(byPath, new Set([change.path]));
    byPath.set(change.path, change.kind === "patch" ? patched(old, change) : change);
  }
  return [...byPath.values()].toSorted(byPathOrder);
}

/** Takes away what stands at `paths`, and all below. */
function removeAll(byPath: Map<string, FolderEntry>, paths: ReadonlySet<string>): void {
  if (paths.size === 0) return;
  for (const path of byPath.keys()) {
    if (paths.has(path) || ancestorsOf(path).some((ancestor) => paths.has(ancestor))) byPath.delete(path);
  }
}

function patched(old: FolderEntry | undefined, change: Extract<FolderChange, { kind: "patch" }>): FolderFile {
  const { path, sizeBytes, parts, modifiedMs } = change;
  const bytes = new Uint8Array(sizeBytes);
  if (old?.kind === "file") bytes.set(old.bytes.subarray(0, sizeBytes));
  for (const part of parts) bytes.set(part.bytes, part.offset);
  return { kind: "file", path, bytes, modifiedMs };
}

function byPathOrder(a: FolderEntry, b: FolderEntry): number {
  return a.path < b.path ? -1 : 1;
}

/** What makes `from`, and all below it, be at `to`. */
export function changesOfMove(entries: readonly FolderEntry[], from: string, to: string): readonly FolderChange[] {
  const moved = entriesAt(entries, from).map((entry) => ({ ...entry, path: to + entry.path.slice(from.length) }));
  return [{ kind: "removed", path: from }, ...moved];
}

/** The entry at `path` and all below it. */
export function entriesAt(entries: readonly FolderEntry[], path: string): readonly FolderEntry[] {
  return entries.filter((entry) => isWithin(entry.path, path));
}

/** True if `path` is `ancestor` or lies below it; everything lies below the empty path. */
function isWithin(path: string, ancestor: string): boolean {
  return ancestor === "" || path === ancestor || path.startsWith(`${ancestor}/`);
}

/** The directory that `path` lies in; empty for the folder itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function joinPath(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}

/** `a/b/c` → `a`, `a/b`. */
function ancestorsOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join("/"));
}

const MAX_NAME_BYTES = 255;
const MAX_PATH_LENGTH = 1000;

/** Whether `path` can be one in a folder: what comes from elsewhere may say anything. */
export function isFolderPath(path: string): boolean {
  return path.length <= MAX_PATH_LENGTH && path.split("/").every((name) => nameProblem([], "", name) === null);
}

/** Why `name` can't stand in `directory`, or null. */
export function nameProblem(entries: readonly FolderEntry[], directory: string, name: string): string | null {
  if (name === "" || name === "." || name === "..") return "A file needs a name";
  if (name.includes("/") || name.includes("\0")) return "A name can’t contain a slash";
  if (new TextEncoder().encode(name).length > MAX_NAME_BYTES) return `A name has at most ${MAX_NAME_BYTES} bytes`;
  const path = joinPath(directory, name);
  return entries.some((entry) => isWithin(entry.path, path)) ? `There is a ${name} here already` : null;
}

/** `name`, with a number where it is taken: `new folder 2`. */
export function freeName(entries: readonly FolderEntry[], directory: string, name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} ${number}`;
    if (nameProblem(entries, directory, free) === null) return free;
  }
}

/** Bytes of all files. */
export function sizeOf(entries: readonly FolderEntry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === "file" ? entry.bytes.length : 0), 0);
}
