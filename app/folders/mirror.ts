// A folder and its copy in a directory of the browser's storage or of this computer. It is read into memory, and what
// changes here is written there, one file after the other. A file that somebody else changed meanwhile is never written
// over: it is a conflict, until a person says which of the two stays.

import { readDirectory, type Stamp, stampOf } from "./directory-reading.ts";
import { directoryAt, fileAt, removeAt, writeAt } from "./directory-writing.ts";
import { type FolderEntry, parentOf, withChanges } from "./folder.ts";

export interface MirrorState {
  /** Files that are different there. */
  readonly conflicts: ReadonlySet<string>;
  /** What is only here, and why: links, and names that the directory can't have. */
  readonly unkept: ReadonlyMap<string, string>;
  /** What is only there: it was too much to be read. */
  readonly leftOut: readonly string[];
}

export const NOTHING_TO_TELL: MirrorState = { conflicts: new Set(), unkept: new Map(), leftOut: [] };

export class Mirror {
  readonly #directory: FileSystemDirectoryHandle;
  /** What stood here when both were last the same. */
  #synced = new Map<string, FolderEntry>();
  /** What stood there then. */
  #stamps = new Map<string, Stamp>();
  #state = NOTHING_TO_TELL;
  /** Reading and writing take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(directory: FileSystemDirectoryHandle) {
    this.#directory = directory;
  }

  get state(): MirrorState {
    return this.#state;
  }

  /**
   * `entries` with what is new there. What changed on both sides stays as it is here and becomes a conflict.
   * Throws what the directory throws where it can't be read.
   */
  read(entries: readonly FolderEntry[]): Promise<readonly FolderEntry[]> {
    return this.#inTurn(async () => {
      const here = new Map(entries.map((entry) => [entry.path, entry]));
      const isUntouched = (path: string): boolean => here.get(path) === this.#synced.get(path);
      const found = await readDirectory(this.#directory, (path, stamp) => {
        const known = this.#synced.get(path);
        return known && isSame(this.#stamps.get(path), stamp) ? known : null;
      });
      const conflicts = new Set<string>();
      const changed: FolderEntry[] = [];
      for (const [path, { entry, stamp }] of found.files) {
        if (!isUntouched(path) && !isSame(this.#stamps.get(path), stamp)) {
          conflicts.add(path);
          continue;
        }
        if (here.get(path) !== entry && isUntouched(path)) changed.push(entry);
        this.#note(entry, stamp);
      }
      for (const entry of found.directories) {
        if (!here.has(entry.path)) changed.push(entry);
        this.#note(entry, null);
      }
      const gone = found.isWhole ? [...this.#synced.keys()].filter((path) => !found.paths.has(path)) : [];
      const removed = gone.filter((path) => isUntouched(path) && !keepsAnother(path, here, isUntouched));
      for (const path of gone) {
        if (!removed.includes(path) && here.get(path)?.kind === "file") conflicts.add(path);
        else this.#forget(path);
      }
      this.#state = { ...this.#state, conflicts, leftOut: found.leftOut };
      return withChanges(entries, [...removed.map((path) => ({ kind: "removed", path }) as const), ...changed]);
    });
  }

