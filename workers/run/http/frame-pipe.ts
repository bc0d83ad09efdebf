// Frames through shared memory, from a thread that never blocks (the page, the thread that fetches) to a run, which may:
// the request that is served to it, the response to one that it sent, or what is typed into it.
//
//   words 0, 1   bytes written and bytes read so far, modulo 2^32
//   word 2       1 once nobody reads any more
//   word 3       1 once nobody wants what the run makes of it
//   word 4       bytes that were taken of what flows back, modulo 2^32
//   then         the ring; a frame is its kind and its length, 32 bits each, and its bytes

import { wakeRun } from "../control/control-buffer.ts";
import { type Frame, FRAME_HEADER_BYTES, type FrameReader, type FrameWriter, LINE_BYTES } from "./frame-ends.ts";
import { putWrapping, takeWrapping } from "../control/ring-bytes.ts";

const HEADER_BYTES = 32;
const WORD = { written: 0, read: 1, closed: 2, cancelled: 3, taken: 4 } as const;

/** How often a thread looks that can't be told. */
const POLL_MS = 4;

export function createPipe(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + LINE_BYTES);
}

/** The end that never blocks. */
export class PipeWriter implements FrameWriter {
  readonly #words: Int32Array;
  readonly #ring: Uint8Array;
  readonly #control: Int32Array;

  /** @param control the words that the run waits for */
  constructor(pipe: SharedArrayBuffer, control: Int32Array) {
    this.#words = new Int32Array(pipe, 0, HEADER_BYTES / 4);
    this.#ring = new Uint8Array(pipe, HEADER_BYTES);
    this.#control = control;
  }

  async write(kind: number, bytes: Uint8Array): Promise<boolean> {
    for (;;) {
      const read = Atomics.load(this.#words, WORD.read);
      const written = Atomics.load(this.#words, WORD.written);
      if (Atomics.load(this.#words, WORD.closed) === 1) return false;
      if (this.#ring.length - ((written - read) >>> 0) >= FRAME_HEADER_BYTES + bytes.length) break;
      await changeOf(this.#words, WORD.read, read);
    }
    const start = Atomics.load(this.#words, WORD.written);
    const header = new Uint8Array(new Uint32Array([kind, bytes.length]).buffer);
    putWrapping(this.#ring, start, header);
    putWrapping(this.#ring, start + FRAME_HEADER_BYTES, bytes);
    Atomics.store(this.#words, WORD.written, (start + FRAME_HEADER_BYTES + bytes.length) | 0);
    wakeRun(this.#control);
    return true;
  }

  cancel(): void {
    Atomics.store(this.#words, WORD.cancelled, 1);
    wakeRun(this.#control);
  }

  take(bytes: number): void {
    Atomics.add(this.#words, WORD.taken, bytes);
    wakeRun(this.#control);
  }

  abandon(): void {
    close(this.#words);
  }

  get isClosed(): boolean {
    return Atomics.load(this.#words, WORD.closed) === 1;
  }

  async closed(): Promise<void> {
    while (!this.isClosed) await changeOf(this.#words, WORD.closed, 0);
  }
}

/** The run's end. */
export class PipeReader implements FrameReader {
  readonly #words: Int32Array;
  readonly #ring: Uint8Array;

  constructor(pipe: SharedArrayBuffer) {
    this.#words = new Int32Array(pipe, 0, HEADER_BYTES / 4);
    this.#ring = new Uint8Array(pipe, HEADER_BYTES);
  }

  ready(): boolean {
    return Atomics.load(this.#words, WORD.written) !== Atomics.load(this.#words, WORD.read);
  }

  next(): Frame | null {
    if (!this.ready()) return null;
    const start = Atomics.load(this.#words, WORD.read);
    const [kind = 0, length = 0] = new Uint32Array(takeWrapping(this.#ring, start, FRAME_HEADER_BYTES).buffer);
    const bytes = takeWrapping(this.#ring, start + FRAME_HEADER_BYTES, length);
    Atomics.store(this.#words, WORD.read, (start + FRAME_HEADER_BYTES + length) | 0);
    Atomics.notify(this.#words, WORD.read);
    return { kind, bytes };
  }

  close(): void {
    close(this.#words);
  }

  get isCancelled(): boolean {
    return Atomics.load(this.#words, WORD.cancelled) === 1;
  }

  untaken(sent: number): number {
    return ((sent | 0) - Atomics.load(this.#words, WORD.taken)) >>> 0;
  }
}

function close(words: Int32Array): void {
  Atomics.store(words, WORD.closed, 1);
  Atomics.notify(words, WORD.closed);
  Atomics.notify(words, WORD.read);
}

/** Resolves when the word isn't `seen` any more, or a little later. */
async function changeOf(words: Int32Array, word: number, seen: number): Promise<void> {
  // Browsers that can't wait without blocking look now and then.
  if (typeof Atomics.waitAsync !== "function") return new Promise((resolve) => void setTimeout(resolve, POLL_MS));
  await Atomics.waitAsync(words, word, seen).value;
}
