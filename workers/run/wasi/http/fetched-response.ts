// The response to a request that the fetching thread sends: its head as a future, and its body while it comes.

import type { HostThread } from "../host-context.ts";
import { StreamFailure } from "../io/byte-streams.ts";
import type { FetchFrame, FetchPort } from "./fetch-port.ts";
import { fieldsFit } from "./fields.ts";
import type { HttpErrorCode } from "./http-values.ts";
import type { IncomingContent } from "./incoming-body.ts";
import type { PendingAnswer, PendingResponse } from "./responses.ts";

export interface Timeouts {
  /** Until the head of the response is there. */
  readonly headMs: number;
  readonly betweenBytesMs: number;
}

export class FetchedResponse implements PendingResponse {
  readonly #thread: HostThread;
  readonly #timeouts: Timeouts;
  #port: FetchPort | null = null;
  #answer: PendingAnswer | null = null;
  #deadlineMs = Infinity;

  constructor(thread: HostThread, timeouts: Timeouts) {
    this.#thread = thread;
    this.#timeouts = timeouts;
  }

  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /** The request was sent; what comes of it comes from `port`. */
  begin(port: FetchPort): void {
    this.#port = port;
    this.#deadlineMs = this.#thread.nowMs() + this.#timeouts.headMs;
  }

  /** There will be no response. What was answered before stays. */
  fail(code: HttpErrorCode): void {
    this.#answer ??= { tag: "err", val: code };
  }

  ready(): boolean {
    return this.answer() !== null;
  }

  answer(): PendingAnswer | null {
    if (this.#answer !== null || this.#port === null) return this.#answer;
    const frame = this.#port.next();
    if (frame === null) {
      if (this.#thread.nowMs() < this.#deadlineMs) return null;
      this.#port.cancel();
      this.#answer = { tag: "err", val: { tag: "connection-timeout" } };
    } else this.#answer = this.#answerOf(frame, this.#port);
    this.#deadlineMs = Infinity;
    return this.#answer;
  }

  cancel(): void {
    this.fail({ tag: "connection-terminated" });
    this.#port?.cancel();
  }

  #answerOf(frame: FetchFrame, port: FetchPort): PendingAnswer {
    if (frame.kind === "error") return { tag: "err", val: frame.code };
    if (frame.kind !== "head") return { tag: "err", val: { tag: "HTTP-protocol-error" } };
    if (!fieldsFit(frame.headers)) {
      port.cancel();
      return { tag: "err", val: { tag: "HTTP-response-header-section-size", val: undefined } };
    }
    const content = new FetchedContent(this.#thread, port, this.#timeouts.betweenBytesMs);
    return { tag: "ok", val: { status: frame.status, headers: frame.headers, content } };
  }
}

/** The body of a response, as it comes from the thread that fetches. */
class FetchedContent implements IncomingContent {
  readonly #thread: HostThread;
  readonly #port: FetchPort;
  readonly #betweenBytesMs: number;
  #rest: Uint8Array = new Uint8Array();
  #isOver = false;
  deadlineMs: number;

  constructor(thread: HostThread, port: FetchPort, betweenBytesMs: number) {
    this.#thread = thread;
    this.#port = port;
    this.#betweenBytesMs = betweenBytesMs;
    this.deadlineMs = thread.nowMs() + betweenBytesMs;
  }

  ready(): boolean {
    return this.#isOver || this.#rest.length > 0 || this.#port.ready() || this.#thread.nowMs() >= this.deadlineMs;
  }

  read(length: number): Uint8Array | null {
    if (this.#isOver) return null;
    if (this.#rest.length === 0 && !this.#pull()) return this.#isOver ? null : new Uint8Array();
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(bytes.length);
    return bytes;
  }

  /** `fetch` doesn't tell of any. */
  trailers(): null {
    return null;
  }

  close(): void {
    if (!this.#isOver) this.#port.cancel();
    this.#isOver = true;
  }

  /** Takes the next frame. False where it has no bytes. */
  #pull(): boolean {
    const frame = this.#port.next();
    if (frame === null && this.#thread.nowMs() < this.deadlineMs) return false;
    this.deadlineMs = this.#thread.nowMs() + this.#betweenBytesMs;
    if (frame?.kind === "data") {
      this.#rest = frame.bytes;
      return frame.bytes.length > 0;
    }
    this.#isOver = true;
    this.deadlineMs = Infinity;
    if (frame?.kind === "end") return false;
    if (frame === null) this.#port.cancel();
    const code: HttpErrorCode = frame?.kind === "error" ? frame.code : { tag: "connection-read-timeout" };
    throw new StreamFailure(`the response ended early: ${code.tag}`, { http: code });
  }
}
