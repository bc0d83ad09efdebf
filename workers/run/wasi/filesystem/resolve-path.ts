// A path → the place in a tree that it leads to. Nothing leads out of the directory that it starts in:
// neither `..`, nor an absolute path, nor a symbolic link with either.

import { failFile } from "./error-code.ts";
import type { DirectoryNode, TreeNode } from "./nodes.ts";

const MAX_PATH_BYTES = 4096;
const MAX_NAME_BYTES = 255;
/** Symbolic links that one path may go through. */
const MAX_SYMLINKS = 40;

/** A name in a directory, taken or free. */
export interface NamedPlace {
  readonly directory: DirectoryNode;
  readonly name: string;
  readonly node: TreeNode | undefined;
  /** The path ended in a slash. */
  readonly mustBeDirectory: boolean;
}

/** A directory that was reached as `.` or `..`, without a name to remove or replace. */
interface UnnamedPlace {
  readonly directory: null;
  readonly name: null;
  readonly node: DirectoryNode;
  readonly mustBeDirectory: true;
}

type Place = NamedPlace | UnnamedPlace;

/**
 * The place that `path` leads to from `base`. A symbolic link at its end is followed if `followLast` or if a slash
 * stands behind it. Fails with `no-entry`, `not-directory`, `not-permitted`, `loop`, `name-too-long` or `invalid`.
 */
export function resolvePath(base: DirectoryNode, path: string, followLast: boolean): Place {
  if (path === "") failFile("no-entry");
  const visited = [base];
  const pending = componentsOf(path).toReversed();
  let mustBeDirectory = path.endsWith("/");
  let symlinks = 0;
  while (pending.length > 0) {
    const name = pending.pop()!;
    if (name === ".") continue;
    if (name === "..") {
      visited.pop();
      if (visited.length === 0) failFile("not-permitted");
      continue;
    }
    const directory = visited.at(-1)!;
    const node = directory.entries.get(name);
    const isLast = pending.length === 0;
    if (node?.type === "symbolic-link" && (!isLast || followLast || mustBeDirectory)) {
      symlinks += 1;
      if (symlinks > MAX_SYMLINKS) failFile("loop");
      pending.push(...componentsOf(node.target).toReversed());
      if (isLast && node.target.endsWith("/")) mustBeDirectory = true;
    } else if (isLast) {
      if (node && mustBeDirectory && node.type !== "directory") failFile("not-directory");
      return { directory, name, node, mustBeDirectory };
    } else if (node === undefined) failFile("no-entry");
    else if (node.type === "directory") visited.push(node);
    else failFile("not-directory");
  }
  return { directory: null, name: null, node: visited.at(-1)!, mustBeDirectory: true };
}

/** As `resolvePath`, for what must be there. */
export function resolveExisting(base: DirectoryNode, path: string, followLast: boolean): TreeNode {
  return resolvePath(base, path, followLast).node ?? failFile("no-entry");
}

function componentsOf(path: string): string[] {
  if (path.startsWith("/")) failFile("not-permitted");
  if (path.includes("\0")) failFile("invalid");
  if (byteLength(path) > MAX_PATH_BYTES) failFile("name-too-long");
  const components = path.split("/").filter((component) => component !== "");
  if (components.some((component) => byteLength(component) > MAX_NAME_BYTES)) failFile("name-too-long");
  return components;
}

/** Bytes of `text` in UTF-8. */
function byteLength(text: string): number {
  // A UTF-16 unit takes three bytes at most: short texts needn't be encoded.
  return text.length * 3 <= MAX_NAME_BYTES ? text.length : new TextEncoder().encode(text).length;
}
