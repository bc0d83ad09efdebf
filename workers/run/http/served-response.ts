// The answer to a request that is served, on its way to the page.

import type { FrameReader } from "./frame-ends.ts";
import type { ServedFrame } from "./serve.protocol.ts";
import type { FieldEntries, HttpErrorCode } from "../wasi/http/http-values.ts";
import type { ResponseTarget } from "../wasi/http/responses.ts";
import { StreamFailure } from "../wasi/io/byte-streams.ts";
import { CLOSED } from "../wasi/io/stream-error.ts";
import { failWith } from "../wasi/wasi-error.ts";

/** Bytes of one answer where nobody can tell what was taken. */
const MAX_UNPACED_BYTES = 64 * 1024 * 1024;

/** Bytes on their way that the page hasn't handed on; then the handler waits. */
const WINDOW_BYTES = 256 * 1024;

export class ServedResponse implements ResponseTarget {
  readonly #post: (frame: ServedFrame) => void;
  readonly #pipe: FrameReader | null;
  #sent = 0;
  /** How far it is: `end` is the outcome where there is one. */
  #outcome: { readonly isWhole: boolean; readonly code: HttpErrorCode | null } = { isWhole: false, code: null };
  #isOver = false;

  /** @param pipe null where nobody can tell what was taken, nor that the client has gone */
  constructor(post: (frame: ServedFrame) => void, pipe: FrameReader | null) {
    this.#post = post;
    this.#pipe = pipe;
  }

  get outcome(): { readonly isWhole: boolean; readonly code: HttpErrorCode | null } {
    return this.#outcome;
  }

  get isCancelled(): boolean {
    return this.#pipe?.isCancelled ?? false;
  }

  ready(): boolean {
    return this.isCancelled || this.#room() > 0;
  }

  capacity(): number {
    return this.isCancelled ? failWith(CLOSED) : this.#room();
  }

  head(status: number, headers: FieldEntries): void {
    this.#post({ kind: "head", status, headers });
  }

  write(bytes: Uint8Array): void {
    if (this.isCancelled) failWith(CLOSED);
    if (bytes.length === 0) return;
    this.#sent += bytes.length;
    if (this.#pipe === null && this.#sent > MAX_UNPACED_BYTES) {
      const code: HttpErrorCode = { tag: "HTTP-response-body-size", val: BigInt(this.#sent) };
      this.fail(code);
      throw new StreamFailure(`an answer of more than ${MAX_UNPACED_BYTES} bytes`, { http: code });
    }
    this.#post({ kind: "data", bytes: bytes.slice() });
  }

  end(trailers: FieldEntries | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#outcome = { isWhole: true, code: null };
    this.#post({ kind: "end", trailers });
  }

  fail(code: HttpErrorCode): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#outcome = { isWhole: false, code };
  }

  #room(): number {
    if (this.#pipe === null) return WINDOW_BYTES;
    return Math.max(0, WINDOW_BYTES - this.#pipe.untaken(this.#sent));
  }
}
