// Keeps the files of documents where a person wants them: reads them into memory when a document is opened, writes back
// what changes, and moves them from one place to another. Nothing is written before all of it was read.

import { formatSize } from "../../components/primitives/format-size.ts";
import { fail, ok, type Result } from "../../core/base/result.ts";
import { type OpenDocument, updateDocument, useDocuments } from "../documents/documents-store.ts";
import { busy } from "../idle.ts";
import { notify } from "../notices/notices-store.ts";
import { saveFolder } from "../persistence/saved.ts";
import {
  browserDirectory,
  chooseDirectory,
  forgetHandle,
  keepHandle,
  keptHandle,
  mayUse,
  removeBrowserDirectory,
} from "./directory-access.ts";
import { type FolderEntry, sizeOf } from "./folder.ts";
import { type DiskAccess, type FolderPlace, IN_DOCUMENT } from "./folder-place.ts";
import { lockedReason } from "./locked-reason.ts";
import { entriesOf, folderView, NEW_VIEW, updateFolderView } from "./folders-store.ts";
import { Mirror } from "./mirror.ts";

/** Of documents whose files were read from elsewhere. */
const MIRRORS = new Map<string, Mirror>();
const LOADING = new Map<string, Promise<void>>();
const WRITING = new Set<string>();
const WRITE_DELAY_MS = 300;

/** Begins to keep what is kept elsewhere. */
export function startPlaces(): void {
  useDocuments.subscribe(({ open }, before) => {
    if (open === before.open) return;
    for (const document of open) follow(document);
    for (const document of before.open) if (!open.some(({ id }) => id === document.id)) leave(document);
  });
  for (const document of useDocuments.getState().open) follow(document);
}

function follow({ id, place }: OpenDocument): void {
  if (place.kind === "document") return;
  if (MIRRORS.has(id)) scheduleWrite(id);
  else if (folderView(id).state === "ready") void load(id, { ask: false });
}

/** The last of a document that was closed. */
function leave({ id, folder, place }: OpenDocument): void {
  const mirror = MIRRORS.get(id);
  MIRRORS.delete(id);
  updateFolderView(id, NEW_VIEW);
  if (mirror && isWritten(place)) void busy(mirror.write(folder)).catch((thrown: unknown) => tellFailure(id, thrown));
}

function isWritten(place: FolderPlace): boolean {
  return place.kind === "browser" || (place.kind === "disk" && place.access === "readwrite");
}

export function placeOf(id: string): FolderPlace {
  return useDocuments.getState().open.find((document) => document.id === id)?.place ?? IN_DOCUMENT;
}

/** Reads the files of a document from where they are kept. */
function load(id: string, options: { readonly ask: boolean }): Promise<void> {
  const known = LOADING.get(id);
  if (known) return known;
  const loading = busy(loadNow(id, options))
    .catch((thrown: unknown) => {
      updateFolderView(id, { state: "lost" });
      return tellFailure(id, thrown);
    })
    .finally(() => LOADING.delete(id));
  LOADING.set(id, loading);
  return loading;
}

async function loadNow(id: string, { ask }: { readonly ask: boolean }): Promise<void> {
  const place = placeOf(id);
  if (!ask) updateFolderView(id, { state: "loading" });
  const directory = place.kind === "browser" ? await browserDirectory(id) : await keptHandle(id);
  if (directory === null) {
    updateFolderView(id, { state: "lost" });
    return;
  }
  if (place.kind === "disk" && !(await mayUse(directory, place.access, { ask }))) {
    updateFolderView(id, { state: "ask" });
    return;
  }
  const known = MIRRORS.get(id);
  const mirror = known ?? new Mirror(directory);
  const entries = await mirror.read(known ? entriesOf(id) : []);
  take(id, mirror, entries);
}

function take(id: string, mirror: Mirror, folder: readonly FolderEntry[], place = placeOf(id)): void {
  MIRRORS.set(id, mirror);
  updateFolderView(id, { state: "ready", mirror: mirror.state });
  updateDocument(id, (document) => ({ ...document, folder, place }));
}

/** Asks the person for the right to the folder again, which takes a press of theirs, and reads it. */
export async function allowAgain(id: string): Promise<void> {
  await load(id, { ask: true });
}

/** What a run finds, and where it was taken from: what it writes goes there and nowhere else. */
export interface RunFolder {
  readonly entries: readonly FolderEntry[];
  readonly place: FolderPlace;
}

/** The files of a document for a run, those of a folder of this computer as they are now; or why there are none. */
export async function folderForRun(id: string): Promise<Result<RunFolder, string>> {
  await LOADING.get(id);
  if (folderView(id).state === "ready" && placeOf(id).kind === "disk") await readAgain(id);
  const reason = lockedReason(folderView(id));
  return reason === null ? ok({ entries: entriesOf(id), place: placeOf(id) }) : fail(reason);
}

