// Files and folders from the person: chosen in the browser's dialog, or dropped. Paths keep their folders.

import type { ComponentFile } from "../library/add-component.ts";

/** What the library and the opener take. */
export const ACCEPTED = ".wasm,.wat,.wac,.zip";
/** What the opener takes: a zipped project, or WAC text with the components that it names. */
export const PROJECT_FILES = ".zip,.wac,.wasm";

/** The files that the person chooses; none where the dialog is cancelled. */
export function chooseFiles(accept: string): Promise<readonly ComponentFile[]> {
  return fromInput({ accept, multiple: true });
}

interface FolderOptions {
  /** For a copy as it is: one folder around everything is part of the names, and what is hidden comes along. */
  readonly keepTopFolder?: boolean;
}

/** All files of a folder that the person chooses. */
export function chooseFolder(options: FolderOptions = {}): Promise<readonly ComponentFile[]> {
  return fromInput({ webkitdirectory: true, ...options });
}

/** Null where this browser can open folders. */
export function folderDisabledReason(): string | null {
  return "webkitdirectory" in HTMLInputElement.prototype ? null : "This browser can't open folders";
}

interface Choice extends FolderOptions {
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly webkitdirectory?: boolean;
}

function fromInput({
  accept = "",
  multiple = false,
  webkitdirectory = false,
  keepTopFolder = false,
}: Choice): Promise<readonly ComponentFile[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = multiple;
  input.webkitdirectory = webkitdirectory;
  return new Promise((resolve, reject) => {
    input.addEventListener("cancel", () => resolve([]));
    input.addEventListener("change", () => {
      const files = Array.from(input.files ?? [], (file) => readFile(file, file.webkitRelativePath || file.name));
      Promise.all(files).then((read) => resolve(keepTopFolder ? read : withoutTopFolder(read)), reject);
    });
    input.click();
  });
}

async function readFile(file: File, name: string): Promise<ComponentFile> {
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The files in a drop, folders opened. */
export async function filesInDrop(
  data: DataTransfer,
  { keepTopFolder = false }: FolderOptions = {},
): Promise<readonly ComponentFile[]> {
  // Entries must be taken before the first wait: the browser empties the drop after the event.
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return Promise.all(Array.from(data.files, (file) => readFile(file, file.name)));
  const nested = await Promise.all(entries.map((entry) => filesIn(entry, keepTopFolder)));
  return keepTopFolder ? nested.flat() : withoutTopFolder(nested.flat());
}

const MAX_FILES = 5_000;

async function filesIn(entry: FileSystemEntry, hidden: boolean): Promise<ComponentFile[]> {
  const found: ComponentFile[] = [];
  const pending = [entry];
  for (let next = pending.pop(); next && found.length < MAX_FILES; next = pending.pop()) {
    if (next.isFile) {
      const file = await new Promise<File>((resolve, reject) => (next as FileSystemFileEntry).file(resolve, reject));
      found.push(await readFile(file, next.fullPath.replace(/^\//, "")));
    } else {
      const below = await entriesIn(next as FileSystemDirectoryEntry);
      pending.push(...(hidden ? below : below.filter(({ name }) => !name.startsWith("."))));
    }
  }
  return found;
}

/** A reader gives entries a hundred at a time, and none when it is through. */
async function entriesIn(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** `files` without the one folder around everything. */
function withoutTopFolder(files: readonly ComponentFile[]): readonly ComponentFile[] {
  const top = files[0]?.name.split("/")[0];
  const shared = top !== undefined && files.every(({ name }) => name.startsWith(`${top}/`));
  return shared ? files.map(({ name, bytes }) => ({ name: name.slice(top.length + 1), bytes })) : files;
}
