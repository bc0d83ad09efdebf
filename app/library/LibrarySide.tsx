// The library beside the canvas, open or as a rail: rows from the store, what a person does to them as commands.

import { useMemo, useRef, useState } from "react";
import { LibraryPanel, type LibraryPanelHandle } from "../../components/library/LibraryPanel.tsx";
import { LibraryRail } from "../../components/library/LibraryRail.tsx";
import type { LibraryActions } from "../../components/library/library-actions.ts";
import type { AddActions } from "../../components/library/add-menu.ts";
import type { Composition } from "../../core/graph/composition.ts";
import { canvas } from "../canvas/canvas-handle.ts";
import { execute } from "../commands/registry.ts";
import { useActiveView } from "../derived.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import { ACCEPTED, chooseFiles, filesInDrop, folderDisabledReason } from "../files/pick-files.ts";
import { select } from "../graph/graph-actions.ts";
import { busy } from "../idle.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { showLibraryFits, useLibraryFits } from "./fits-store.ts";
import { addFiles, dismissFailure, downloadEntry, keyProblem, removeEntry, renameEntry } from "./library-actions.ts";
import { failedRowKey, LIBRARY_FILTERS, libraryFits, libraryRows } from "./library-rows.ts";
import { useLibrary } from "./library-store.ts";
import { addToCanvas } from "./placing.ts";

function useRows() {
  const { entries, incoming, failed } = useLibrary();
  const composition = useActiveView()?.composition ?? null;
  return useMemo(() => libraryRows(entries, incoming, failed, composition), [entries, incoming, failed, composition]);
}

export interface LibrarySideProps {
  readonly onToggle: () => void;
}

const ADD: AddActions = {
  onChooseFiles: () => void execute("library.add-files"),
  onChooseFolder: () => void execute("library.add-folder"),
  folderDisabledReason: folderDisabledReason(),
  onAddUrl: () => showDialog({ kind: "add-url" }),
  onDropFiles: (data) => void busy(filesInDrop(data).then(addFiles)),
};

const ACTIONS: LibraryActions = {
  onAddToCanvas: addToCanvas,
  onRename: (sha256, key) => void busy(renameEntry(sha256, withNamespace(sha256, key))),
  validateName: (sha256, key) => keyProblem(sha256, withNamespace(sha256, key)),
  onReplace: (sha256) => void busy(replaceByFile(sha256)),
  onRevealInstances: revealInstances,
  onOpenComposed: (sha256) => void execute("library.open-composed", { sha256 }),
  onDownload: (sha256) => void busy(downloadEntry(sha256)),
  onRemove: (key) => {
    const failure = useLibrary.getState().failed.find((file) => failedRowKey(file) === key);
    if (failure) dismissFailure(failure.id);
    else void busy(removeEntry(key));
  },
  onRetry: (key) => {
    const failure = useLibrary.getState().failed.find((file) => failedRowKey(file) === key);
    if (failure) dismissFailure(failure.id);
    void execute("library.add-files");
  },
};

/** A row is edited by its short name: namespace and version stay. */
function withNamespace(sha256: string, name: string): string {
  if (name.includes(":")) return name;
  const key = useLibrary.getState().entries.get(sha256)?.key ?? "";
  const [base = "", version] = key.split("@");
  const namespace = base.slice(0, base.lastIndexOf(":"));
  return `${namespace}:${name}${version === undefined ? "" : `@${version}`}`;
}

async function replaceByFile(sha256: string): Promise<void> {
  const [added] = await addFiles(await chooseFiles(ACCEPTED));
  const composition = activeDocument()?.history.present.composition;
  if (!added || !composition || added.sha256 === sha256) return;
  const instances = instancesOfBytes(composition, sha256);
  if (instances.length > 0) showDialog({ kind: "replace", instances, sha256: added.sha256 });
}

function instancesOfBytes({ instances, components }: Composition, sha256: string): readonly string[] {
  return instances.filter(({ component }) => components.get(component)?.sha256 === sha256).map(({ name }) => name);
}

function revealInstances(sha256: string): void {
  const composition = activeDocument()?.history.present.composition;
  const nodes = composition ? instancesOfBytes(composition, sha256) : [];
  if (nodes.length === 0) return;
  select({ nodes });
  canvas()?.fit(nodes);
}

export function LibrarySide({ onToggle }: LibrarySideProps) {
  const rows = useRows();
  const view = useActiveView();
  const end = useLibraryFits((state) => state.end);
  const entries = useLibrary((state) => state.entries);
  const fits = useMemo(() => (view && end ? libraryFits(view, end, entries) : null), [view, end, entries]);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<string | null>(null);
  const handle = useRef<LibraryPanelHandle>(null);
  return (
    <LibraryPanel
      handle={handle}
      rows={rows}
      search={search}
      onSearchChange={setSearch}
      filters={LIBRARY_FILTERS}
      filter={filter}
      onFilterChange={setFilter}
      fits={fits}
      onDismissFits={() => showLibraryFits(null)}
      actions={ACTIONS}
      add={ADD}
      onCollapse={onToggle}
    />
  );
}

export function LibraryStrip({ onToggle }: LibrarySideProps) {
  return (
    <LibraryRail
      rows={useRows()}
      onOpen={onToggle}
      onSearch={onToggle}
      onAddToCanvas={addToCanvas}
      add={ADD}
      onShowShortcuts={() => showDialog({ kind: "shortcuts" })}
    />
  );
}
