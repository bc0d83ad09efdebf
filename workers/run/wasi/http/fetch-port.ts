// Between the host and the thread that sends requests for it: what is asked, and what comes of it.

import type { FieldEntries, HttpErrorCode } from "./http-values.ts";

/** A request as the thread sends it. */
export interface FetchRequest {
  /** Absolute, and allowed. */
  readonly url: string;
  readonly method: string;
  readonly headers: FieldEntries;
  /** Null where the request has none. */
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** What comes of a request, as it comes. */
export interface FetchPort {
  /** Ready means that `next` isn't null. */
  ready(): boolean;
  /** Takes what came next, or null while nothing has. Nothing comes after `end` and `error`. */
  next(): FetchFrame | null;
  /** Nobody wants the rest. */
  cancel(): void;
}

export type FetchFrame =
  | { readonly kind: "head"; readonly status: number; readonly headers: FieldEntries }
  | { readonly kind: "data"; readonly bytes: Uint8Array }
  | { readonly kind: "end"; readonly trailers: FieldEntries | null }
  | { readonly kind: "error"; readonly code: HttpErrorCode };
