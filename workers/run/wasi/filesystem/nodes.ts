// What a file tree is made of. Names live in the directories, so that a file can have several.

import type { FileContent } from "./file-content.ts";

/** Nanoseconds since 1970. */
interface Timestamps {
  accessed: bigint;
  modified: bigint;
  changed: bigint;
}

interface NodeBase {
  /** Unique in the run, and never used again: what tells objects apart. */
  readonly id: number;
  readonly times: Timestamps;
  /** Names that lead to it; 0 for what was removed and is only open. */
  links: number;
  /** How often it is open now. */
  holds: number;
}

export interface FileNode extends NodeBase {
  readonly type: "regular-file";
  readonly content: FileContent;
  /** Grows with every change of the content. */
  version: number;
}

export interface DirectoryNode extends NodeBase {
  readonly type: "directory";
  readonly entries: Map<string, TreeNode>;
  /** Bytes of its path from the root, each name with a slash. */
  pathBytes: number;
}

export interface SymlinkNode extends NodeBase {
  readonly type: "symbolic-link";
  readonly target: string;
}

export type TreeNode = FileNode | DirectoryNode | SymlinkNode;

/** Bytes of a file or of a symbolic link's target. */
export function sizeOf(node: TreeNode): number {
  if (node.type === "regular-file") return node.content.size;
  return node.type === "symbolic-link" ? new TextEncoder().encode(node.target).length : 0;
}
