// The `stream-error` variant of wasi:io/streams, thrown as the err of a result.

import type { HostClasses } from "../host-context.ts";
import { WasiError } from "../wasi-error.ts";
import { StreamFailure } from "./byte-streams.ts";
import type { IoError } from "./io-error.ts";

type StreamError = { readonly tag: "closed" } | { readonly tag: "last-operation-failed"; readonly val: IoError };

export const CLOSED: StreamError = { tag: "closed" };

/** `thrown` as a stream error if a source or sink failed, else as it is. */
export function asStreamError(thrown: unknown, classes: HostClasses): unknown {
  if (!(thrown instanceof StreamFailure)) return thrown;
  const val = new classes.IoError(thrown.message, thrown.codes);
  return new WasiError<StreamError>({ tag: "last-operation-failed", val });
}
