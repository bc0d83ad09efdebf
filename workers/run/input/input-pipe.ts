// Standard input that is written while a run goes on: from the page, which never blocks, to an instance that may.
// What doesn't fit into the line between them waits on the page's side, in order; nothing is lost and nothing is cut.

import type { FrameWriter } from "../http/frame-ends.ts";
import { type LineEnd, lineToRun, readerOf } from "../http/frame-line.ts";
import type { Bell } from "../wait/bell.ts";
import type { ByteSource } from "../wasi/io/byte-streams.ts";

const KIND = { data: 0, end: 1 } as const;

/** Bytes of one frame. */
const FRAME_BYTES = 32 * 1024;

/** The page's end of the standard input of a run. */
export class RunInput {
  /** The run's end. */
  readonly line: LineEnd;
  readonly #pipe: FrameWriter;
  #last: Promise<boolean> = Promise.resolve(true);
  #isEnded = false;

  /** @param control the words that the run waits for; null where it gets messages */
  constructor(control: Int32Array | null) {
    const { writer, end } = lineToRun(control);
    this.#pipe = writer;
    this.line = end;
  }

  /**
   * Puts `bytes`, which are borrowed until then, behind what was written before. Resolves when the run can have all of
   * them: a writer that waits for it holds no more than one piece of what it has to say. False where nobody reads any more.
   */
  write(bytes: Uint8Array): Promise<boolean> {
    return this.#then(() => this.#put(bytes));
  }

  /** The instance finds the end behind what was written before; nothing can be written after it. */
  end(): Promise<boolean> {
    const ended = this.#then(() => this.#pipe.write(KIND.end, new Uint8Array()));
    this.#isEnded = true;
    return ended;
  }

  /** The run is over: whoever still writes is let go. */
  close(): void {
    this.#pipe.abandon();
  }

  #then(write: () => Promise<boolean>): Promise<boolean> {
    if (this.#isEnded) return Promise.resolve(false);
    const last = this.#last;
    return (this.#last = (async () => (await last) && (await write()))());
  }

  async #put(bytes: Uint8Array): Promise<boolean> {
    for (let start = 0; start < bytes.length; start += FRAME_BYTES) {
      if (!(await this.#pipe.write(KIND.data, bytes.subarray(start, start + FRAME_BYTES)))) return false;
    }
    return !this.#pipe.isClosed;
  }
}

/** The run's end, for all instances that read it: each byte goes to the one that asks first. */
export function pipedInput(line: LineEnd, bell: Bell | null): ByteSource {
  const pipe = readerOf(line, bell);
  let rest: Uint8Array = new Uint8Array();
  let isEnded = false;
  return {
    isTyped: true,
    ready: () => isEnded || rest.length > 0 || pipe.ready(),
    read(length) {
      const frame = rest.length === 0 && !isEnded ? pipe.next() : null;
      if (frame?.kind === KIND.data) rest = frame.bytes;
      if (frame?.kind === KIND.end) isEnded = true;
      if (rest.length === 0) return isEnded ? null : new Uint8Array();
      const taken = rest.slice(0, length);
      rest = rest.subarray(taken.length);
      return taken;
    },
  };
}
