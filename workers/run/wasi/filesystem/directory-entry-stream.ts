// wasi:filesystem `directory-entry-stream`: the entries of a directory as they were when the stream was opened.

import type { DirectoryNode, TreeNode } from "./nodes.ts";

export class DirectoryEntryStream {
  readonly #entries: Iterator<readonly [string, TreeNode]>;

  constructor(directory: DirectoryNode) {
    this.#entries = [...directory.entries].values();
  }

  readDirectoryEntry(): { type: TreeNode["type"]; name: string } | undefined {
    const next = this.#entries.next();
    if (next.done) return undefined;
    const [name, node] = next.value;
    return { type: node.type, name };
  }
}
