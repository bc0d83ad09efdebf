// Opening what this browser keeps, a project from disk, or a sample.

import { useEffect, useState } from "react";
import { OpenDialog, type SavedRow } from "../../components/welcome/OpenDialog.tsx";
import { execute } from "../commands/registry.ts";
import { closedDocuments, reopen } from "../documents/document-actions.ts";
import { PROJECT_FILES, chooseFiles } from "../files/pick-files.ts";
import { busy } from "../idle.ts";
import { addFiles } from "../library/library-actions.ts";
import { removeDocument, type SavedDocument } from "../persistence/saved.ts";
import { useSamples } from "../samples/samples.ts";
import { closeDialog } from "./dialogs-store.ts";

export function OpenComposition() {
  const samples = useSamples(({ rows }) => rows);
  const [saved, setSaved] = useState<readonly SavedDocument[]>([]);
  useEffect(() => {
    void busy(closedDocuments()).then(setSaved);
  }, []);
  return (
    <OpenDialog
      open
      saved={saved.map(rowOf)}
      samples={samples}
      onOpenSaved={(id) => {
        const document = saved.find((candidate) => candidate.id === id);
        if (document) void busy(reopen(document));
        closeDialog();
      }}
      onRemoveSaved={(id) => {
        setSaved((rows) => rows.filter((row) => row.id !== id));
        void busy(removeDocument(id));
      }}
      onOpenSample={(id) => {
        closeDialog();
        void execute("sample.open", { id });
      }}
      onChooseProject={() => {
        closeDialog();
        void busy(chooseFiles(PROJECT_FILES).then(addFiles));
      }}
      onClose={closeDialog}
    />
  );
}

function rowOf({ id, document: { composition } }: SavedDocument): SavedRow {
  const count = composition.instances.length;
  return { id, name: composition.packageName, detail: `${count} instance${count === 1 ? "" : "s"}` };
}
