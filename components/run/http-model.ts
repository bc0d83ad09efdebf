// A request to an HTTP handler as it is typed, and the response as it is shown.

import type { NamedValue } from "./NamedValues.tsx";

export interface HttpDraft {
  readonly method: string;
  /** With the query: `/orders?state=open`. */
  readonly path: string;
  readonly headers: readonly NamedValue[];
  readonly body: string;
  /** `shared` keeps what instances hold from request to request; `each` begins anew, as `wasmtime serve` does. */
  readonly instances: "shared" | "each";
}

export interface ShownResponse {
  readonly status: number;
  /** `Created`; empty for a status without a name. */
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ResponseBody;
  /** Of the body so far. */
  readonly byteLength: number;
  readonly durationMs: number;
  /** `cut`: no more than this was kept of it. */
  readonly state: "arriving" | "whole" | "cut" | "broken";
}

export type ResponseBody =
  | { readonly kind: "empty" }
  /** `cutAtBytes` is the size that it was cut to, or null for all of it. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly language: "json" | "text";
      readonly cutAtBytes: number | null;
    }
  | { readonly kind: "page"; readonly html: string }
  /** A `blob:` URL, which the caller revokes. */
  | { readonly kind: "image"; readonly url: string }
  | { readonly kind: "binary" };
