// What requests and responses of wasi:http share: fields that can't be changed any more, and a body that is taken once.

import type { HostContext } from "../host-context.ts";
import { StreamFailure } from "../io/byte-streams.ts";
import { failWith } from "../wasi-error.ts";
import { contentLengthOf, FieldContent, type Fields } from "./fields.ts";
import type { FieldEntries, HttpErrorCode } from "./http-values.ts";
import type { IncomingBody, IncomingContent } from "./incoming-body.ts";
import { type BodyTarget, type OutgoingBody, OutgoingContent } from "./outgoing-body.ts";

export abstract class IncomingMessage {
  readonly #context: HostContext;
  readonly #headers: FieldContent;
  readonly #content: IncomingContent;
  #isConsumed = false;

  constructor(context: HostContext, headers: FieldEntries, content: IncomingContent) {
    this.#context = context;
    this.#headers = new FieldContent(headers);
    this.#content = content;
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

export abstract class OutgoingMessage {
  readonly #context: HostContext;
  readonly #headers: FieldContent;
  readonly #content: OutgoingContent;
  #isBodyTaken = false;

  constructor(context: HostContext, headers: Fields, sizeTag: "HTTP-request-body-size" | "HTTP-response-body-size") {
    this.#context = context;
    this.#headers = headers.content;
    this.#content = new OutgoingContent(this.#headers, sizeTag);
  }

  headers(): Fields {
    return new this.#context.classes.Fields(this.#headers, false);
  }

  body(): OutgoingBody {
    if (this.#isBodyTaken) failWith(undefined);
    this.#isBodyTaken = true;
    return new this.#context.classes.OutgoingBody(this.#context, this.#content);
  }

  /** Sends what there is of the body, and what will be. Without one, `content-length` says nothing of what is sent. */
  sendBody(target: BodyTarget): void {
    if (this.#isBodyTaken) this.#content.sendTo(target);
    else target.end(null);
  }
}

/** `content` of a request that is served, which fails where it isn't as long as its `content-length` says. */
export function withPromisedLength(content: IncomingContent, headers: FieldEntries): IncomingContent {
  const length = contentLengthOf(new FieldContent(headers.filter(([name]) => name.toLowerCase() === "content-length")));
  if (length === null) return content;
  let count = 0n;
  const failed = (): never => {
    const code: HttpErrorCode = { tag: "HTTP-request-body-size", val: count };
    throw new StreamFailure(`${count} bytes where content-length says ${length}`, { http: code });
  };
  return {
    ready: () => content.ready(),
    get deadlineMs() {
      return content.deadlineMs ?? Infinity;
    },
    read(most) {
      const bytes = content.read(most);
      count += BigInt(bytes?.length ?? 0);
      if (count > length || (bytes === null && count < length)) failed();
      return bytes;
    },
    trailers: () => content.trailers(),
    close: () => content.close?.(),
  };
}
