// What the instances of a graph have open: files and directories live on while they are, also without a name, and count.
// Instances that end without closing anything give it all back at once.

import { failFile } from "./error-code.ts";
import type { FileTree } from "./file-tree.ts";
import type { TreeNode } from "./nodes.ts";

/** Descriptors and streams over files that may be open at once; a listing counts each of its entries. */
const MAX_OPEN = 250_000;

interface Held {
  readonly tree: FileTree;
  readonly node: TreeNode;
  readonly weight: number;
}

export class OpenFiles {
  readonly #held = new Map<object, Held>();
  #weight = 0;

  /** Keeps `node` until `owner` is closed. Fails with `insufficient-memory` where too much is open. */
  open(owner: object, tree: FileTree, node: TreeNode, weight = 1): void {
    if (this.#weight + weight > MAX_OPEN) failFile("insufficient-memory");
    this.#weight += weight;
    this.#held.set(owner, { tree, node, weight });
    tree.hold(node);
  }

  close(owner: object): void {
    const held = this.#held.get(owner);
    if (!held) return;
    this.#held.delete(owner);
    this.#weight -= held.weight;
    held.tree.release(held.node);
  }

  closeAll(): void {
    for (const owner of this.#held.keys()) this.close(owner);
  }
}
