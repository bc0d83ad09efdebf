// The files that the document's command works on: put in, looked at, taken out.

import { FolderFiles } from "../../components/run/FolderFiles.tsx";
import { updateDocument, useDocuments } from "../documents/documents-store.ts";
import { downloadBytes } from "../export/download.ts";
import { chooseFiles, filesInDrop } from "../files/pick-files.ts";
import { busy } from "../idle.ts";
import type { ComponentFile } from "../library/add-component.ts";
import { fileKind, useFilePreview } from "./file-preview.ts";
import { withChanges } from "./folder.ts";
import { FOLDER_PATH } from "./grants.ts";
import { inputsOf, shownRun, updateInputs, useRuns } from "./run-store.ts";

export function FolderSection({ documentId }: { readonly documentId: string }) {
  const written = useRuns((state) => shownRun(documentId, state)?.written);
  const selectedPath = useRuns((state) => inputsOf(documentId, state).selectedPath);
  const folder = useDocuments(({ open }) => open.find(({ id }) => id === documentId)?.folder) ?? [];
  const selected = folder.find(({ path }) => path === selectedPath) ?? null;
  const preview = useFilePreview(selected);
  return (
    <FolderFiles
      mountPath={FOLDER_PATH}
      files={folder.map(({ path, bytes }) => ({
        path,
        sizeBytes: bytes.length,
        kind: fileKind(bytes),
        written: written?.has(path) ?? false,
      }))}
      selectedPath={selected?.path ?? null}
      preview={preview}
      onSelect={(path) => updateInputs(documentId, { selectedPath: path })}
      onChooseFiles={() => void busy(chooseFiles("").then((files) => addToFolder(documentId, files)))}
      onDropFiles={(data) => void busy(filesInDrop(data).then((files) => addToFolder(documentId, files)))}
      onDownload={(path) => {
        const file = folder.find((candidate) => candidate.path === path);
        if (file) downloadBytes([file.bytes], path.slice(path.lastIndexOf("/") + 1), "application/octet-stream");
      }}
      onRemove={(path) => changeFolder(documentId, [{ kind: "removed", path }])}
    />
  );
}

export function addToFolder(documentId: string, files: readonly ComponentFile[]): void {
  const modifiedMs = Date.now();
  changeFolder(
    documentId,
    files.map(({ name, bytes }) => ({ kind: "file", path: name, bytes, modifiedMs })),
  );
}

function changeFolder(documentId: string, changes: Parameters<typeof withChanges>[1]): void {
  updateDocument(documentId, (open) => ({ ...open, folder: withChanges(open.folder, changes) }));
}
