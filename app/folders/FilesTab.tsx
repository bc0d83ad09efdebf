// The files of the document in front, in the bottom panel.

import { type ReactNode, useMemo } from "react";
import { type FolderNote, FilesPanel } from "../../components/files/FilesPanel.tsx";
import { FilesToolbar } from "../../components/files/FilesToolbar.tsx";
import type { FolderPlaceText } from "../../components/files/file-model.ts";
import { formatSize } from "../../components/primitives/format-size.ts";
import type { MenuEntry } from "../../components/primitives/menu-entries.ts";
import { execute, findCommand } from "../commands/registry.ts";
import { type OpenDocument, useDocuments } from "../documents/documents-store.ts";
import { filesInDrop } from "../files/pick-files.ts";
import { busy } from "../idle.ts";
import { inputsOf, shownRun, updateInputs, useRuns } from "../run/run-store.ts";
import { useFilePreview } from "./file-preview.ts";
import { type FolderEntry, nameOf, nameProblem, parentOf, sizeOf } from "./folder.ts";
import * as changes from "./folder-changes.ts";
import { type FolderPlace, IN_DOCUMENT } from "./folder-place.ts";
import { rowsOf } from "./folder-rows.ts";
import { entriesOf, type FolderView, NEW_VIEW, useFolders } from "./folders-store.ts";
import { lockedReason } from "./locked-reason.ts";

const NONE: readonly FolderEntry[] = [];
const NO_MARKS: ReadonlyMap<string, "new" | "changed"> = new Map();

interface FilesProps {
  readonly documentId: string;
}

/** What stands in the bar beside the tabs. */
export function FilesAside({ documentId }: FilesProps) {
  return <Toolbar {...useFolder(documentId)} />;
}

export function FilesTab({ documentId }: FilesProps) {
  const { document, place, view } = useFolder(documentId);
  return <Panel documentId={documentId} folder={document?.folder ?? NONE} place={place} view={view} />;
}

function useFolder(documentId: string) {
  const document = useDocuments(({ open }) => open.find(({ id }) => id === documentId));
  const view = useFolders(({ views }) => views.get(documentId)) ?? NEW_VIEW;
  return { document, place: document?.place ?? IN_DOCUMENT, view };
}

interface PanelProps {
  readonly documentId: string;
  readonly folder: readonly FolderEntry[];
  readonly place: FolderPlace;
  readonly view: FolderView;
}

function Panel({ documentId, folder, place, view }: PanelProps): ReactNode {
  const marks = useRuns((state) => shownRun(documentId, state)?.written) ?? NO_MARKS;
  const selectedPath = useRuns((state) => inputsOf(documentId, state).selectedPath);
  const { open, mirror } = view;
  const { conflicts } = mirror;
  const rows = useMemo(() => rowsOf(folder, { open, marks, conflicts }), [folder, open, marks, conflicts]);
  const selected = folder.find(({ path }) => path === selectedPath) ?? null;
  const preview = useFilePreview(selected);
  const locked = lockedReason(view) !== null;
  return (
    <FilesPanel
      rows={locked ? [] : rows}
      selectedPath={selectedPath}
      preview={locked ? null : preview}
      notes={notesOf(place, view)}
      locked={locked}
      onAddFiles={() => void execute("files.add")}
      onAddFolder={() => void execute("files.add-folder")}
      actions={{
        onSelect: (path) => updateInputs(documentId, { selectedPath: path }),
        onToggle: (path) => changes.toggleDirectory(documentId, path),
        renameProblem: (path, name) => nameProblem(entriesOf(documentId), parentOf(path), name),
        onRename: (path, name) => changes.renameEntry(documentId, path, name),
        onRemove: (path) => changes.removeEntry(documentId, path),
        onDownload: (path) => void busy(changes.downloadEntry(documentId, path, nameOf(path))),
        onDropInto: (directory, data) =>
          void busy(
            filesInDrop(data, { keepTopFolder: true }).then((files) => changes.addFiles(documentId, directory, files)),
          ),
      }}
    />
  );
}

const MAX_NAMED = 3;

