// wasi:http `incoming-body` and `future-trailers`: what came with a message, read while it comes.

import { GuestTrap } from "../../trap/signals.ts";
import type { HostContext } from "../host-context.ts";
import { type ByteSource, StreamFailure } from "../io/byte-streams.ts";
import type { InputStream } from "../io/input-stream.ts";
import type { Pollable, ReadySource } from "../io/pollable.ts";
import { failWith } from "../wasi-error.ts";
import { FieldContent, type Fields } from "./fields.ts";
import { type Answer, type FieldEntries, type HttpErrorCode, internalError } from "./http-values.ts";

/** A body from outside. Its end says whether it is whole. */
export interface IncomingContent extends ByteSource {
  /** What came behind the last byte, once `read` gave null; null if there was nothing. */
  trailers(): FieldEntries | null;
}

/** A body that is there already. `bytes` are borrowed. */
export function wholeContent(bytes: Uint8Array): IncomingContent {
  let position = 0;
  return {
    ready: () => true,
    read(length) {
      if (position === bytes.length) return null;
      const chunk = bytes.slice(position, position + length);
      position += chunk.length;
      return chunk;
    },
    trailers: () => null,
  };
}

/** How many bytes are thrown away at once of a body that nobody reads. */
const SKIP_BYTES = 64 * 1024;

/** A body that is read once, by a stream and then up to its end for the trailers. */
class Reading implements ByteSource {
  readonly #content: IncomingContent;
  isStreaming = false;
  outcome: Answer<FieldEntries | null, HttpErrorCode> | null = null;

  constructor(content: IncomingContent) {
    this.#content = content;
  }

  get deadlineMs(): number {
    return this.#content.deadlineMs ?? Infinity;
  }

  ready(): boolean {
    return this.outcome !== null || this.#content.ready();
  }

  read(length: number): Uint8Array | null {
    if (this.outcome !== null) return null;
    try {
      const bytes = this.#content.read(length);
      if (bytes === null) this.outcome = { tag: "ok", val: this.#content.trailers() };
      return bytes;
    } catch (thrown) {
      if (thrown instanceof StreamFailure) {
        this.outcome = { tag: "err", val: thrown.codes.http ?? internalError(thrown.message) };
      }
      throw thrown;
    }
  }

  close(): void {
    this.isStreaming = false;
  }

  /** Reads what is there and throws it away. True at the end. */
  skip(): boolean {
    while (this.outcome === null && this.#content.ready()) {
      try {
        this.read(SKIP_BYTES);
      } catch (thrown) {
        if (!(thrown instanceof StreamFailure)) throw thrown;
      }
    }
    return this.outcome !== null;
  }

  stop(): void {
    this.#content.close?.();
  }
}

export class IncomingBody {
  readonly #context: HostContext;
  readonly #reading: Reading;
  #isTaken = false;
  #isFinished = false;

  constructor(context: HostContext, content: IncomingContent) {
    this.#context = context;
    this.#reading = new Reading(content);
  }

  static finish(body: IncomingBody): FutureTrailers {
    if (body.#reading.isStreaming) throw new GuestTrap("an incoming body is finished while its stream is open");
    body.#isFinished = true;
    return new body.#context.classes.FutureTrailers(body.#context, body.#reading);
  }

  stream(): InputStream {
    if (this.#isTaken) failWith(undefined);
    this.#isTaken = true;
    this.#reading.isStreaming = true;
    return new this.#context.classes.InputStream(this.#context, this.#reading);
  }

  [Symbol.dispose](): void {
    if (!this.#isFinished) this.#reading.stop();
  }
}

export class FutureTrailers {
  readonly #context: HostContext;
  readonly #reading: Reading;
  #isTaken = false;

  constructor(context: HostContext, reading: Reading) {
    this.#context = context;
    this.#reading = reading;
  }

  subscribe(): Pollable {
    const reading = this.#reading;
    const source: ReadySource = {
      ready: () => reading.skip(),
      get deadlineMs() {
        return reading.deadlineMs;
      },
    };
    return new this.#context.classes.Pollable(this.#context.thread, source);
  }

  get(): Answer<Answer<Fields | undefined, HttpErrorCode>, undefined> | undefined {
    if (this.#isTaken) return { tag: "err", val: undefined };
    if (!this.#reading.skip()) return undefined;
    this.#isTaken = true;
    const outcome = this.#reading.outcome!;
    if (outcome.tag === "err") return { tag: "ok", val: outcome };
    const { Fields } = this.#context.classes;
    const trailers = outcome.val === null ? undefined : new Fields(new FieldContent(outcome.val), false);
    return { tag: "ok", val: { tag: "ok", val: trailers } };
  }

  [Symbol.dispose](): void {
    this.#reading.stop();
  }
}
