// The error codes of wasi:filesystem that this host answers with, and how an operation fails with one.

import { WasiError } from "../wasi-error.ts";

export type ErrorCode =
  | "bad-descriptor"
  | "busy"
  | "cross-device"
  | "exist"
  | "file-too-large"
  | "insufficient-memory"
  | "insufficient-space"
  | "invalid"
  | "is-directory"
  | "loop"
  | "name-too-long"
  | "no-entry"
  | "not-directory"
  | "not-empty"
  | "not-permitted"
  | "overflow"
  | "read-only";

/** Throws `code` as the err of the operation that the guest called. */
export function failFile(code: ErrorCode): never {
  throw new WasiError(code);
}
