// The components that this browser holds, by SHA-256: what was read of them, and what went wrong.
// Bytes are fetched from the bytes store when something needs them and kept in memory from then on.

import { create } from "zustand";
import type { DecodeError } from "../../core/binary/cursor.ts";
import { memoizeLast } from "../../core/base/memo.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import type { Composition } from "../../core/graph/composition.ts";
import type { Component } from "../../core/wit/read.ts";
import type { SavedLibraryEntry } from "../persistence/saved.ts";

export interface LibraryEntry extends SavedLibraryEntry {
  /** Null until it has been read after a reload. */
  readonly component: Component | null;
}

/** A file that could not become an entry; kept so that its message stays until it is dismissed. */
export interface FailedFile {
  readonly id: number;
  readonly fileName: string;
  readonly byteLength: number;
  readonly error: DecodeError | { readonly kind: "other"; readonly message: string; readonly help: string | null };
}

/** A file on its way in. */
export interface IncomingFile {
  readonly id: number;
  readonly fileName: string;
}

interface LibraryState {
  readonly entries: ReadonlyMap<string, LibraryEntry>;
  readonly incoming: readonly IncomingFile[];
  readonly failed: readonly FailedFile[];
}

export const useLibrary = create<LibraryState>(() => ({ entries: new Map(), incoming: [], failed: [] }));

/** Component lookup for a composition: its keys say which bytes they mean. */
export const componentLookupFor: (composition: Composition, entries: LibraryState["entries"]) => ComponentLookup =
  memoizeLast((composition, entries) => (key) => {
    const reference = composition.components.get(key);
    return (reference && entries.get(reference.sha256)?.component) ?? undefined;
  });
