// wasi:io/error: what a failed stream operation tells about itself.

import type { ErrorCode } from "../filesystem/error-code.ts";

export class IoError {
  readonly #message: string;
  /** The code that `filesystem-error-code` gives for it, if the failure was one of the file system. */
  readonly filesystemCode: ErrorCode | null;

  constructor(message: string, filesystemCode: ErrorCode | null) {
    this.#message = message;
    this.filesystemCode = filesystemCode;
  }

  toDebugString(): string {
    return this.#message;
  }
}
