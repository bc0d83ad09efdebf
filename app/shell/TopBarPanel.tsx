// The bar over the page: open compositions, running, problems, export, and a menu of everything else.

import type { MenuEntry } from "../../components/primitives/menu-entries.ts";
import { RunButton, StopButton } from "../../components/run/RunControls.tsx";
import type { DocumentTabsProps } from "../../components/shell/DocumentTabs.tsx";
import { TopBar } from "../../components/shell/TopBar.tsx";
import { isError } from "../../core/graph/diagnose.ts";
import { shortcutOf } from "../commands/keys.ts";
import { execute, findCommand } from "../commands/registry.ts";
import { useActiveView } from "../derived.ts";
import { closeTab, renameActive, titleProblem } from "../documents/document-actions.ts";
import { titleOf } from "../documents/new-document.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { exportDisabledReason } from "../export/export-reason.ts";
import { useAutosave } from "../persistence/autosave.ts";
import { shownTheme, usePreferences } from "../preferences/preferences-store.ts";
import { useCalling } from "../run/calling-store.ts";
import { useRuns } from "../run/run-store.ts";
import { RunOptionsMenu } from "../run/RunOptionsMenu.tsx";

export function TopBarPanel() {
  const view = useActiveView();
  const preferences = usePreferences();
  const problems = view?.diagnosis.problems ?? [];
  const errors = problems.filter(isError).length;
  return (
    <TopBar
      documents={useTabs()}
      paletteShortcut={shortcutOf("view.palette") ?? ""}
      onOpenPalette={() => void execute("view.palette")}
      actions={<RunActions documentId={view?.id ?? null} />}
      problems={{ errors, warnings: problems.length - errors }}
      onOpenProblems={() => void execute("view.problems")}
      exportDisabledReason={exportDisabledReason()}
      onExport={() => void execute("export.show")}
      theme={shownTheme(preferences)}
      onThemeChange={(theme) => usePreferences.setState({ theme })}
      menu={menu()}
    />
  );
}

function RunActions({ documentId }: { readonly documentId: string | null }) {
  // Their answers decide whether the buttons can be pressed.
  useCalling();
  useRuns();
  return (
    <>
      <RunButton
        label="Run"
        shortcut={shortcutOf("run.start")}
        disabledReason={findCommand("run.start")?.disabledReason?.() ?? null}
        onRun={() => void execute("run.start")}
      />
      {documentId === null ? null : <RunOptionsMenu documentId={documentId} />}
      <StopButton
        disabledReason={findCommand("run.stop")?.disabledReason?.() ?? null}
        onStop={() => void execute("run.stop")}
      />
    </>
  );
}

function useTabs(): DocumentTabsProps {
  const { open, activeId } = useDocuments();
  const states = useAutosave((state) => state.states);
  return {
    documents: open.map((document) => ({
      id: document.id,
      name: titleOf(document),
      state: states.get(document.id) ?? "saved",
    })),
    activeId,
    onSelect: (id) => useDocuments.setState({ activeId: id }),
    onRename: (id, name) => {
      useDocuments.setState({ activeId: id });
      renameActive(name);
    },
    validateName: (_, name) => titleProblem(name),
    onClose: closeTab,
    onNew: () => void execute("document.new"),
  };
}

const MENU: readonly (readonly string[])[] = [
  ["document.new", "document.open", "document.save"],
  ["library.add-files", "library.add-folder", "library.add-url"],
  ["graph.tidy", "view.fit"],
  ["view.library", "view.inspector", "view.bottom", "view.system-theme"],
  ["view.shortcuts"],
];

function menu(): readonly MenuEntry[] {
  return MENU.flatMap((ids, section): MenuEntry[] => {
    const entries = ids.map((id): MenuEntry => {
      const command = findCommand(id);
      return {
        kind: "action",
        id,
        label: command?.title ?? id,
        shortcut: shortcutOf(id),
        disabledReason: command?.disabledReason?.() ?? null,
        onSelect: () => void execute(id),
      };
    });
    return section === 0 ? entries : [{ kind: "separator", id: `separator-${section}` }, ...entries];
  });
}
