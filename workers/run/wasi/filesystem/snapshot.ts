// File trees as data: what a run starts with, what it has in the end, and what changed meanwhile.

import { ok, fail, type Result } from "../../../../core/base/result.ts";
import { WasiError } from "../wasi-error.ts";
import type { ErrorCode } from "./error-code.ts";
import { FileTree, type TreeQuota } from "./file-tree.ts";
import type { ContentPart } from "./file-content.ts";
import type { DirectoryNode, FileNode, TreeNode } from "./nodes.ts";

/** Paths are relative to the tree, with slashes: `images/in.png`. Directories on the way needn't be listed. */
export type TreeEntry =
  | { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array; readonly modifiedMs: number }
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "symlink"; readonly path: string; readonly target: string };

export type TreeChange =
  | TreeEntry
  /** A file was cut or filled with zeroes to that size, and then got `parts`. */
  | {
      readonly kind: "patch";
      readonly path: string;
      readonly sizeBytes: number;
      readonly parts: readonly ContentPart[];
      readonly modifiedMs: number;
    }
  | { readonly kind: "removed"; readonly path: string };

interface TreeError {
  readonly path: string;
  readonly code: ErrorCode;
}

const NS_PER_MS = 1_000_000n;

/**
 * A tree with `entries`, whose bytes are copied.
 * @returns the first path that can't be: one that leads out, is taken, or is over the quota.
 */
export function treeOf(
  entries: readonly TreeEntry[],
  quota: TreeQuota,
  wallNs: () => bigint,
): Result<FileTree, TreeError> {
  const tree = new FileTree(quota, wallNs);
  for (const entry of entries) {
    try {
      addEntry(tree, entry);
    } catch (thrown) {
      if (!(thrown instanceof WasiError)) throw thrown;
      return fail({ path: entry.path, code: thrown.payload as ErrorCode });
    }
  }
  return ok(tree);
}

function addEntry(tree: FileTree, entry: TreeEntry): void {
  const names = entry.path.split("/").filter((name) => name !== "");
  if (names.some((name) => name === "." || name === "..")) throw new WasiError<ErrorCode>("not-permitted");
  if (entry.kind === "directory") {
    makeDirectories(tree, names);
    return;
  }
  const name = names.pop();
  if (name === undefined) throw new WasiError<ErrorCode>("invalid");
  const directory = makeDirectories(tree, names);
  if (directory.entries.has(name)) throw new WasiError<ErrorCode>("exist");
  if (entry.kind === "symlink") tree.createSymlink(directory, name, entry.target);
  else tree.createFile(directory, name, entry.bytes).times.modified = BigInt(Math.round(entry.modifiedMs)) * NS_PER_MS;
}

function makeDirectories(tree: FileTree, names: readonly string[]): DirectoryNode {
  let directory = tree.root;
  for (const name of names) {
    const next: TreeNode = directory.entries.get(name) ?? tree.createDirectory(directory, name);
    if (next.type !== "directory") throw new WasiError<ErrorCode>("not-directory");
    directory = next;
  }
  return directory;
}

/** What stands in a tree at one time: enough to find out later what changed. */
export type TreeIndex = ReadonlyMap<string, { readonly node: TreeNode; readonly version: number }>;

export function indexOf(tree: FileTree): TreeIndex {
  const index = new Map<string, { node: TreeNode; version: number }>();
  // Not recursive: a guest can nest directories deeper than any stack.
  const pending: { directory: DirectoryNode; prefix: string }[] = [{ directory: tree.root, prefix: "" }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const [name, node] of next.directory.entries) {
      const path = next.prefix + name;
      index.set(path, { node, version: node.type === "regular-file" ? node.version : 0 });
      if (node.type === "directory") pending.push({ directory: node, prefix: `${path}/` });
    }
  }
  return index;
}

/** The entries of an index, directories before what is in them; bytes are copied as they are now. */
export function entriesOf(index: TreeIndex): TreeEntry[] {
  return Array.from(index, ([path, { node }]) => entryOf(path, node));
}

/**
 * What stands in `after` and not in `before`, and what was removed. Bytes are copied as they are now; of a file that was
 * there only what changed since its content last forgot its changes, where that is much less.
 */
export function changesBetween(before: TreeIndex, after: TreeIndex): TreeChange[] {
  const changes: TreeChange[] = [];
  for (const path of before.keys()) if (!after.has(path)) changes.push({ kind: "removed", path });
  for (const [path, { node, version }] of after) {
    const old = before.get(path);
    if (old?.node !== node) changes.push(entryOf(path, node));
    else if (old.version !== version && node.type === "regular-file") changes.push(changeOf(path, node));
  }
  return changes;
}

/** From what share of a file on all of it is told. */
const WHOLE_SHARE = 0.5;

function changeOf(path: string, node: FileNode): TreeChange {
  const { content } = node;
  if (content.changedBytes >= content.size * WHOLE_SHARE) return entryOf(path, node);
  const parts = content.changedParts();
  return { kind: "patch", path, sizeBytes: content.size, parts, modifiedMs: modifiedMsOf(node) };
}

function modifiedMsOf({ times }: TreeNode): number {
  return Number(times.modified / NS_PER_MS);
}

function entryOf(path: string, node: TreeNode): TreeEntry {
  if (node.type === "directory") return { kind: "directory", path };
  if (node.type === "symbolic-link") return { kind: "symlink", path, target: node.target };
  const bytes = node.content.read(0, node.content.size);
  return { kind: "file", path, bytes, modifiedMs: modifiedMsOf(node) };
}
