// The workers and stores that the page keeps for as long as it lives. Each starts when it is first needed.

import { LayoutClient } from "../workers/layout/layout.client.ts";
import { LibraryClient } from "../workers/library/library.client.ts";
import { Runner } from "../workers/run/run.client.ts";
import { Toolchain } from "../workers/toolchain/toolchain.client.ts";
import { type BytesStore, openBytesStore } from "./persistence/bytes-store.ts";
import { showToolProgress } from "./status/status-store.ts";

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const libraryWorker: () => LibraryClient = lazy(() => new LibraryClient());
export const layoutWorker: () => LayoutClient = lazy(() => new LayoutClient());
export const toolchain: () => Toolchain = lazy(() => new Toolchain({ onProgress: showToolProgress }));
export const runner: () => Runner = lazy(() => new Runner());
export const bytesStore: () => Promise<BytesStore> = lazy(openBytesStore);
