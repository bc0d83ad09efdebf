// Changing a directory of the browser's storage or of this computer, by the paths of what lies in it.

import type { Stamp } from "./directory-reading.ts";
import { nameOf, parentOf } from "./folder.ts";

/** The directory at `path`, or null where there is none and none is to be made. */
export async function directoryAt(
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemDirectoryHandle | null> {
  let directory = root;
  for (const name of path.split("/").filter((part) => part !== "")) {
    const next = directory.getDirectoryHandle(name, { create });
    const found = create ? await next : await orNull(next);
    if (found === null) return null;
    directory = found;
  }
  return directory;
}

/** The file at `path`, or null. */
export async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<FileSystemFileHandle | null> {
  const directory = await directoryAt(root, parentOf(path), false);
  return directory && orNull(directory.getFileHandle(nameOf(path)));
}

/** Writes all of a file and tells what it is like then. What stood there before stays until all is written. */
export async function writeAt(root: FileSystemDirectoryHandle, path: string, bytes: Uint8Array): Promise<Stamp> {
  const directory = (await directoryAt(root, parentOf(path), true))!;
  const isNew = (await orNull(directory.getFileHandle(nameOf(path)))) === null;
  const handle = await directory.getFileHandle(nameOf(path), { create: true });
  const writable = await handle.createWritable();
  try {
    await writable.write(bytes as Uint8Array<ArrayBuffer>);
    await writable.close();
  } catch (thrown) {
    await writable.abort().catch(() => undefined);
    // It was made empty.
    if (isNew) await removeAt(root, path);
    throw thrown;
  }
  const file = await handle.getFile();
  return { modifiedMs: file.lastModified, sizeBytes: file.size };
}

/** Removes a file, or a directory with nothing in it; what isn't there, or is full, is left. */
export async function removeAt(root: FileSystemDirectoryHandle, path: string): Promise<void> {
  const directory = await directoryAt(root, parentOf(path), false);
  await directory?.removeEntry(nameOf(path)).catch((thrown: unknown) => {
    if (!isNamed(thrown, ["NotFoundError", "InvalidModificationError"])) throw thrown;
  });
}

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (thrown) {
    if (isNamed(thrown, ["NotFoundError", "TypeMismatchError"])) return null;
    throw thrown;
  }
}

function isNamed(thrown: unknown, names: readonly string[]): boolean {
  return thrown instanceof DOMException && names.includes(thrown.name);
}
