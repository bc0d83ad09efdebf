// Streams over a file: each keeps a position of its own, so that several don't disturb each other.

import { WasiError } from "../wasi-error.ts";
import { type ByteSink, type ByteSource, StreamFailure } from "../io/byte-streams.ts";
import type { ErrorCode } from "./error-code.ts";
import type { FileTree } from "./file-tree.ts";
import type { FileNode } from "./nodes.ts";
import type { OpenFiles } from "./open-files.ts";

/** Reads `file` from `offset` on; what is appended meanwhile is read too. */
export function fileSource(open: OpenFiles, tree: FileTree, file: FileNode, offset: number): ByteSource {
  let position = offset;
  const source: ByteSource = {
    ready: () => true,
    read(length) {
      const bytes = file.content.read(position, length);
      position += bytes.length;
      return bytes.length === 0 ? null : bytes;
    },
    close: () => open.close(source),
  };
  open.open(source, tree, file);
  return source;
}

/** Writes `file` from `offset` on, or always at its end where `offset` is null. */
export function fileSink(open: OpenFiles, tree: FileTree, file: FileNode, offset: number | null): ByteSink {
  let position = offset ?? 0;
  const sink: ByteSink = {
    ready: () => true,
    capacity: () => Infinity,
    write(bytes) {
      if (offset === null) position = file.content.size;
      try {
        tree.write(file, position, bytes);
      } catch (thrown) {
        if (!(thrown instanceof WasiError)) throw thrown;
        const code = thrown.payload as ErrorCode;
        throw new StreamFailure(`cannot write: ${code}`, { filesystem: code });
      }
      position += bytes.length;
    },
    close: () => open.close(sink),
  };
  open.open(sink, tree, file);
  return sink;
}
