// wasi:http `incoming-request`, `outgoing-request` and `request-options`.

import type { HostContext } from "../host-context.ts";
import { failWith } from "../wasi-error.ts";
import type { Fields } from "./fields.ts";
import {
  type FieldEntries,
  isAuthority,
  isPathWithQuery,
  isScheme,
  isToken,
  type Method,
  type Scheme,
} from "./http-values.ts";
import type { IncomingContent } from "./incoming-body.ts";
import { IncomingMessage, OutgoingMessage, withPromisedLength } from "./messages.ts";

/** What a request says before its body. */
export interface RequestHead {
  readonly method: Method;
  readonly scheme: Scheme | undefined;
  readonly authority: string | undefined;
  readonly pathWithQuery: string | undefined;
}

export class IncomingRequest extends IncomingMessage {
  readonly #head: RequestHead;

  constructor(context: HostContext, head: RequestHead, headers: FieldEntries, content: IncomingContent) {
    super(context, headers, withPromisedLength(content, headers));
    this.#head = head;
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
}

export class OutgoingRequest extends OutgoingMessage {
  #method: Method = { tag: "get" };
  #scheme: Scheme | undefined;
  #authority: string | undefined;
  #pathWithQuery: string | undefined;

  constructor(context: HostContext, headers: Fields) {
    super(context, headers, "HTTP-request-body-size");
  }

  get head(): RequestHead {
    return {
      method: this.#method,
      scheme: this.#scheme,
      authority: this.#authority,
      pathWithQuery: this.#pathWithQuery,
    };
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
