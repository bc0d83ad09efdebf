// What a person does with the library: add files, folders and URLs, rename, remove, download.

import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { looksComposed } from "../../core/decompose/looks-composed.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import { notify } from "../notices/notices-store.ts";
import { libraryIsShown, toggleLibraryPanel } from "../preferences/panels.ts";
import { loadLibrary, removeLibraryEntry } from "../persistence/saved.ts";
import { busy } from "../idle.ts";
import { libraryWorker } from "../services.ts";
import { fileKind } from "../files/file-kind.ts";
import { downloadBytes } from "../export/download.ts";
import { addComponent, type AddOptions, type ComponentFile, storeEntry, updateEntry } from "./add-component.ts";
import { componentBytes, forgetComponentBytes, keepComponentBytes } from "./component-bytes.ts";
import { type FailedFile, type LibraryEntry, useLibrary } from "./library-store.ts";

const ADDED_GROUP = "Added here";

/** Adds components, and opens compositions, from files that a person dropped or chose. */
export async function addFiles(files: readonly ComponentFile[]): Promise<readonly LibraryEntry[]> {
  const isProject = (file: ComponentFile): boolean => ["wac", "zip"].includes(fileKind(file));
  const projects = files.filter(isProject);
  const rest = files.filter((file) => !isProject(file));
  // Files of one drop that lie around a composition belong to it.
  if (projects.length > 0) {
    const { openFiles } = await import("../documents/open-files.ts");
    await openFiles(projects, rest);
  }
  const isProjectFolder = projects.some((file) => fileKind(file) === "wac");
  return isProjectFolder ? [] : addComponents(rest, { group: ADDED_GROUP });
}

/** Adds each of `files`, telling of those that can't be read. */
async function addComponents(files: readonly ComponentFile[], options: AddOptions): Promise<readonly LibraryEntry[]> {
  const added: LibraryEntry[] = [];
  for (const file of files) {
    const entry = await addOne(file, options);
    if (!entry) continue;
    added.push(entry);
    if (entry.component && looksComposed(entry.component)) offerToOpen(entry, entry.component.root.parts.length);
  }
  if (added.length < files.length && !libraryIsShown()) tellOfFailures();
  return added;
}

/** For a page whose library is folded away: its rows say what is wrong with each file. */
function tellOfFailures(): void {
  const { failed } = useLibrary.getState();
  const [first] = failed;
  if (!first) return;
  const title =
    failed.length === 1 ? `${first.fileName} could not be added` : `${failed.length} files could not be added`;
  notify({ tone: "error", message: title, action: { label: "Show in the library", run: toggleLibraryPanel } });
}

/** Says that a component is made of others, which can be looked at. */
function offerToOpen({ key, sha256 }: LibraryEntry, count: number): void {
  const run = async (): Promise<void> => {
    const { openComposed } = await import("../documents/open-composed.ts");
    await openComposed(sha256);
  };
  notify({
    tone: "info",
    message: `${key} is composed of ${count} ${count === 1 ? "component" : "components"}`,
    action: { label: "Open as a composition", run: () => void busy(run()) },
  });
}

let lastId = 0;

async function addOne(file: ComponentFile, options: AddOptions): Promise<LibraryEntry | null> {
  lastId += 1;
  const id = lastId;
  const byteLength = file.bytes.length;
  useLibrary.setState(({ incoming }) => ({ incoming: [...incoming, { id, fileName: file.name }] }));
  try {
    const result = fileKind(file).startsWith("component")
      ? await addComponent(file, options)
      : ({ ok: false, error: NOT_A_COMPONENT } as const);
    if (result.ok) return result.value;
    reportFailure({ id, fileName: file.name, byteLength, error: result.error });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    reportFailure({ id, fileName: file.name, byteLength, error: { kind: "other", message, help: null } });
  } finally {
    useLibrary.setState(({ incoming }) => ({ incoming: incoming.filter((item) => item.id !== id) }));
  }
  return null;
}

const NOT_A_COMPONENT: FailedFile["error"] = {
  kind: "other",
  message: "Witloom opens components (.wasm, .wat) and compositions (.wac, .zip).",
  help: "Choose one of those.",
};

function reportFailure(failure: FailedFile): void {
  useLibrary.setState(({ failed }) => ({ failed: [...failed, failure] }));
}

export function dismissFailure(id: number): void {
  useLibrary.setState(({ failed }) => ({ failed: failed.filter((failure) => failure.id !== id) }));
}

/** The message of a failed file, and what to do about it. */
export function failureText({ error }: FailedFile): { readonly message: string; readonly help: string } {
  if (error.kind === "other") return { message: error.message, help: error.help ?? "" };
  const { message, help } = describeDiagnostic(error as Diagnostic);
  return { message, help: help ?? "" };
}

/** Why `key` can't be the name of the entry, or null. */
export function keyProblem(sha256: string, key: string): string | null {
  if (!parseComponentKey(key)) {
    return describeDiagnostic({ kind: "invalid-package-name", name: key }).help;
  }
  const other = [...useLibrary.getState().entries.values()].find((entry) => entry.key === key);
  return other && other.sha256 !== sha256 ? `\`${key}\` is the name of another component` : null;
}

export async function renameEntry(sha256: string, key: string): Promise<void> {
  const entry = useLibrary.getState().entries.get(sha256);
  if (entry && keyProblem(sha256, key) === null) await storeEntry({ ...entry, key });
}

/** Takes an entry out of the library; it can be put back for as long as the notice stands. */
export async function removeEntry(sha256: string): Promise<void> {
  const entry = useLibrary.getState().entries.get(sha256);
  if (!entry) return;
  const bytes = await componentBytes(sha256);
  useLibrary.setState(({ entries }) => {
    const rest = new Map(entries);
    rest.delete(sha256);
    return { entries: rest };
  });
  await Promise.all([removeLibraryEntry(sha256), forgetComponentBytes(sha256)]);
  const putBack = async (): Promise<void> => {
    await keepComponentBytes(sha256, bytes);
    await storeEntry(entry);
  };
  notify({
    tone: "info",
    message: `Removed ${entry.key} from the library`,
    action: { label: "Undo", run: () => void putBack() },
  });
}

export async function downloadEntry(sha256: string): Promise<void> {
  const entry = useLibrary.getState().entries.get(sha256);
  if (!entry) return;
  const fileName = `${entry.key.replaceAll(/[:@/]/g, "-")}.wasm`;
  downloadBytes([await componentBytes(sha256)], fileName, "application/wasm");
}

/** Lists what this browser holds, then reads it: first what `urgent` asks for, which is told, then the rest. */
export async function loadLibraryEntries(urgent: ReadonlySet<string>, onUrgentRead: () => void): Promise<void> {
  const saved = await loadLibrary();
  const ordered = saved.toSorted((a, b) => a.addedAt - b.addedAt);
  useLibrary.setState({ entries: new Map(ordered.map((entry) => [entry.sha256, { ...entry, component: null }])) });
  const first = ordered.filter(({ sha256 }) => urgent.has(sha256));
  const later = ordered.filter(({ sha256 }) => !urgent.has(sha256));
  await Promise.all(first.map(({ sha256 }) => readEntry(sha256)));
  onUrgentRead();
  for (const { sha256 } of later) await readEntry(sha256);
}

async function readEntry(sha256: string): Promise<void> {
  try {
    const bytes = await componentBytes(sha256);
    const { result } = await libraryWorker().read(bytes.slice());
    const entry = useLibrary.getState().entries.get(sha256);
    if (entry && result.ok) updateEntry({ ...entry, component: result.value });
  } catch {
    // Its row says that the bytes are gone.
  }
}
