// A file tree in memory: the only place that changes nodes. It counts what they take and keeps their times.
// Names are keys of Maps, so that `__proto__` is a name like any other.

import { failFile } from "./error-code.ts";
import { FileContent } from "./file-content.ts";
import type { DirectoryNode, FileNode, SymlinkNode, TreeNode } from "./nodes.ts";

export interface TreeQuota {
  readonly bytes: number;
  /** Files, directories and symbolic links. */
  readonly nodes: number;
}

/** Bytes of the path from the root of a tree to anything in it, as most systems have it for one path. */
export const MAX_TREE_PATH_BYTES = 4096;

export const DEFAULT_QUOTA: TreeQuota = { bytes: 512 * 1024 * 1024, nodes: 100_000 };

/** What of a quota ran out. */
export type QuotaName = keyof TreeQuota;

let nextId = 1;

export class FileTree {
  readonly root: DirectoryNode;
  readonly #quota: TreeQuota;
  readonly #wallNs: () => bigint;
  /** Told each time that the quota refuses something. */
  onFull: ((name: QuotaName, most: number) => void) | null = null;
  #bytes = 0;
  #nodes = 0;
  #version = 0;

  constructor(quota: TreeQuota, wallNs: () => bigint) {
    this.#quota = quota;
    this.#wallNs = wallNs;
    this.root = { type: "directory", ...this.#newNode(), entries: new Map(), pathBytes: 0 };
    this.root.links = 1;
  }

  /** Grows with every change of a name or of a file's content. */
  get version(): number {
    return this.#version;
  }

  /** Nanoseconds since 1970. */
  get nowNs(): bigint {
    return this.#wallNs();
  }

  createFile(directory: DirectoryNode, name: string, bytes: Uint8Array): FileNode {
    requireReachable(directory, name);
    this.#requireBytes(bytes.length);
    const file: FileNode = { type: "regular-file", ...this.#newNode(), content: new FileContent(bytes), version: 0 };
    this.#bytes += bytes.length;
    this.link(directory, name, file);
    return file;
  }

  createDirectory(directory: DirectoryNode, name: string): DirectoryNode {
    const pathBytes = requireReachable(directory, name);
    const created: DirectoryNode = { type: "directory", ...this.#newNode(), entries: new Map(), pathBytes };
    this.link(directory, name, created);
    return created;
  }

  createSymlink(directory: DirectoryNode, name: string, target: string): SymlinkNode {
    requireReachable(directory, name);
    const symlink: SymlinkNode = { type: "symbolic-link", ...this.#newNode(), target };
    this.link(directory, name, symlink);
    return symlink;
  }

  /** Fails with `no-entry` or `name-too-long` where `node` can't have that name as well; nothing else hinders `link`. */
  requireLinkable(directory: DirectoryNode, name: string, node: TreeNode): void {
    const pathBytes = requireReachable(directory, name);
    if (node.type === "directory") moveBelow(node, pathBytes);
  }

  /** Gives `node` one more name; the name must be free. */
  link(directory: DirectoryNode, name: string, node: TreeNode): void {
    this.requireLinkable(directory, name, node);
    directory.entries.set(name, node);
    node.links += 1;
    this.#touchName(directory, node);
  }

  /** Takes the name away, and the bytes with the last name if nothing has it open. */
  unlink(directory: DirectoryNode, name: string): void {
    const node = directory.entries.get(name);
    if (!node) return;
    directory.entries.delete(name);
    node.links -= 1;
    this.#touchName(directory, node);
    this.#freeUnused(node);
  }

  /** Keeps what `node` takes, also without a name, until it is released as often. */
  hold(node: TreeNode): void {
    node.holds += 1;
  }

  release(node: TreeNode): void {
    node.holds -= 1;
    this.#freeUnused(node);
  }

  write(file: FileNode, offset: number, bytes: Uint8Array): void {
    const before = this.#requireRoom(file, Math.max(file.content.size, bytes.length === 0 ? 0 : offset + bytes.length));
    file.content.write(offset, bytes);
    this.#bytes += file.content.size - before;
    this.#touchContent(file);
  }

  /** Times in nanoseconds since 1970. */
  setTimes(node: TreeNode, accessed: bigint, modified: bigint): void {
    Object.assign(node.times, { accessed, modified, changed: this.#wallNs() });
    if (node.type === "regular-file") node.version += 1;
    this.#version += 1;
  }

  resize(file: FileNode, size: number): void {
    const before = this.#requireRoom(file, size);
    file.content.resize(size);
    this.#bytes += file.content.size - before;
    this.#touchContent(file);
  }

  /** The size of `file` as it is before it changes to `newSize`. */
  #requireRoom({ content: { size } }: FileNode, newSize: number): number {
    if (newSize > size) this.#requireBytes(newSize - size);
    return size;
  }

  #requireBytes(growth: number): void {
    if (this.#bytes + growth > this.#quota.bytes) this.#refuse("bytes");
  }

  #refuse(name: QuotaName): never {
    this.onFull?.(name, this.#quota[name]);
    return failFile("insufficient-space");
  }

  #freeUnused(node: TreeNode): void {
    if (node.links > 0 || node.holds > 0) return;
    this.#nodes -= 1;
    if (node.type === "regular-file") this.#bytes -= node.content.size;
  }

  #newNode(): Pick<TreeNode, "id" | "times" | "links" | "holds"> {
    if (this.#nodes >= this.#quota.nodes) this.#refuse("nodes");
    this.#nodes += 1;
    const now = this.#wallNs();
    return { id: nextId++, times: { accessed: now, modified: now, changed: now }, links: 0, holds: 0 };
  }

  #touchName(directory: DirectoryNode, node: TreeNode): void {
    const now = this.#wallNs();
    directory.times.modified = now;
    directory.times.changed = now;
    node.times.changed = now;
    this.#version += 1;
  }

  #touchContent(file: FileNode): void {
    const now = this.#wallNs();
    file.times.modified = now;
    file.times.changed = now;
    file.version += 1;
    this.#version += 1;
  }
}

/** Bytes of the path to `name` in `directory`; nothing can be put into one that was removed. */
function requireReachable({ pathBytes, links }: DirectoryNode, name: string): number {
  if (links === 0) failFile("no-entry");
  const bytes = pathBytes + nameBytes(name);
  return bytes > MAX_TREE_PATH_BYTES ? failFile("name-too-long") : bytes;
}

function nameBytes(name: string): number {
  return new TextEncoder().encode(name).length + 1;
}

/** Notes how long the paths in `directory` become where its own is of `pathBytes`. */
function moveBelow(directory: DirectoryNode, pathBytes: number): void {
  if (directory.pathBytes === pathBytes) return;
  const below: [DirectoryNode, number][] = [[directory, pathBytes]];
  // The list grows while it is gone through, and nothing is changed before all of it is known to fit.
  for (const [parent, parentBytes] of below) {
    for (const [name, node] of parent.entries) {
      const bytes = parentBytes + nameBytes(name);
      if (bytes > MAX_TREE_PATH_BYTES) failFile("name-too-long");
      if (node.type === "directory") below.push([node, bytes]);
    }
  }
  for (const [node, bytes] of below) node.pathBytes = bytes;
}