function notesOf(place: FolderPlace, { state, mirror }: FolderView): readonly FolderNote[] {
  const notes: FolderNote[] = [];
  const name = place.kind === "disk" ? place.name : "The folder";
  const press = (label: string, id: string, args?: unknown) => ({ label, onSelect: () => void execute(id, args) });
  const inDocument = press("Keep the files in the document instead", "files.keep-in-document");
  if (state === "loading") notes.push({ id: "state", tone: "info", text: `Reading ${name} …`, actions: [] });
  if (state === "ask") {
    const text = `The browser wants to be told again that ${name} may be used`;
    notes.push({ id: "state", tone: "attention", text, actions: [press(`Allow ${name}`, "files.allow-again")] });
  }
  if (state === "lost") {
    notes.push({ id: "state", tone: "attention", text: `${name} can’t be found any more`, actions: [inDocument] });
  }
  if (state === "ready" && place.kind === "disk" && place.access === "read") {
    const text = `${name} is only read: what a run writes stays in this page`;
    notes.push({ id: "read", tone: "info", text, actions: [] });
  }
  for (const path of [...mirror.conflicts].slice(0, MAX_NAMED)) {
    notes.push({
      id: `conflict ${path}`,
      tone: "attention",
      text: `${path} was changed on disk meanwhile, and isn’t written over`,
      actions: [
        press("Keep mine", "files.keep-mine", { path }),
        press("Take the one on disk", "files.take-theirs", { path }),
      ],
    });
  }
  if (mirror.leftOut.length > 0) {
    notes.push({
      id: "left",
      tone: "attention",
      text: `Left out, as too much: ${listed(mirror.leftOut)}`,
      actions: [],
    });
  }
  if (mirror.unkept.size > 0) {
    const lines = Array.from(mirror.unkept, ([path, reason]) => `${path} (${reason})`);
    notes.push({ id: "unkept", tone: "attention", text: `Only in this page: ${listed(lines)}`, actions: [] });
  }
  return notes;
}

/** `a, b, c and 4 more` */
function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return names.slice(0, MAX_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

interface ToolbarProps {
  readonly document: OpenDocument | undefined;
  readonly place: FolderPlace;
  readonly view: FolderView;
}

function Toolbar({ document, place, view }: ToolbarProps): ReactNode {
  const folder = document?.folder ?? NONE;
  const count = folder.filter(({ kind }) => kind !== "directory").length;
  return (
    <FilesToolbar
      summary={
        count === 0
          ? ""
          : `${count === 1 ? "1 file" : `${count.toLocaleString("en")} files`}, ${formatSize(sizeOf(folder))}`
      }
      place={placeText(place)}
      placeEntries={placeEntries(place)}
      isEmpty={folder.length === 0}
      lockedReason={lockedReason(view)}
      onAddFiles={() => void execute("files.add")}
      onAddFolder={() => void execute("files.add-folder")}
      onNewFolder={() => void execute("files.new-folder")}
      onDownloadAll={() => void execute("files.download-all")}
    />
  );
}

function placeText(place: FolderPlace): FolderPlaceText {
  switch (place.kind) {
    case "document":
      return { kind: "document", label: "In the document", detail: "Kept with the document, and sent with it" };
    case "browser":
      return { kind: "browser", label: "In this browser", detail: "Kept in this browser’s own storage" };
    case "disk":
      return {
        kind: "disk",
        label: place.name,
        detail: place.access === "read" ? "A folder of this computer, only read" : "A folder of this computer",
      };
  }
}

function placeEntries(place: FolderPlace): readonly MenuEntry[] {
  const ids = [
    ...(place.kind === "document" ? [] : ["files.keep-in-document"]),
    ...(place.kind === "browser" ? [] : ["files.keep-in-browser"]),
    "files.use-directory",
    "files.use-directory-writable",
    ...(place.kind === "disk" ? ["files.read-again"] : []),
  ];
  return ids.flatMap((id): MenuEntry[] => {
    const command = findCommand(id);
    if (!command) return [];
    const disabledReason = command.disabledReason?.() ?? null;
    return [{ kind: "action", id, label: command.title, disabledReason, onSelect: () => void execute(id) }];
  });
}
