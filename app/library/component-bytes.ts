// The bytes of library components: in memory once they have been needed, else from the store.

import type { Composition } from "../../core/graph/composition.ts";
import { bytesStore } from "../services.ts";

const MEMORY = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The bytes of the component with that hash, shared: don't change or transfer them. */
export function componentBytes(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = MEMORY.get(sha256);
  if (!bytes) {
    bytes = readStored(sha256);
    MEMORY.set(sha256, bytes);
    bytes.catch(() => MEMORY.delete(sha256));
  }
  return bytes;
}

/** The bytes of all components of `composition`, by key; shared like those of one. */
export async function componentBytesOf({ components }: Composition): Promise<(key: string) => Uint8Array<ArrayBuffer>> {
  const entries = Array.from(
    components.values(),
    async ({ key, sha256 }) => [key, await componentBytes(sha256)] as const,
  );
  const bytes = new Map(await Promise.all(entries));
  return (key) => bytes.get(key)!;
}

async function readStored(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const store = await bytesStore();
  const bytes = await store.read(sha256);
  if (!bytes) throw new Error("The component's bytes are gone from this browser. Add its file again.");
  return bytes;
}

export async function keepComponentBytes(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  MEMORY.set(sha256, Promise.resolve(bytes));
  const store = await bytesStore();
  await store.write(sha256, bytes);
}

export async function forgetComponentBytes(sha256: string): Promise<void> {
  MEMORY.delete(sha256);
  const store = await bytesStore();
  await store.remove(sha256);
}
