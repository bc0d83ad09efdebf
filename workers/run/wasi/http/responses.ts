// wasi:http responses: `incoming-response` and its future, `outgoing-response`, and `response-outparam`, through which a
// handler answers once.

import type { HostContext } from "../host-context.ts";
import type { Pollable, ReadySource } from "../io/pollable.ts";
import { failWith } from "../wasi-error.ts";
import type { Fields } from "./fields.ts";
import { type Answer, type FieldEntries, type HttpErrorCode, internalError } from "./http-values.ts";
import type { IncomingContent } from "./incoming-body.ts";
import { IncomingMessage, OutgoingMessage } from "./messages.ts";
import type { BodyTarget } from "./outgoing-body.ts";

export class IncomingResponse extends IncomingMessage {
  readonly #status: number;

  constructor(context: HostContext, status: number, headers: FieldEntries, content: IncomingContent) {
    super(context, headers, content);
    this.#status = status;
  }

  status(): number {
    return this.#status;
  }
}

/** A response that comes. Ready means that `answer` has one. */
export interface PendingResponse extends ReadySource {
  /** Null while there is none. */
  answer(): PendingAnswer | null;
  cancel(): void;
}

export type PendingAnswer = Answer<PendingHead, HttpErrorCode>;

interface PendingHead {
  readonly status: number;
  readonly headers: FieldEntries;
  readonly content: IncomingContent;
}

export class FutureIncomingResponse {
  readonly #context: HostContext;
  readonly #pending: PendingResponse;
  #isTaken = false;

  constructor(context: HostContext, pending: PendingResponse) {
    this.#context = context;
    this.#pending = pending;
  }

  subscribe(): Pollable {
    return new this.#context.classes.Pollable(this.#context.thread, this.#pending);
  }

  get(): Answer<Answer<IncomingResponse, HttpErrorCode>, undefined> | undefined {
    if (this.#isTaken) return { tag: "err", val: undefined };
    const answer = this.#pending.answer();
    if (answer === null) return undefined;
    this.#isTaken = true;
    if (answer.tag === "err") return { tag: "ok", val: answer };
    const { status, headers, content } = answer.val;
    const response = new this.#context.classes.IncomingResponse(this.#context, status, headers, content);
    return { tag: "ok", val: { tag: "ok", val: response } };
  }

  [Symbol.dispose](): void {
    if (!this.#isTaken) this.#pending.cancel();
  }
}

export class OutgoingResponse extends OutgoingMessage {
  #status = 200;

  constructor(context: HostContext, headers: Fields) {
    super(context, headers, "HTTP-response-body-size");
  }

  statusCode(): number {
    return this.#status;
  }

  setStatusCode(status: number): void {
    if (status < 100 || status > 999) failWith(undefined);
    this.#status = status;
  }

  /** Sends the head and what there is of the body. */
  sendTo(target: ResponseTarget): void {
    target.head(this.#status, this.headers().entries());
    this.sendBody(target);
  }
}

/** Where the answer of a handler goes: a head and its body, or only `fail`. */
export interface ResponseTarget extends BodyTarget {
  head(status: number, headers: FieldEntries): void;
}

/** A handler answers by `set`, once. */
export class ResponseOutparam {
  readonly #target: ResponseTarget;

  constructor(target: ResponseTarget) {
    this.#target = target;
  }

  static set(param: ResponseOutparam, response: Answer<OutgoingResponse, HttpErrorCode>): void {
    if (response.tag === "ok") response.val.sendTo(param.#target);
    else param.#target.fail(response.val);
  }

  /** Unstable in WASI; neither a page nor a fetch could be told of it. */
  sendInformational(_status: number, _headers: Fields): never {
    return failWith(internalError("informational responses are not supported"));
  }
}
