// A request that the page puts to a run, and its answer: streams on the page's side, frames on the other.

import type { FrameWriter } from "./frame-ends.ts";
import type { LineEnd } from "./frame-line.ts";
import { writeFrame } from "./http-frames.ts";
import type { ServedFrame, ServeEnd, ServeQuestion } from "./serve.protocol.ts";
import type { FieldEntries } from "../wasi/http/http-values.ts";

export interface HttpRequest {
  /** An instance that exports `wasi:http/incoming-handler`. */
  readonly instance: string;
  readonly method: string;
  /** Absolute; what is behind `#` isn't sent. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string | Uint8Array])[];
  readonly body: ReadableStream<Uint8Array> | Uint8Array | null;
  readonly instances: ServeQuestion["instances"];
  /** The client goes. A handler of instances of its own is ended; another one finds its streams closed. */
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: FieldEntries;
  /** What the handler writes, as it does; fails where it left its answer unfinished. */
  readonly body: ReadableStream<Uint8Array>;
  /** Null until the body is read to its end, and where there are none. */
  readonly trailers: Promise<FieldEntries | null>;
  /** How the handler ended, which may be after its answer. */
  readonly finished: Promise<ServeEnd>;
}

export type HttpOutcome =
  | { readonly kind: "response"; readonly response: HttpResponse }
  /** It ended without a response. */
  | Exclude<ServeEnd, { kind: "answered" }>;

/** The page's end of the line that a request goes through, and the other one. */
interface RequestLine {
  readonly writer: FrameWriter;
  readonly end: LineEnd;
}

export class Exchange {
  readonly outcome: Promise<HttpOutcome>;
  readonly #request: HttpRequest;
  readonly #pipe: RequestLine | null;
  readonly #queue: Uint8Array[] = [];
  readonly #trailers = deferred<FieldEntries | null>();
  readonly #finished = deferred<ServeEnd>();
  #body: ReadableStreamDefaultController<Uint8Array> | null = null;
  /** The reader of the body waits for the next piece. */
  #isPulling = false;
  #isWhole = false;
  #isOver = false;
  #resolve!: (outcome: HttpOutcome) => void;

  /** @param pipe to the run, or null where nothing can reach it while it is busy */
  constructor(request: HttpRequest, pipe: RequestLine | null) {
    this.#request = request;
    this.#pipe = pipe;
    this.outcome = new Promise((resolve) => (this.#resolve = resolve));
    request.signal?.addEventListener("abort", () => this.#cancel());
  }

  /**
   * What the run is asked, or null where the body broke off before. It goes through the pipe from now on, or is read
   * first where there is none.
   */
  async question(): Promise<ServeQuestion | null> {
    const { instance, method, url, headers, body, instances, signal } = this.#request;
    const { protocol, host, pathname, search } = new URL(url);
    const encoder = new TextEncoder();
    if (signal?.aborted) this.#cancel();
    if (this.#pipe) void this.#feed(this.#pipe.writer);
    const whole = this.#pipe || body === null ? null : await wholeBody(body);
    if (whole === null && !this.#pipe && body !== null) return null;
    return {
      instance,
      method,
      scheme: protocol.slice(0, -1),
      authority: host,
      pathWithQuery: pathname + search,
      headers: headers.map(([name, value]) => [name, typeof value === "string" ? encoder.encode(value) : value]),
      instances,
      pipe: this.#pipe?.end ?? null,
      body: whole,
    };
  }

  /** A part of the answer came. */
  receive(frame: ServedFrame): void {
    if (this.#isOver) return;
    switch (frame.kind) {
      case "head":
        this.#answer(frame.status, frame.headers);
        break;
      case "data":
        this.#queue.push(frame.bytes);
        this.#deliver();
        break;
      case "end":
        this.#isWhole = true;
        this.#trailers.resolve(frame.trailers);
        this.#deliver();
        break;
    }
  }

  /** The handler has ended. */
  end(end: ServeEnd): void {
    this.#finished.resolve(end);
    if (this.#body === null && end.kind !== "answered") this.#resolve(end);
    if (!this.#isWhole) this.#break(end.kind);
    this.#pipe?.writer.abandon();
    this.#isOver = true;
  }

  #answer(status: number, headers: FieldEntries): void {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#body = controller),
      pull: () => {
        this.#isPulling = true;
        this.#deliver();
      },
      cancel: () => this.#cancel(),
    });
    const response = { status, headers, body, trailers: this.#trailers.promise, finished: this.#finished.promise };
    this.#resolve({ kind: "response", response });
  }

  #deliver(): void {
    const next = this.#isPulling ? takeTogether(this.#queue) : null;
    if (next) {
      this.#isPulling = false;
      this.#pipe?.writer.take(next.length);
      this.#body?.enqueue(next);
    }
    if (this.#isWhole && this.#queue.length === 0) this.#close();
  }

  #close(): void {
    this.#body?.close();
    this.#body = null;
  }

  #break(reason: string): void {
    this.#trailers.resolve(null);
    this.#body?.error(new Error(`the answer ended early: ${reason}`));
    this.#body = null;
  }

  #cancel(): void {
    if (this.#isOver) return;
    this.#pipe?.writer.cancel();
    this.#resolve({ kind: "cancelled" });
    this.#break("cancelled");
    this.#isOver = true;
  }

  async #feed(pipe: FrameWriter): Promise<void> {
    const { body } = this.#request;
    try {
      for await (const bytes of body instanceof Uint8Array ? [body] : piecesOf(body)) {
        if (!(await writeFrame(pipe, { kind: "data", bytes }))) return;
      }
      await writeFrame(pipe, { kind: "end", trailers: null });
    } catch {
      await writeFrame(pipe, { kind: "error", code: { tag: "connection-terminated" } });
    }
  }
}

/** Pieces that have come meanwhile are handed on together: each costs whoever reads them about the same. */
const PIECE_BYTES = 64 * 1024;

/** The first pieces of `queue`, taken from it as one; null where there is none. */
function takeTogether(queue: Uint8Array[]): Uint8Array | null {
  let count = 0;
  let byteLength = 0;
  while (count < queue.length && (count === 0 || byteLength + queue[count]!.length <= PIECE_BYTES)) {
    byteLength += queue[count]!.length;
    count += 1;
  }
  const pieces = queue.splice(0, count);
  if (pieces.length <= 1) return pieces[0] ?? null;
  const together = new Uint8Array(byteLength);
  let at = 0;
  for (const piece of pieces) {
    together.set(piece, at);
    at += piece.length;
  }
  return together;
}

/** All of `body`, or null where it breaks off. */
async function wholeBody(body: ReadableStream<Uint8Array> | Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body instanceof Uint8Array) return body.slice();
  const pieces: Uint8Array[] = [];
  try {
    for await (const bytes of piecesOf(body)) pieces.push(bytes);
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((resolved) => (resolve = resolved));
  return { promise, resolve };
}

/** The pieces of a stream; it is cancelled where they aren't wanted to the end. */
export async function* piecesOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = stream?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
