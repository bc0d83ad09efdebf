// The file trees of a run, and what changed in them since somebody last asked.

import type { FileTree, QuotaName } from "../wasi/filesystem/file-tree.ts";
import { changesBetween, entriesOf, indexOf, type TreeEntry, type TreeIndex } from "../wasi/filesystem/snapshot.ts";
import type { RunEvent } from "./run-events.ts";

interface Watched {
  readonly tree: FileTree;
  version: number;
  index: TreeIndex;
}

export class TreeWatch {
  readonly trees: ReadonlyMap<string, FileTree>;
  readonly #watched: ReadonlyMap<string, Watched>;

  constructor(trees: ReadonlyMap<string, FileTree>) {
    this.trees = trees;
    this.#watched = new Map(
      Array.from(trees, ([name, tree]) => [name, { tree, version: tree.version, index: indexOf(tree) }]),
    );
  }

  /** One event per tree that changed since the last call. */
  changes(): RunEvent[] {
    const events: RunEvent[] = [];
    for (const [name, watched] of this.#watched) {
      if (watched.version === watched.tree.version) continue;
      const index = indexOf(watched.tree);
      const changes = changesBetween(watched.index, index);
      watched.version = watched.tree.version;
      watched.index = index;
      for (const { node } of index.values()) if (node.type === "regular-file") node.content.forgetChanges();
      if (changes.length > 0) events.push({ kind: "files", tree: name, changes });
    }
    return events;
  }

  /** All of a tree as it is now, or null where there is none of that name. */
  entries(name: string): TreeEntry[] | null {
    const tree = this.trees.get(name);
    return tree ? entriesOf(indexOf(tree)) : null;
  }
}

/** Emits an event when a guest is first refused something because a tree is full, for each limit of the tree. */
export function tellWhenFull(trees: ReadonlyMap<string, FileTree>, emit: (event: RunEvent) => void): void {
  for (const [name, tree] of trees) {
    const told = new Set<QuotaName>();
    tree.onFull = (limit, most) => {
      if (!told.has(limit)) emit({ kind: "tree-full", tree: name, limit, most });
      told.add(limit);
    };
  }
}
