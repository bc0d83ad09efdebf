// What a person and a run do to the files of a document. Deleting can be undone; the rest can be done back.

import { updateDocument } from "../documents/documents-store.ts";
import { downloadBytes } from "../export/download.ts";
import type { ComponentFile } from "../library/add-component.ts";
import { notify } from "../notices/notices-store.ts";
import { libraryWorker } from "../services.ts";
import {
  changesOfMove,
  entriesAt,
  type FolderChange,
  freeName,
  isFolderPath,
  joinPath,
  nameOf,
  parentOf,
  withChanges,
} from "./folder.ts";
import { inputsOf, updateInputs } from "../run/run-store.ts";
import { entriesOf, folderView, updateFolderView } from "./folders-store.ts";

export function changeFolder(documentId: string, changes: readonly FolderChange[]): void {
  updateDocument(documentId, (open) => ({ ...open, folder: withChanges(open.folder, changes) }));
}

/** Puts `files` into `directory`; those with a name that can't be are left out, and told. */
export function addFiles(documentId: string, directory: string, files: readonly ComponentFile[]): void {
  const modifiedMs = Date.now();
  const named = files.map(({ name, bytes }) => ({ path: joinPath(directory, name), bytes }));
  const fitting = named.filter(({ path }) => isFolderPath(path));
  if (fitting.length < named.length) {
    const left = named.filter(({ path }) => !isFolderPath(path));
    notify({ tone: "error", message: `Not added, for their names: ${left.map(({ path }) => path).join(", ")}` });
  }
  changeFolder(
    documentId,
    fitting.map(({ path, bytes }) => ({ kind: "file", path, bytes, modifiedMs })),
  );
  openDirectories(documentId, [directory]);
}

/** Makes an empty directory beside what is selected, or in it. */
export function makeDirectory(documentId: string): void {
  const entries = entriesOf(documentId);
  const { selectedPath } = inputsOf(documentId);
  const selected = entries.find(({ path }) => path === selectedPath);
  const directory = selected?.kind === "directory" ? selected.path : parentOf(selectedPath ?? "");
  const path = joinPath(directory, freeName(entries, directory, "new folder"));
  changeFolder(documentId, [{ kind: "directory", path }]);
  openDirectories(documentId, [directory]);
  updateInputs(documentId, { selectedPath: path });
}

export function renameEntry(documentId: string, path: string, name: string): void {
  const to = joinPath(parentOf(path), name);
  changeFolder(documentId, changesOfMove(entriesOf(documentId), path, to));
  const { open } = folderView(documentId);
  const renamed = [...open].map((one) =>
    one === path || one.startsWith(`${path}/`) ? to + one.slice(path.length) : one,
  );
  updateFolderView(documentId, { open: new Set(renamed) });
  updateInputs(documentId, { selectedPath: to });
}

export function removeEntry(documentId: string, path: string): void {
  const removed = entriesAt(entriesOf(documentId), path);
  changeFolder(documentId, [{ kind: "removed", path }]);
  const others = removed.length > 1 ? ` and ${removed.length - 1} in it` : "";
  notify({
    tone: "info",
    message: `Deleted ${nameOf(path)}${others}`,
    action: { label: "Undo", run: () => changeFolder(documentId, removed) },
  });
}

export function toggleDirectory(documentId: string, path: string): void {
  const open = new Set(folderView(documentId).open);
  if (!open.delete(path)) open.add(path);
  updateFolderView(documentId, { open });
}

function openDirectories(documentId: string, paths: readonly string[]): void {
  updateFolderView(documentId, { open: new Set([...folderView(documentId).open, ...paths]) });
}

/** Downloads a file, or a directory with all that is in it as a zip; all for the empty path. */
export async function downloadEntry(documentId: string, path: string, title: string): Promise<void> {
  const below = entriesAt(entriesOf(documentId), path);
  const only = below.find((entry) => entry.path === path);
  if (only?.kind === "file") {
    downloadBytes([only.bytes], nameOf(path), "application/octet-stream");
    return;
  }
  // Everything lies below one name, so that no name of a file means something to an object.
  const name = path === "" ? title : nameOf(path);
  const files = below.flatMap((entry) => {
    if (entry.kind === "symlink") return [];
    const inside = entry.path.slice(path === "" ? 0 : path.length + 1);
    if (entry.kind === "file") return [[joinPath(name, inside), entry.bytes] as const];
    return inside === "" ? [] : [[`${joinPath(name, inside)}/`, new Uint8Array()] as const];
  });
  const { bytes } = await libraryWorker().zip(new Map(files));
  downloadBytes([bytes], `${name}.zip`, "application/zip");
}
