// wasi:filesystem `descriptor`: an open file or directory with the rights that it was opened with.
// Rights come from the preopen and can only become fewer. Names are resolved in `path-operations.ts`.

import type { HostContext } from "../host-context.ts";
import type { InputStream } from "../io/input-stream.ts";
import type { OutputStream } from "../io/output-stream.ts";
import { failFile } from "./error-code.ts";
import { fileSink, fileSource } from "./file-streams.ts";
import type { FileTree } from "./file-tree.ts";
import type { DirectoryEntryStream } from "./directory-entry-stream.ts";
import type { FileNode, TreeNode } from "./nodes.ts";
import * as paths from "./path-operations.ts";
import { resolveExisting } from "./resolve-path.ts";
import { type DescriptorStat, metadataHashOf, type NewTimestamp, setTimes, statOf } from "./stat.ts";

export interface DescriptorFlags {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly fileIntegritySync?: boolean;
  readonly dataIntegritySync?: boolean;
  readonly requestedWriteSync?: boolean;
  readonly mutateDirectory?: boolean;
}

export interface PathFlags {
  readonly symlinkFollow?: boolean;
}

/** The preopened folder that a descriptor comes from. */
export interface FolderGrant {
  readonly context: HostContext;
  readonly tree: FileTree;
  readonly writable: boolean;
  /** Reports that the function of `wasi:filesystem/types` would have needed a writable folder. */
  refused(functionName: string): void;
}

/** Bytes that one read gives at most. */
const MAX_READ_BYTES = 16 * 1024 * 1024;

export class Descriptor {
  readonly #grant: FolderGrant;
  readonly #node: TreeNode;
  readonly #flags: DescriptorFlags;

  constructor(grant: FolderGrant, node: TreeNode, flags: DescriptorFlags) {
    this.#grant = grant;
    this.#node = node;
    this.#flags = flags;
    grant.context.openFiles.open(this, grant.tree, node);
  }

  [Symbol.dispose](): void {
    this.#grant.context.openFiles.close(this);
  }

  readViaStream(offset: bigint): InputStream {
    const file = this.#readableFile();
    const { context, tree } = this.#grant;
    return new context.classes.InputStream(context, fileSource(context.openFiles, tree, file, position(offset)));
  }

  writeViaStream(offset: bigint): OutputStream {
    return this.#sinkAt(position(offset));
  }

  appendViaStream(): OutputStream {
    return this.#sinkAt(null);
  }

