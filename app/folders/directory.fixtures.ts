// A directory in memory that behaves as those of browsers do, for tests.

interface FakeFile {
  readonly kind: "file";
  bytes: Uint8Array<ArrayBuffer>;
  modifiedMs: number;
}

interface FakeDirectory {
  readonly kind: "directory";
  readonly entries: Map<string, FakeFile | FakeDirectory>;
}

const fail = (name: string): never => {
  throw new DOMException(name, name);
};

export class TestDirectory {
  readonly root: FakeDirectory = { kind: "directory", entries: new Map() };
  readonly written: string[] = [];
  /** Bytes that may still be written. */
  room = Infinity;
  #nowMs = 1000;

  get handle(): FileSystemDirectoryHandle {
    return this.#directoryHandle(this.root);
  }

  /** Changes a file as another program would. */
  put(path: string, text: string): void {
    const names = path.split("/");
    const name = names.pop()!;
    let directory = this.root;
    for (const one of names) {
      const next: FakeFile | FakeDirectory = directory.entries.get(one) ?? { kind: "directory", entries: new Map() };
      directory.entries.set(one, next);
      if (next.kind === "file") return fail("TypeMismatchError");
      directory = next;
    }
    directory.entries.set(name, { kind: "file", bytes: new TextEncoder().encode(text), modifiedMs: this.#tick() });
  }

  remove(path: string): void {
    this.#at(path.split("/").slice(0, -1))?.entries.delete(path.split("/").at(-1)!);
  }

  /** The text of every file by path; directories end in a slash. */
  texts(): Record<string, string> {
    const found: Record<string, string> = {};
    const look = (directory: FakeDirectory, prefix: string): void => {
      for (const [name, entry] of directory.entries) {
        if (entry.kind === "file") found[prefix + name] = new TextDecoder().decode(entry.bytes);
        else if (entry.entries.size === 0) found[`${prefix}${name}/`] = "";
        else look(entry, `${prefix}${name}/`);
      }
    };
    look(this.root, "");
    return found;
  }

  #at(names: readonly string[]): FakeDirectory | null {
    let directory = this.root;
    for (const name of names) {
      const next = directory.entries.get(name);
      if (next?.kind !== "directory") return null;
      directory = next;
    }
    return directory;
  }

  #tick(): number {
    return this.#nowMs++;
  }

  #directoryHandle({ entries }: FakeDirectory): FileSystemDirectoryHandle {
    const wrap = (name: string, entry: FakeFile | FakeDirectory): FileSystemHandle =>
      entry.kind === "file" ? this.#fileHandle(name, entry) : this.#directoryHandle(entry);
    const child = <T extends FakeFile | FakeDirectory>(name: string, kind: T["kind"], made: (() => T) | null): T => {
      // As on Windows.
      if (/[/:]/.test(name) || name === ".." || name === "") throw new TypeError("Name is not allowed");
      const known = entries.get(name);
      if (known && known.kind !== kind) fail("TypeMismatchError");
      if (!known && !made) fail("NotFoundError");
      const found = (known ?? made!()) as T;
      entries.set(name, found);
      return found;
    };
    return {
      kind: "directory",
      getDirectoryHandle: async (name: string, { create = false } = {}) =>
        this.#directoryHandle(
          child<FakeDirectory>(name, "directory", create ? () => ({ kind: "directory", entries: new Map() }) : null),
        ),
      getFileHandle: async (name: string, { create = false } = {}) =>
        this.#fileHandle(
          name,
          child<FakeFile>(
            name,
            "file",
            create ? () => ({ kind: "file", bytes: new Uint8Array(), modifiedMs: this.#tick() }) : null,
          ),
        ),
      removeEntry: async (name: string) => {
        const found = entries.get(name) ?? fail("NotFoundError");
        if (found.kind === "directory" && found.entries.size > 0) fail("InvalidModificationError");
        entries.delete(name);
      },
      entries: async function* () {
        for (const [name, entry] of entries) yield [name, wrap(name, entry)];
      },
    } as unknown as FileSystemDirectoryHandle;
  }

  #fileHandle(name: string, file: FakeFile): FileSystemFileHandle {
    return {
      kind: "file",
      getFile: async () => new File([file.bytes], name, { lastModified: file.modifiedMs }),
      createWritable: async () => {
        let next: Uint8Array<ArrayBuffer> = file.bytes;
        return {
          write: async (bytes: Uint8Array<ArrayBuffer>) => {
            if (bytes.length > this.room) fail("QuotaExceededError");
            this.room -= bytes.length;
            next = bytes.slice();
          },
          close: async () => {
            this.written.push(name);
            Object.assign(file, { bytes: next, modifiedMs: this.#tick() });
          },
          abort: async () => undefined,
        };
      },
    } as unknown as FileSystemFileHandle;
  }
}
