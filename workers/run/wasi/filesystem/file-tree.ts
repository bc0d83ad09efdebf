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

export const DEFAULT_QUOTA: TreeQuota = { bytes: 512 * 1024 * 1024, nodes: 100_000 };

let nextId = 1;

export class FileTree {
  readonly root: DirectoryNode;
  readonly #quota: TreeQuota;
  readonly #wallNs: () => bigint;
  #bytes = 0;
  #nodes = 0;
  #version = 0;

  constructor(quota: TreeQuota, wallNs: () => bigint) {
    this.#quota = quota;
    this.#wallNs = wallNs;
    this.root = { type: "directory", ...this.#newNode(), entries: new Map() };
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
    this.#requireBytes(bytes.length);
    const file: FileNode = { type: "regular-file", ...this.#newNode(), content: new FileContent(bytes), version: 0 };
    this.#bytes += bytes.length;
    this.link(directory, name, file);
    return file;
  }

  createDirectory(directory: DirectoryNode, name: string): DirectoryNode {
    const created: DirectoryNode = { type: "directory", ...this.#newNode(), entries: new Map() };
    this.link(directory, name, created);
    return created;
  }

  createSymlink(directory: DirectoryNode, name: string, target: string): SymlinkNode {
    const symlink: SymlinkNode = { type: "symbolic-link", ...this.#newNode(), target };
    this.link(directory, name, symlink);
    return symlink;
  }

  /** Gives `node` one more name; the name must be free. */
  link(directory: DirectoryNode, name: string, node: TreeNode): void {
    if (directory.links === 0) failFile("no-entry");
    directory.entries.set(name, node);
    node.links += 1;
    this.#touchName(directory, node);
  }

  /** Takes the name away, and the bytes with the last name. */
  unlink(directory: DirectoryNode, name: string): void {
    const node = directory.entries.get(name);
    if (!node) return;
    directory.entries.delete(name);
    node.links -= 1;
    this.#touchName(directory, node);
    if (node.links > 0) return;
    this.#nodes -= 1;
    if (node.type === "regular-file") this.#bytes -= node.content.size;
  }

  write(file: FileNode, offset: number, bytes: Uint8Array): void {
    this.#account(file, Math.max(file.content.size, bytes.length === 0 ? 0 : offset + bytes.length));
    file.content.write(offset, bytes);
    this.#touchContent(file);
  }

  resize(file: FileNode, size: number): void {
    this.#account(file, size);
    file.content.resize(size);
    this.#touchContent(file);
  }

  #account(file: FileNode, newSize: number): void {
    const growth = newSize - file.content.size;
    if (growth > 0) this.#requireBytes(growth);
    // A file without a name is gone from the count already.
    if (file.links > 0) this.#bytes += growth;
  }

  #requireBytes(growth: number): void {
    if (this.#bytes + growth > this.#quota.bytes) failFile("insufficient-space");
  }

  #newNode(): { id: number; times: TreeNode["times"]; links: number } {
    if (this.#nodes >= this.#quota.nodes) failFile("insufficient-space");
    this.#nodes += 1;
    const now = this.#wallNs();
    return { id: nextId++, times: { accessed: now, modified: now, changed: now }, links: 0 };
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
