// The standard streams of a run on their way to the page, through shared memory: what a guest wrote before it hung or
// was killed isn't lost, and a flood of lines waits for the page instead of burying it.
// One writer (the worker), one reader (the page). A record: instance u16, stream u8, unused u8, length u32, bytes.

import { CONTROL_WORD, type ControlLayout } from "../control/control-buffer.ts";
import { joinNeighbours, type OutputChunk } from "./output-chunks.ts";
import type { StandardStream } from "../wasi/host-context.ts";
import { putWrapping, takeWrapping } from "../control/ring-bytes.ts";

const HEADER_BYTES = 8;
const STREAMS: readonly StandardStream[] = ["stdout", "stderr"];
/** A waiting writer looks this often whether the run was stopped. */
const STOP_CHECK_MS = 100;

interface RingReader {
  /** The ring was empty: there is something to read. */
  available(): void;
  /** The ring is full, and the writer waits. */
  full(): void;
}

export class OutputRingWriter {
  readonly #layout: ControlLayout;
  readonly #reader: RingReader;
  readonly #checkStopped: () => void;

  /** @param checkStopped throws when the run is to end */
  constructor(layout: ControlLayout, reader: RingReader, checkStopped: () => void) {
    this.#layout = layout;
    this.#reader = reader;
    this.#checkStopped = checkStopped;
  }

  /** Writes all of `bytes`, in several records if need be; waits while there is no room. */
  write(instance: number, stream: StandardStream, bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.length > 0) {
      const room = this.#waitForRoom() - HEADER_BYTES;
      const part = rest.subarray(0, room);
      this.#writeRecord(instance, STREAMS.indexOf(stream), part);
      rest = rest.subarray(part.length);
    }
  }

  #waitForRoom(): number {
    const { words, outputRing } = this.#layout;
    for (;;) {
      const read = Atomics.load(words, CONTROL_WORD.outputRead);
      const room = outputRing.length - ((Atomics.load(words, CONTROL_WORD.outputWritten) - read) >>> 0);
      if (room > HEADER_BYTES) return room;
      this.#checkStopped();
      this.#reader.full();
      Atomics.wait(words, CONTROL_WORD.outputRead, read, STOP_CHECK_MS);
    }
  }

  #writeRecord(instance: number, stream: number, bytes: Uint8Array): void {
    const { words, outputRing } = this.#layout;
    const start = Atomics.load(words, CONTROL_WORD.outputWritten);
    const header = new Uint8Array(HEADER_BYTES);
    const view = new DataView(header.buffer);
    view.setUint16(0, instance, true);
    view.setUint8(2, stream);
    view.setUint32(4, bytes.length, true);
    putWrapping(outputRing, start, header);
    putWrapping(outputRing, start + HEADER_BYTES, bytes);
    Atomics.store(words, CONTROL_WORD.outputWritten, (start + HEADER_BYTES + bytes.length) | 0);
    if (Atomics.load(words, CONTROL_WORD.outputRead) === start) this.#reader.available();
  }
}

interface DrainedOutput {
  /** Oldest first; neighbours of one stream are one chunk. */
  readonly chunks: readonly OutputChunk[];
  /** True where more was written meanwhile, which nobody will tell of. */
  readonly more: boolean;
}

/**
 * What is in the ring now, taken out of it; `instances` are the names by number.
 * @param upTo a position between two writes; what was written from there on stays
 */
export function drainOutput(
  { words, outputRing }: ControlLayout,
  instances: readonly string[],
  upTo: number = Atomics.load(words, CONTROL_WORD.outputWritten),
): DrainedOutput {
  const chunks: OutputChunk[] = [];
  let position = Atomics.load(words, CONTROL_WORD.outputRead);
  // Positions wrap around; one that was passed already lies behind.
  while (((upTo - position) | 0) > 0) {
    const header = new DataView(takeWrapping(outputRing, position, HEADER_BYTES).buffer);
    const length = header.getUint32(4, true);
    const bytes = takeWrapping(outputRing, position + HEADER_BYTES, length);
    chunks.push({ instance: instances[header.getUint16(0, true)]!, stream: STREAMS[header.getUint8(2)]!, bytes });
    position = (position + HEADER_BYTES + length) | 0;
  }
  Atomics.store(words, CONTROL_WORD.outputRead, position);
  Atomics.notify(words, CONTROL_WORD.outputRead);
  const more = Atomics.load(words, CONTROL_WORD.outputWritten) !== position;
  return { chunks: joinNeighbours(chunks), more };
}
