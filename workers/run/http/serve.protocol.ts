// Serving HTTP: what the page asks of a run, and what comes back. Data that survives `postMessage`.

import type { CallError } from "../session/calls.ts";
import type { LineEnd } from "./frame-line.ts";
import type { RunEnd } from "../trap/trap-report.ts";
import type { FieldEntries, HttpErrorCode } from "../wasi/http/http-values.ts";

/** A request for an instance that exports `wasi:http/incoming-handler`. */
export interface ServeQuestion {
  readonly instance: string;
  readonly method: string;
  /** `http` or `https`. */
  readonly scheme: string;
  readonly authority: string;
  readonly pathWithQuery: string;
  readonly headers: FieldEntries;
  /**
   * `each` makes new instances of the whole plan for this request, as Wasmtime does, and drops them after it; `shared`
   * uses those of the run.
   */
  readonly instances: "each" | "shared";
  /** The body comes through it, and it tells when the client has gone; null where nothing could reach the run. */
  readonly pipe: LineEnd | null;
  /** The whole body, where there is no pipe. */
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** A part of the response. */
export type ServedFrame =
  | { readonly kind: "head"; readonly status: number; readonly headers: FieldEntries }
  | { readonly kind: "data"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end"; readonly trailers: FieldEntries | null };

/** How serving a request ended. */
export type ServeEnd =
  /** The handler answered, and finished its answer. */
  | { readonly kind: "answered"; readonly durationMs: number }
  /** It answered with an error, or left its answer unfinished; `code` is null where it didn't answer at all. */
  | { readonly kind: "failed"; readonly code: HttpErrorCode | null }
  /** The client went. */
  | { readonly kind: "cancelled" }
  /** A trap or an exit: of the run where instances are shared, of this request alone otherwise. */
  | RunEnd
  | { readonly kind: "refused"; readonly error: CallError };