  /** Makes the directory what `entries` are, but for conflicts. Throws what the directory throws where it is full. */
  write(entries: readonly FolderEntry[]): Promise<void> {
    return this.#inTurn(async () => {
      const here = new Map(entries.map((entry) => [entry.path, entry]));
      const conflicts = new Set([...this.#state.conflicts].filter((path) => here.has(path) || this.#stamps.has(path)));
      const unkept = new Map([...this.#state.unkept].filter(([path]) => here.has(path)));
      const tell = (): void => void (this.#state = { ...this.#state, conflicts, unkept });
      // What is deeper goes first.
      const removed = [...this.#synced.values()]
        .filter(({ path }) => !here.has(path))
        .toSorted((a, b) => (a.path < b.path ? 1 : -1));
      for (const entry of removed) await this.#remove(entry, conflicts);
      for (const entry of entries) {
        if (this.#synced.get(entry.path) === entry) continue;
        try {
          await this.#put(entry, conflicts, unkept);
        } finally {
          tell();
        }
      }
      tell();
    });
  }

  /** The next `write` puts what is here over what is there. */
  async keepMine(path: string): Promise<void> {
    await this.#inTurn(async () => {
      const stamp = await stampOf(await fileAt(this.#directory, path));
      if (stamp === null) this.#stamps.delete(path);
      else this.#stamps.set(path, stamp);
      this.#settle(path);
    });
  }

  /** `entries` with what is there in the place of what is here. */
  async takeTheirs(entries: readonly FolderEntry[], path: string): Promise<readonly FolderEntry[]> {
    return this.#inTurn(async () => {
      const handle = await fileAt(this.#directory, path);
      this.#settle(path);
      if (handle === null) {
        this.#forget(path);
        return withChanges(entries, [{ kind: "removed", path }]);
      }
      const file = await handle.getFile();
      const bytes = new Uint8Array(await file.arrayBuffer());
      const entry: FolderEntry = { kind: "file", path, bytes, modifiedMs: file.lastModified };
      this.#note(entry, { modifiedMs: file.lastModified, sizeBytes: file.size });
      return withChanges(entries, [entry]);
    });
  }

  async #remove(entry: FolderEntry, conflicts: Set<string>): Promise<void> {
    const { path } = entry;
    const stamp = entry.kind === "file" ? await stampOf(await fileAt(this.#directory, path)) : null;
    if (stamp !== null && !isSame(this.#stamps.get(path), stamp)) {
      conflicts.add(path);
      return;
    }
    // A directory in which something else lies stays.
    await removeAt(this.#directory, path);
    this.#forget(path);
  }

  async #put(entry: FolderEntry, conflicts: Set<string>, unkept: Map<string, string>): Promise<void> {
    const { path } = entry;
    if (entry.kind === "symlink") {
      unkept.set(path, "Links aren’t kept there");
      return;
    }
    try {
      const old = this.#synced.get(path);
      if (old && old.kind !== entry.kind) await this.#remove(old, conflicts);
      if (entry.kind === "directory") {
        await directoryAt(this.#directory, path, true);
        this.#note(entry, null);
        return;
      }
      const there = await stampOf(await fileAt(this.#directory, path));
      const known = this.#stamps.get(path);
      if (there === null ? known !== undefined : !isSame(known, there)) {
        conflicts.add(path);
        return;
      }
      this.#note(entry, await writeAt(this.#directory, path, entry.bytes));
      conflicts.delete(path);
      unkept.delete(path);
    } catch (thrown) {
      const reason = reasonOf(thrown);
      if (reason === null) throw thrown;
      unkept.set(path, reason);
    }
  }

  #settle(path: string): void {
    const conflicts = new Set(this.#state.conflicts);
    conflicts.delete(path);
    this.#state = { ...this.#state, conflicts };
  }

  #note(entry: FolderEntry, stamp: Stamp | null): void {
    this.#synced.set(entry.path, entry);
    if (stamp !== null) this.#stamps.set(entry.path, stamp);
  }

  #forget(path: string): void {
    this.#synced.delete(path);
    this.#stamps.delete(path);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function isSame(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a !== undefined && a.modifiedMs === b?.modifiedMs && a.sizeBytes === b.sizeBytes;
}

/** True for a directory in which something lies that was changed here. */
function keepsAnother(
  path: string,
  here: ReadonlyMap<string, FolderEntry>,
  isUntouched: (path: string) => boolean,
): boolean {
  if (here.get(path)?.kind !== "directory") return false;
  return [...here.keys()].some((other) => parentOf(other).startsWith(path) && !isUntouched(other));
}

/** Why one entry can't be kept, or null for what concerns all of them. */
function reasonOf(thrown: unknown): string | null {
  if (thrown instanceof TypeError) return "The name can’t be used there";
  const name = thrown instanceof DOMException ? thrown.name : "";
  if (name === "TypeMismatchError") return "A directory and a file there have the same name";
  return name === "NoModificationAllowedError" ? "Somebody else is writing it" : null;
}
