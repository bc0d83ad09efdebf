// What instances wrote to their standard streams, as it travels to the page.

import type { StandardStream } from "../wasi/host-context.ts";

export interface OutputChunk {
  readonly instance: string;
  readonly stream: StandardStream;
  /** Not cut at lines or characters. */
  readonly bytes: Uint8Array;
}

/** `chunks` with those that follow each other on one stream made into one. */
export function joinNeighbours(chunks: readonly OutputChunk[]): OutputChunk[] {
  const joined: OutputChunk[] = [];
  for (let start = 0, end = 0; start < chunks.length; start = end) {
    const { instance, stream, bytes } = chunks[start]!;
    let length = 0;
    while (end < chunks.length && chunks[end]!.instance === instance && chunks[end]!.stream === stream) {
      length += chunks[end]!.bytes.length;
      end += 1;
    }
    joined.push({
      instance,
      stream,
      bytes: end === start + 1 ? bytes : concatenate(chunks.slice(start, end), length),
    });
  }
  return joined;
}

function concatenate(chunks: readonly OutputChunk[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let position = 0;
  for (const { bytes } of chunks) {
    all.set(bytes, position);
    position += bytes.length;
  }
  return all;
}
