// What the page asks the library worker and what comes back. Bytes are transferred there and back, never copied.

import type { Diagnostic } from "../../core/base/diagnostics.ts";
import type { DecodeError } from "../../core/binary/cursor.ts";
import type { Component } from "../../core/wit/read.ts";

export type LibraryRequest =
  | { readonly kind: "read"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "unzip"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "zip"; readonly files: ReadonlyMap<string, Uint8Array> };

export interface ReadAnswer {
  readonly kind: "read";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly result:
    | { readonly ok: true; readonly value: Component }
    | { readonly ok: false; readonly error: DecodeError };
}

export interface UnzipAnswer {
  readonly kind: "unzip";
  readonly result:
    | { readonly ok: true; readonly value: ReadonlyMap<string, Uint8Array> }
    | { readonly ok: false; readonly error: Diagnostic<"zip-unreadable" | "zip-too-large"> };
}

export interface ZipAnswer {
  readonly kind: "zip";
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type LibraryAnswer = ReadAnswer | UnzipAnswer | ZipAnswer;

/** The worker itself failed, as when memory ran out. */
export interface Failed {
  readonly kind: "failed";
  readonly message: string;
}

export type LibraryReply = LibraryAnswer | Failed;

export interface Numbered<T> {
  readonly id: number;
  readonly body: T;
}
