// What wasi:filesystem does with names: each function works from an open directory and fails with the code that
// POSIX has for the case. Rights are asked for last, so that a more telling error comes first.

import { failFile } from "./error-code.ts";
import type { FileTree } from "./file-tree.ts";
import type { DirectoryNode, TreeNode } from "./nodes.ts";
import { type NamedPlace, resolveExisting, resolvePath } from "./resolve-path.ts";

/** A directory from which names are looked up, for one call. */
export interface OpenDirectory {
  readonly tree: FileTree;
  readonly node: DirectoryNode;
  /** Fails with `read-only` where nothing may be changed, and reports it. */
  requireWritable(): void;
}

export interface OpenFlags {
  readonly create?: boolean;
  readonly directory?: boolean;
  readonly exclusive?: boolean;
  readonly truncate?: boolean;
}

/** The node to open, created or cut off as `flags` say. `forWriting` is true where the descriptor shall write. */
export function openNode(
  at: OpenDirectory,
  path: string,
  follow: boolean,
  flags: OpenFlags,
  forWriting: boolean,
): TreeNode {
  if (flags.directory && (flags.create || flags.exclusive || flags.truncate)) failFile("invalid");
  const place = resolvePath(at.node, path, follow && !flags.exclusive);
  if (place.node === undefined) {
    if (!flags.create) failFile("no-entry");
    if (place.mustBeDirectory) failFile("is-directory");
    at.requireWritable();
    return at.tree.createFile(place.directory, place.name, new Uint8Array());
  }
  const { node } = place;
  if (flags.create && flags.exclusive) failFile("exist");
  if (node.type === "symbolic-link") failFile("loop");
  if (flags.directory && node.type !== "directory") failFile("not-directory");
  if (node.type === "directory" && (forWriting || flags.create || flags.truncate)) failFile("is-directory");
  if (forWriting || flags.truncate) at.requireWritable();
  if (flags.truncate && node.type === "regular-file") at.tree.resize(node, 0);
  return node;
}

export function createDirectory(at: OpenDirectory, path: string): void {
  const place = freePlace(at, path, true);
  at.requireWritable();
  at.tree.createDirectory(place.directory, place.name);
}

export function createSymlink(at: OpenDirectory, target: string, path: string): void {
  if (target === "") failFile("no-entry");
  if (target.startsWith("/")) failFile("not-permitted");
  if (target.includes("\0")) failFile("invalid");
  const place = freePlace(at, path, false);
  at.requireWritable();
  at.tree.createSymlink(place.directory, place.name, target);
}

export function createLink(
  at: OpenDirectory,
  path: string,
  follow: boolean,
  newAt: OpenDirectory,
  newPath: string,
): void {
  const node = resolveExisting(at.node, path, follow);
  const place = freePlace(newAt, newPath, false);
  if (node.type === "directory") failFile("not-permitted");
  if (at.tree !== newAt.tree) failFile("cross-device");
  at.requireWritable();
  newAt.requireWritable();
  at.tree.link(place.directory, place.name, node);
}

export function readLink(at: OpenDirectory, path: string): string {
  const node = resolveExisting(at.node, path, false);
  if (node.type !== "symbolic-link") failFile("invalid");
  const { target } = node;
  // A tree that a person filled in can have such a link; where it leads is not for the guest to know.
  if (target.startsWith("/")) failFile("not-permitted");
  return target;
}

export function removeDirectory(at: OpenDirectory, path: string): void {
  // Without its last slash, so that a symbolic link isn't taken for the directory that it leads to.
  const place = resolvePath(at.node, path.replace(/(?<=[^/])\/+$/, ""), false);
  if (place.node === undefined) failFile("no-entry");
  if (place.directory === null) failFile("invalid");
  if (place.node.type !== "directory") failFile("not-directory");
  if (place.node.entries.size > 0) failFile("not-empty");
  at.requireWritable();
  at.tree.unlink(place.directory, place.name);
}

export function unlinkFile(at: OpenDirectory, path: string): void {
  const place = resolvePath(at.node, path, false);
  if (place.node === undefined) failFile("no-entry");
  if (place.directory === null || place.node.type === "directory") failFile("is-directory");
  at.requireWritable();
  at.tree.unlink(place.directory, place.name);
}

export function rename(at: OpenDirectory, path: string, newAt: OpenDirectory, newPath: string): void {
  const from = resolvePath(at.node, path, false);
  const to = resolvePath(newAt.node, newPath, false);
  if (from.directory === null || to.directory === null) failFile("busy");
  const { node } = from;
  if (node === undefined) failFile("no-entry");
  if (at.tree !== newAt.tree) failFile("cross-device");
  if (to.mustBeDirectory && node.type !== "directory") failFile("not-directory");
  if (node.type === "directory" && isWithin(to.directory, node)) failFile("invalid");
  if (to.node !== undefined) requireReplaceable(to.node, node);
  at.requireWritable();
  newAt.requireWritable();
  if (to.node === node) return;
  at.tree.requireLinkable(to.directory, to.name, node);
  if (to.node !== undefined) at.tree.unlink(to.directory, to.name);
  at.tree.link(to.directory, to.name, node);
  at.tree.unlink(from.directory, from.name);
}

function requireReplaceable(old: TreeNode, by: TreeNode): void {
  if (old === by) return;
  if (old.type === "directory" && by.type !== "directory") failFile("is-directory");
  if (old.type !== "directory" && by.type === "directory") failFile("not-directory");
  if (old.type === "directory" && old.entries.size > 0) failFile("not-empty");
}

function freePlace(at: OpenDirectory, path: string, slashAllowed: boolean): NamedPlace {
  const place = resolvePath(at.node, path, false);
  if (place.directory === null || place.node !== undefined) failFile("exist");
  if (place.mustBeDirectory && !slashAllowed) failFile("no-entry");
  return place;
}

/** True if `directory` is `ancestor` or lies in it. */
function isWithin(directory: DirectoryNode, ancestor: DirectoryNode): boolean {
  const pending = [ancestor];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next === directory) return true;
    for (const node of next.entries.values()) if (node.type === "directory") pending.push(node);
  }
  return false;
}
