// wasi:http `incoming-request`, `outgoing-request` and `request-options`.

import type { HostContext } from "../host-context.ts";
import { failWith } from "../wasi-error.ts";
import { FieldContent, type Fields } from "./fields.ts";
import {
  type FieldEntries,
  isAuthority,
  isPathWithQuery,
  isScheme,
  isToken,
  type Method,
  type Scheme,
} from "./http-values.ts";
import type { IncomingBody, IncomingContent } from "./incoming-body.ts";
import { type OutgoingBody, OutgoingContent } from "./outgoing-body.ts";

/** What a request says before its body. */
export interface RequestHead {
  readonly method: Method;
  readonly scheme: Scheme | undefined;
  readonly authority: string | undefined;
  readonly pathWithQuery: string | undefined;
}

export class IncomingRequest {
  readonly #context: HostContext;
  readonly #head: RequestHead;
  readonly #headers: FieldContent;
  readonly #content: IncomingContent;
  #isConsumed = false;

  constructor(context: HostContext, head: RequestHead, headers: FieldEntries, content: IncomingContent) {
    this.#context = context;
    this.#head = head;
    this.#headers = new FieldContent(headers);
    this.#content = content;
  }

  method(): Method {
    return this.#head.method;
  }

  pathWithQuery(): string | undefined {
    return this.#head.pathWithQuery;
  }

  scheme(): Scheme | undefined {
    return this.#head.scheme;
  }

  authority(): string | undefined {
    return this.#head.authority;
  }

  headers(): Fields {
    return new this.#context.classes.Fields(this.#headers, false);
  }

  consume(): IncomingBody {
    if (this.#isConsumed) failWith(undefined);
    this.#isConsumed = true;
    return new this.#context.classes.IncomingBody(this.#context, this.#content);
  }
}

export class OutgoingRequest {
  readonly #context: HostContext;
  readonly #headers: FieldContent;
  readonly content: OutgoingContent;
  #isBodyTaken = false;
  #method: Method = { tag: "get" };
  #scheme: Scheme | undefined;
  #authority: string | undefined;
  #pathWithQuery: string | undefined;

  constructor(context: HostContext, headers: Fields) {
    this.#context = context;
    this.#headers = headers.content;
    this.content = new OutgoingContent(this.#headers, "HTTP-request-body-size");
  }

  /** Whether the guest has taken the body; if not, there is none. */
  get hasBody(): boolean {
    return this.#isBodyTaken;
  }

  get head(): RequestHead {
    return {
      method: this.#method,
      scheme: this.#scheme,
      authority: this.#authority,
      pathWithQuery: this.#pathWithQuery,
    };
  }

  body(): OutgoingBody {
    if (this.#isBodyTaken) failWith(undefined);
    this.#isBodyTaken = true;
    return new this.#context.classes.OutgoingBody(this.#context, this.content);
  }

  method(): Method {
    return this.#method;
  }

  setMethod(method: Method): void {
    if (method.tag === "other" && !isToken(method.val)) failWith(undefined);
    this.#method = method;
  }

  pathWithQuery(): string | undefined {
    return this.#pathWithQuery;
  }

  setPathWithQuery(pathWithQuery: string | undefined): void {
    if (pathWithQuery !== undefined && !isPathWithQuery(pathWithQuery)) failWith(undefined);
    this.#pathWithQuery = pathWithQuery;
  }

  scheme(): Scheme | undefined {
    return this.#scheme;
  }

  setScheme(scheme: Scheme | undefined): void {
    if (scheme?.tag === "other" && !isScheme(scheme.val)) failWith(undefined);
    this.#scheme = scheme;
  }

  authority(): string | undefined {
    return this.#authority;
  }

  setAuthority(authority: string | undefined): void {
    if (authority !== undefined && !isAuthority(authority)) failWith(undefined);
    this.#authority = authority;
  }

  headers(): Fields {
    return new this.#context.classes.Fields(this.#headers, false);
  }
}

/** Times in nanoseconds; undefined where there is no bound. */
export class RequestOptions {
  #connectTimeout: bigint | undefined;
  #firstByteTimeout: bigint | undefined;
  #betweenBytesTimeout: bigint | undefined;

  connectTimeout(): bigint | undefined {
    return this.#connectTimeout;
  }

  setConnectTimeout(duration: bigint | undefined): void {
    this.#connectTimeout = duration;
  }

  firstByteTimeout(): bigint | undefined {
    return this.#firstByteTimeout;
  }

  setFirstByteTimeout(duration: bigint | undefined): void {
    this.#firstByteTimeout = duration;
  }

  betweenBytesTimeout(): bigint | undefined {
    return this.#betweenBytesTimeout;
  }

  setBetweenBytesTimeout(duration: bigint | undefined): void {
    this.#betweenBytesTimeout = duration;
  }
}
