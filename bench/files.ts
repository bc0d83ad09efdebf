// What a guest's appends cost: the host's own part of it, beside putting the same bytes into a file at once.

import { treeOf } from "../workers/run/wasi/filesystem/snapshot.ts";
import type { FileTree } from "../workers/run/wasi/filesystem/file-tree.ts";
import type { Pair } from "./engine.ts";

const QUOTA = { bytes: 256 * 1024 * 1024, nodes: 10 };
const APPENDS = 2000;
const CHUNK = new Uint8Array(4096).fill(7);
const WHOLE = new Uint8Array(APPENDS * CHUNK.length).fill(7);

function emptyTree(): FileTree {
  const tree = treeOf([], QUOTA, () => 0n);
  if (!tree.ok) throw new Error(tree.error.code);
  return tree.value;
}

export function appendingPairs(): Pair[] {
  return [
    {
      name: `${APPENDS} × ${CHUNK.length} bytes`,
      byteLength: WHOLE.length,
      work: () => {
        const tree = emptyTree();
        const file = tree.createFile(tree.root, "log", new Uint8Array());
        for (let i = 0; i < APPENDS; i++) tree.write(file, file.content.size, CHUNK);
      },
      yardstick: () => {
        const tree = emptyTree();
        tree.write(tree.createFile(tree.root, "log", new Uint8Array()), 0, WHOLE);
      },
    },
  ];
}
