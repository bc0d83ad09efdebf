// Component bytes by their SHA-256: in the origin's private file system, or in IndexedDB where there is none.

import { createStore, del, get, keys, set } from "idb-keyval";

export interface BytesStore {
  write(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The bytes, or null where nothing is kept under that hash. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(sha256: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

const FOLDER = "components";

export async function openBytesStore(): Promise<BytesStore> {
  try {
    const root = await navigator.storage.getDirectory();
    return new FileBytesStore(await root.getDirectoryHandle(FOLDER, { create: true }));
  } catch {
    return new DatabaseBytesStore();
  }
}

class FileBytesStore implements BytesStore {
  readonly #folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  async write(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const file = await this.#folder.getFileHandle(sha256, { create: true });
    const writable = await file.createWritable();
    await writable.write(bytes);
    await writable.close();
  }

  async read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const handle = await this.#folder.getFileHandle(sha256);
      const file = await handle.getFile();
      // A page that was closed while writing leaves an empty file behind.
      return file.size === 0 ? null : new Uint8Array(await file.arrayBuffer());
    } catch {
      return null;
    }
  }

  async remove(sha256: string): Promise<void> {
    await this.#folder.removeEntry(sha256).catch(() => undefined);
  }

  async list(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const name of this.#folder.keys()) names.push(name);
    return names;
  }
}

class DatabaseBytesStore implements BytesStore {
  readonly #store = createStore("witloom-bytes", FOLDER);

  async write(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await set(sha256, bytes, this.#store);
  }

  async read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return (await get<Uint8Array<ArrayBuffer>>(sha256, this.#store)) ?? null;
  }

  async remove(sha256: string): Promise<void> {
    await del(sha256, this.#store);
  }

  async list(): Promise<readonly string[]> {
    return keys<string>(this.#store);
  }
}
