// wasi:http `outgoing-body`: what a guest writes before or after somebody has asked for the message to be sent. A length
// that was promised in `content-length` is kept, or the message fails.

import { GuestTrap } from "../../trap/signals.ts";
import type { HostContext } from "../host-context.ts";
import { type ByteSink, StreamFailure } from "../io/byte-streams.ts";
import type { OutputStream } from "../io/output-stream.ts";
import { CLOSED } from "../io/stream-error.ts";
import { failWith } from "../wasi-error.ts";
import { contentLengthOf, type FieldContent, type Fields } from "./fields.ts";
import type { FieldEntries, HttpErrorCode } from "./http-values.ts";

/** Where the bytes of a message go. After `end` or `fail` nothing else is called. */
export interface BodyTarget extends ByteSink {
  end(trailers: FieldEntries | null): void;
  fail(code: HttpErrorCode): void;
}

/** Bytes that are kept while nobody has asked for the message to be sent. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** The body of one message, whether the guest takes it or not. */
export class OutgoingContent implements ByteSink {
  readonly #length: bigint | null;
  readonly #sizeTag: "HTTP-request-body-size" | "HTTP-response-body-size";
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #written = 0n;
  #target: BodyTarget | null = null;
  #end: ((target: BodyTarget) => void) | null = null;
  /** The guest has an `output-stream` of it. */
  isStreaming = false;

  constructor(headers: FieldContent, sizeTag: "HTTP-request-body-size" | "HTTP-response-body-size") {
    this.#length = contentLengthOf(headers);
    this.#sizeTag = sizeTag;
  }

  ready(): boolean {
    return this.#end !== null || (this.#target?.ready() ?? this.#keptBytes < MAX_KEPT_BYTES);
  }

  capacity(): number {
    if (this.#end !== null) failWith(CLOSED);
    return this.#target?.capacity() ?? MAX_KEPT_BYTES - this.#keptBytes;
  }

  write(bytes: Uint8Array): void {
    this.#written += BigInt(bytes.length);
    if (this.#length !== null && this.#written > this.#length) {
      const code: HttpErrorCode = { tag: this.#sizeTag, val: this.#written };
      this.#finish((target) => target.fail(code));
      throw new StreamFailure(`wrote more than the ${this.#length} bytes of content-length`, { http: code });
    }
    if (this.#target) {
      this.#target.write(bytes);
    } else {
      this.#kept.push(bytes.slice());
      this.#keptBytes += bytes.length;
    }
  }

  close(): void {
    this.isStreaming = false;
  }

  /** Sends what was written so far, and from now on what will be. */
  sendTo(target: BodyTarget): void {
    this.#target = target;
    for (const bytes of this.#kept) target.write(bytes);
    this.#kept = [];
    this.#end?.(target);
  }

  /** Fails with a size where fewer bytes were written than promised. */
  end(trailers: FieldEntries | null): void {
    if (this.#end !== null) return;
    if (this.#length !== null && this.#written < this.#length) {
      const code: HttpErrorCode = { tag: this.#sizeTag, val: this.#written };
      this.#finish((target) => target.fail(code));
      failWith(code);
    }
    this.#finish((target) => target.end(trailers));
  }

  /** The message stays as it is: somebody forgot to finish it. */
  abandon(): void {
    if (this.#end === null) this.#finish((target) => target.fail({ tag: "HTTP-protocol-error" }));
  }

  #finish(end: (target: BodyTarget) => void): void {
    this.#end = end;
    if (this.#target) end(this.#target);
  }
}

export class OutgoingBody {
  readonly #context: HostContext;
  readonly #content: OutgoingContent;
  #isTaken = false;

  constructor(context: HostContext, content: OutgoingContent) {
    this.#context = context;
    this.#content = content;
  }

  static finish(body: OutgoingBody, trailers: Fields | undefined): void {
    if (body.#content.isStreaming) throw new GuestTrap("an outgoing body is finished while its stream is open");
    body.#content.end(trailers?.entries() ?? null);
  }

  write(): OutputStream {
    if (this.#isTaken) failWith(undefined);
    this.#isTaken = true;
    this.#content.isStreaming = true;
    return new this.#context.classes.OutputStream(this.#context, this.#content);
  }

  [Symbol.dispose](): void {
    this.#content.abandon();
  }
}