/** Takes over what changed on disk. */
export async function readAgain(id: string): Promise<void> {
  const mirror = MIRRORS.get(id);
  if (!mirror) return;
  try {
    take(id, mirror, await mirror.read(entriesOf(id)));
  } catch (thrown) {
    updateFolderView(id, { state: "lost" });
    await tellFailure(id, thrown);
  }
}

function scheduleWrite(id: string): void {
  const mirror = MIRRORS.get(id);
  if (!mirror || WRITING.has(id) || !isWritten(placeOf(id))) return;
  WRITING.add(id);
  void busy(async () => {
    try {
      await new Promise((resolve) => setTimeout(resolve, WRITE_DELAY_MS));
      for (let written: readonly FolderEntry[] | null = null; MIRRORS.get(id) === mirror;) {
        const entries = entriesOf(id);
        if (entries === written) break;
        await mirror.write(entries);
        written = entries;
      }
    } catch (thrown) {
      await tellFailure(id, thrown);
    } finally {
      WRITING.delete(id);
      if (MIRRORS.get(id) === mirror) updateFolderView(id, { mirror: mirror.state });
      else scheduleWrite(id);
    }
  });
}

/** Keeps the files in this browser's own storage, apart from the document. */
export async function keepInBrowser(id: string): Promise<void> {
  const entries = entriesOf(id);
  await removeBrowserDirectory(id);
  const mirror = new Mirror(await browserDirectory(id));
  try {
    await mirror.write(entries);
  } catch (thrown) {
    await removeBrowserDirectory(id);
    await tellFailure(id, thrown);
    return;
  }
  take(id, mirror, entriesOf(id), { kind: "browser" });
  if (!(await navigator.storage.persist())) {
    notify({
      tone: "info",
      message: "The files are kept in this browser’s storage",
      help: "The browser didn’t promise to keep it for good: it may clear it when the disk is full.",
    });
  }
}

/** Keeps the files with the document. A folder of this computer stays as it is, and is not written any more. */
export async function keepInDocument(id: string): Promise<void> {
  const place = placeOf(id);
  await saveFolder(id, entriesOf(id));
  MIRRORS.delete(id);
  updateFolderView(id, { state: "ready", mirror: NEW_VIEW.mirror });
  updateDocument(id, (document) => ({ ...document, place: IN_DOCUMENT }));
  if (place.kind === "browser") await removeBrowserDirectory(id);
  if (place.kind === "disk") await forgetHandle(id);
}

/** Takes a folder of this computer that the person chooses in the place of the files. */
export async function takeDirectory(id: string, access: DiskAccess): Promise<void> {
  const directory = await chooseDirectory(access);
  if (directory === null || !(await mayUse(directory, access, { ask: true }))) return;
  const before = useDocuments.getState().open.find((document) => document.id === id);
  const mirror = new Mirror(directory);
  const entries = await mirror.read([]);
  await keepHandle(id, directory);
  take(id, mirror, entries, { kind: "disk", name: directory.name, access });
  if (!before || before.folder.length === 0 || before.place.kind === "disk") return;
  notify({
    tone: "info",
    message: `The files are now those of ${directory.name}`,
    action: { label: "Undo", run: () => giveBack(id, before) },
  });
}

function giveBack(id: string, { folder, place }: OpenDocument): void {
  MIRRORS.delete(id);
  updateFolderView(id, { state: "ready", mirror: NEW_VIEW.mirror });
  updateDocument(id, (document) => ({ ...document, folder, place }));
}

/** Writes what is here over what is on disk. */
export async function keepMine(id: string, path: string): Promise<void> {
  const mirror = MIRRORS.get(id);
  await mirror?.keepMine(path);
  if (mirror) updateFolderView(id, { mirror: mirror.state });
  scheduleWrite(id);
}

/** Takes what is on disk in the place of what is here. */
export async function takeTheirs(id: string, path: string): Promise<void> {
  const mirror = MIRRORS.get(id);
  if (mirror) take(id, mirror, await mirror.takeTheirs(entriesOf(id), path));
}

async function tellFailure(id: string, thrown: unknown): Promise<void> {
  const name = thrown instanceof DOMException ? thrown.name : "";
  if (name === "QuotaExceededError") {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    notify({
      key: `folder ${id}`,
      tone: "error",
      message: `The files take ${formatSize(sizeOf(entriesOf(id)))}, and there is room for ${formatSize(Math.max(0, quota - usage))}`,
      help: "What has no room stays in this page until it is closed: download it, or delete something.",
    });
  } else if (name === "NotAllowedError" || name === "SecurityError") {
    updateFolderView(id, { state: "ask" });
  } else {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    notify({ key: `folder ${id}`, tone: "error", message: `The folder can’t be used: ${reason}` });
  }
}
