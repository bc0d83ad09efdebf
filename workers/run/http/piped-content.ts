// Bodies that come through a pipe, as the WASI host reads them.

import type { FrameReader } from "./frame-ends.ts";
import { type HttpFrame, readFrame } from "./http-frames.ts";
import type { FetchPort } from "../wasi/http/fetch-port.ts";
import type { FieldEntries } from "../wasi/http/http-values.ts";
import type { IncomingContent } from "../wasi/http/incoming-body.ts";
import { StreamFailure } from "../wasi/io/byte-streams.ts";

/** The response to a request that the fetching thread sends. */
export function fetchPort(pipe: FrameReader): FetchPort {
  return {
    ready: () => pipe.ready(),
    next() {
      const next = pipe.next();
      const frame = next && readFrame(next);
      if (frame?.kind === "end" || frame?.kind === "error") pipe.close();
      return frame;
    },
    cancel: () => pipe.close(),
  };
}

/** The body of a request that is served. */
export class PipedContent implements IncomingContent {
  readonly #pipe: FrameReader;
  #rest: Uint8Array = new Uint8Array();
  #end: Extract<HttpFrame, { kind: "end" }> | null = null;

  constructor(pipe: FrameReader) {
    this.#pipe = pipe;
  }

  ready(): boolean {
    return this.#end !== null || this.#rest.length > 0 || this.#pipe.ready();
  }

  read(length: number): Uint8Array | null {
    if (this.#rest.length === 0 && this.#end === null) this.#pull();
    if (this.#rest.length === 0) return this.#end === null ? new Uint8Array() : null;
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(bytes.length);
    return bytes;
  }

  trailers(): FieldEntries | null {
    return this.#end?.trailers ?? null;
  }

  close(): void {
    this.#pipe.close();
  }

  #pull(): void {
    const next = this.#pipe.next();
    const frame = next && readFrame(next);
    if (frame?.kind === "data") this.#rest = frame.bytes;
    if (frame?.kind === "end") this.#end = frame;
    if (frame?.kind === "error") {
      this.#end = { kind: "end", trailers: null };
      throw new StreamFailure(`the request ended early: ${frame.code.tag}`, { http: frame.code });
    }
  }
}
