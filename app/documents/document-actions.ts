// Opening, closing and naming documents.

import { historyOf } from "../../core/graph/history.ts";
import { parseComponentKey, toLabel } from "../../core/graph/naming.ts";
import { notify } from "../notices/notices-store.ts";
import { IN_DOCUMENT } from "../folders/folder-place.ts";
import { loadDocuments, loadFolder, removeDocument, type SavedDocument } from "../persistence/saved.ts";
import { inputsFrom } from "../run/run-inputs.ts";
import { updateInputs } from "../run/run-store.ts";
import { fetchSample } from "../samples/samples.ts";
import { closeDocument, EMPTY_SELECTION, openDocument, type OpenDocument, useDocuments } from "./documents-store.ts";
import { edit } from "./edit.ts";
import { titleOf } from "./new-document.ts";

/** Closes a tab. The document stays in this browser and can be opened again. */
export function closeTab(id: string): void {
  const document = useDocuments.getState().open.find((candidate) => candidate.id === id);
  if (!document) return;
  closeDocument(id);
  const { history, folder, place } = document;
  if (history.present.composition.instances.length === 0 && folder.length === 0 && place.kind === "document") {
    void removeDocument(id);
    return;
  }
  const putBack = (): void => useDocuments.setState(({ open }) => ({ open: [...open, document], activeId: id }));
  notify({
    tone: "info",
    message: `Closed ${titleOf(document)}; it stays in this browser`,
    action: { label: "Reopen", run: putBack },
  });
}

/** Why `title` can't name a document, or null. */
export function titleProblem(title: string): string | null {
  return parseComponentKey(`a:${title}`) ? null : "Use lower-case words joined by hyphens: my-application";
}

/** Gives the document in front another name; its namespace and version stay. */
export function renameActive(title: string): void {
  const { open, activeId } = useDocuments.getState();
  const current = open.find(({ id }) => id === activeId)?.history.present.composition.packageName ?? "";
  const parts = parseComponentKey(current);
  const namespace = parts?.namespace ?? "witloom";
  const version = parts?.version ? `@${parts.version}` : "";
  edit([{ kind: "rename-package", to: `${namespace}:${toLabel(title)}${version}` }], {
    label: "renaming the composition",
  });
}

/** Opens a fresh copy of a sample in a tab of its own. */
export async function openSample(id: string): Promise<void> {
  const [{ title, files }, { openProjectFiles }] = await Promise.all([fetchSample(id), import("./open-files.ts")]);
  await openProjectFiles(files, title, { isOurs: true });
}

/** Documents that are kept in this browser and are not open. */
export async function closedDocuments(): Promise<readonly SavedDocument[]> {
  const open = new Set(useDocuments.getState().open.map(({ id }) => id));
  return (await loadDocuments()).filter(({ id }) => !open.has(id));
}

export async function reopen(saved: SavedDocument): Promise<void> {
  const { id, document, viewport, place = IN_DOCUMENT } = saved;
  const folder = await folderOf(saved);
  bringBackInputs(saved);
  openDocument(document, { id, viewport, folder, place });
}

/** The files that are kept with a document; others are read where they are kept. */
async function folderOf(saved: SavedDocument): Promise<OpenDocument["folder"]> {
  return (saved.place ?? IN_DOCUMENT).kind === "document" ? loadFolder(saved) : [];
}

function bringBackInputs({ id, inputs }: Pick<SavedDocument, "id" | "inputs">): void {
  if (inputs) updateInputs(id, inputsFrom(inputs));
}

/** The open documents as they were kept. */
export async function restore(saved: readonly SavedDocument[], activeId: string | null): Promise<void> {
  const folders = await Promise.all(saved.map(folderOf));
  const open = saved.map(({ id, document, viewport, place = IN_DOCUMENT }, i): OpenDocument => {
    return { id, history: historyOf(document), viewport, folder: folders[i]!, place, selection: EMPTY_SELECTION };
  });
  for (const document of saved) bringBackInputs(document);
  const active = open.some(({ id }) => id === activeId) ? activeId : (open[0]?.id ?? null);
  useDocuments.setState({ open, activeId: active });
}