  /** Advice, like syncing, changes nothing here. */
  advise(_offset: bigint, _length: bigint, _advice: string): void {
    if (this.#node.type !== "regular-file") failFile("bad-descriptor");
  }

  syncData(): void {}

  sync(): void {}

  getFlags(): DescriptorFlags {
    return this.#flags;
  }

  getType(): TreeNode["type"] {
    return this.#node.type;
  }

  setSize(size: bigint): void {
    if (this.#node.type !== "regular-file" || !this.#flags.write) failFile("invalid");
    this.#grant.tree.resize(this.#node, position(size));
  }

  setTimes(accessed: NewTimestamp, modified: NewTimestamp): void {
    this.#requireWritable("[method]descriptor.set-times");
    setTimes(this.#grant.tree, this.#node, accessed, modified);
  }

  read(length: bigint, offset: bigint): [Uint8Array, boolean] {
    const { content } = this.#readableFile();
    const start = position(offset);
    const bytes = content.read(start, Number(length < MAX_READ_BYTES ? length : MAX_READ_BYTES));
    return [bytes, start + bytes.length >= content.size];
  }

  write(bytes: Uint8Array, offset: bigint): bigint {
    this.#grant.tree.write(this.#writableFile(), position(offset), bytes);
    return BigInt(bytes.length);
  }

  readDirectory(): DirectoryEntryStream {
    const { context, tree } = this.#grant;
    const { node } = this.#directory("read-directory");
    return new context.classes.DirectoryEntryStream(context.openFiles, tree, node);
  }

  createDirectoryAt(path: string): void {
    paths.createDirectory(this.#directory("create-directory-at"), path);
  }

  stat(): DescriptorStat {
    return statOf(this.#node);
  }

  statAt({ symlinkFollow }: PathFlags, path: string): DescriptorStat {
    return statOf(resolveExisting(this.#directory("stat-at").node, path, symlinkFollow === true));
  }

  setTimesAt({ symlinkFollow }: PathFlags, path: string, accessed: NewTimestamp, modified: NewTimestamp): void {
    const at = this.#directory("set-times-at");
    const node = resolveExisting(at.node, path, symlinkFollow === true);
    at.requireWritable();
    setTimes(at.tree, node, accessed, modified);
  }

  linkAt({ symlinkFollow }: PathFlags, path: string, newDescriptor: Descriptor, newPath: string): void {
    const newAt = newDescriptor.#directory("link-at");
    paths.createLink(this.#directory("link-at"), path, symlinkFollow === true, newAt, newPath);
  }

  openAt({ symlinkFollow }: PathFlags, path: string, open: paths.OpenFlags, flags: DescriptorFlags): Descriptor {
    const at = this.#directory("open-at");
    if (flags.mutateDirectory) at.requireWritable();
    const node = paths.openNode(at, path, symlinkFollow === true, open, flags.write === true);
    // As in Wasmtime, a directory's right to change names is handed on without being asked for.
    const rights = node.type === "directory" ? this.#flags : fileFlags(flags);
    return new this.#grant.context.classes.Descriptor(this.#grant, node, rights);
  }

  readlinkAt(path: string): string {
    return paths.readLink(this.#directory("readlink-at"), path);
  }

  removeDirectoryAt(path: string): void {
    paths.removeDirectory(this.#directory("remove-directory-at"), path);
  }

  renameAt(path: string, newDescriptor: Descriptor, newPath: string): void {
    paths.rename(this.#directory("rename-at"), path, newDescriptor.#directory("rename-at"), newPath);
  }

  symlinkAt(target: string, path: string): void {
    paths.createSymlink(this.#directory("symlink-at"), target, path);
  }

  unlinkFileAt(path: string): void {
    paths.unlinkFile(this.#directory("unlink-file-at"), path);
  }

  isSameObject(other: Descriptor): boolean {
    return this.#node === other.#node;
  }

  metadataHash(): { lower: bigint; upper: bigint } {
    return metadataHashOf(this.#node);
  }

  metadataHashAt({ symlinkFollow }: PathFlags, path: string): { lower: bigint; upper: bigint } {
    return metadataHashOf(resolveExisting(this.#directory("metadata-hash-at").node, path, symlinkFollow === true));
  }

  #directory(method: string): paths.OpenDirectory {
    if (this.#node.type !== "directory") failFile("not-directory");
    const requireWritable = (): void => this.#requireWritable(`[method]descriptor.${method}`);
    return { tree: this.#grant.tree, node: this.#node, requireWritable };
  }

  #requireWritable(functionName: string): void {
    if (this.#grant.writable) return;
    this.#grant.refused(functionName);
    failFile("read-only");
  }

  #readableFile(): FileNode {
    if (this.#node.type !== "regular-file" || !this.#flags.read) failFile("bad-descriptor");
    return this.#node;
  }

  #writableFile(): FileNode {
    if (this.#node.type !== "regular-file" || !this.#flags.write) failFile("bad-descriptor");
    return this.#node;
  }

  #sinkAt(offset: number | null): OutputStream {
    const file = this.#writableFile();
    const { context, tree } = this.#grant;
    return new context.classes.OutputStream(context, fileSink(context.openFiles, tree, file, offset));
  }
}

function fileFlags({ mutateDirectory: _, ...flags }: DescriptorFlags): DescriptorFlags {
  return flags;
}

/** An offset or size as a number. Fails with `file-too-large` where no file can reach. */
function position(offset: bigint): number {
  return offset > Number.MAX_SAFE_INTEGER ? failFile("file-too-large") : Number(offset);
}
