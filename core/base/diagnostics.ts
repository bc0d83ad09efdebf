// Every error and warning of the engine as data: a closed kind and the values that place it.
// The wording of each stands in `wording.ts`, and nowhere else.

import type { LimitName } from "./limits.ts";

export interface DiagnosticParameters {
  "not-wasm": { readonly byteOffset: number };
  "core-module": { readonly byteOffset: number };
  "unsupported-layer": { readonly version: number; readonly layer: number; readonly byteOffset: number };
  "unexpected-end": { readonly byteOffset: number };
  malformed: { readonly what: string; readonly byteOffset: number };
  "limit-exceeded": {
    readonly limit: LimitName;
    readonly bound: number;
    readonly found: number;
    readonly byteOffset: number;
  };
  "invalid-utf8": { readonly byteOffset: number };
  "index-out-of-range": {
    readonly space: string;
    readonly index: number;
    readonly count: number;
    readonly byteOffset: number;
  };
  "unexpected-sort": { readonly expected: string; readonly found: string; readonly byteOffset: number };
  "duplicate-extern-name": {
    readonly direction: "import" | "export";
    readonly name: string;
    readonly byteOffset: number;
  };
  "missing-instance-export": { readonly name: string; readonly byteOffset: number };
}

export type DiagnosticKind = keyof DiagnosticParameters;

export type Diagnostic<K extends DiagnosticKind = DiagnosticKind> = {
  [P in K]: { readonly kind: P } & DiagnosticParameters[P];
}[K];
