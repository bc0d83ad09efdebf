// wasi:io/error: what a failed stream operation tells about itself.

import type { ErrorCode } from "../filesystem/error-code.ts";
import type { HttpErrorCode } from "../http/http-values.ts";
import type { NetworkErrorCode } from "../sockets/network-error.ts";

/** What the packages that have streams say of a failure, each in its own codes. */
export interface FailureCodes {
  readonly filesystem?: ErrorCode;
  readonly http?: HttpErrorCode;
  readonly network?: NetworkErrorCode;
}

export class IoError {
  readonly #message: string;
  /** What `filesystem-error-code` and its like give for it. */
  readonly codes: FailureCodes;

  constructor(message: string, codes: FailureCodes) {
    this.#message = message;
    this.codes = codes;
  }

  toDebugString(): string {
    return this.#message;
  }
}
