// wasi:filesystem `directory-entry-stream`: the entries of a directory as they were when the stream was opened.

import type { FileTree } from "./file-tree.ts";
import type { DirectoryNode, TreeNode } from "./nodes.ts";
import type { OpenFiles } from "./open-files.ts";

export class DirectoryEntryStream {
  readonly #open: OpenFiles;
  readonly #entries: Iterator<readonly [string, TreeNode]>;

  constructor(open: OpenFiles, tree: FileTree, directory: DirectoryNode) {
    open.open(this, tree, directory, 1 + directory.entries.size);
    this.#open = open;
    this.#entries = [...directory.entries].values();
  }

  [Symbol.dispose](): void {
    this.#open.close(this);
  }

  readDirectoryEntry(): { type: TreeNode["type"]; name: string } | undefined {
    const next = this.#entries.next();
    if (next.done) return undefined;
    const [name, node] = next.value;
    return { type: node.type, name };
  }
}
