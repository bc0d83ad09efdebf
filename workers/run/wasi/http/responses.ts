// wasi:http responses: `incoming-response` and its future, `outgoing-response`, and `response-outparam`, through which a
// handler answers once.

import type { HostContext } from "../host-context.ts";
import type { Pollable, ReadySource } from "../io/pollable.ts";
import { failWith } from "../wasi-error.ts";
import { FieldContent, type Fields } from "./fields.ts";
import { type Answer, type FieldEntries, type HttpErrorCode, internalError } from "./http-values.ts";
import type { IncomingBody, IncomingContent } from "./incoming-body.ts";
import { type BodyTarget, type OutgoingBody, OutgoingContent } from "./outgoing-body.ts";

export class IncomingResponse {
  readonly #context: HostContext;
  readonly #status: number;
  readonly #headers: FieldContent;
  readonly #content: IncomingContent;
  #isConsumed = false;

  constructor(context: HostContext, status: number, headers: FieldEntries, content: IncomingContent) {
    this.#context = context;
    this.#status = status;
    this.#headers = new FieldContent(headers);
    this.#content = content;
  }

  status(): number {
    return this.#status;
  }

  headers(): Fields {
    return new this.#context.classes.Fields(this.#headers, false);
  }

  consume(): IncomingBody {
    if (this.#isConsumed) failWith(undefined);
    this.#isConsumed = true;
    return new this.#context.classes.IncomingBody(this.#context, this.#content);
  }

  [Symbol.dispose](): void {
    if (!this.#isConsumed) this.#content.close?.();
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

export class OutgoingResponse {
  readonly #context: HostContext;
  readonly #headers: FieldContent;
  readonly #content: OutgoingContent;
  #isBodyTaken = false;
  #status = 200;

  constructor(context: HostContext, headers: Fields) {
    this.#context = context;
    this.#headers = headers.content;
    this.#content = new OutgoingContent(this.#headers, "HTTP-response-body-size");
  }

  statusCode(): number {
    return this.#status;
  }

  setStatusCode(status: number): void {
    if (status < 100 || status > 999) failWith(undefined);
    this.#status = status;
  }

  headers(): Fields {
    return new this.#context.classes.Fields(this.#headers, false);
  }

  body(): OutgoingBody {
    if (this.#isBodyTaken) failWith(undefined);
    this.#isBodyTaken = true;
    return new this.#context.classes.OutgoingBody(this.#context, this.#content);
  }

  /** Sends the head and what there is of the body. */
  sendTo(target: ResponseTarget): void {
    target.head(this.#status, this.#headers.entries());
    this.#content.sendTo(target);
    if (!this.#isBodyTaken) this.#content.end(null);
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
