// Whatever dialog or floating menu is open.

import { Suspense } from "react";
import { CommandPalette } from "../../components/dialogs/CommandPalette.tsx";
import { ShortcutsDialog } from "../../components/dialogs/ShortcutsDialog.tsx";
import { MenuAt } from "../../components/primitives/Menu.tsx";
import { execute } from "../commands/registry.ts";
import { useActiveView } from "../derived.ts";
import { AddUrl } from "./AddUrl.tsx";
import { paletteCommands, shortcutGroups } from "./command-lists.ts";
import { contextMenuFor } from "./context-menu.ts";
import { closeDialog, closeIfOpen, useDialogs } from "./dialogs-store.ts";
import {
  Explanation,
  ExportPanel,
  FitCandidates,
  OpenComposition,
  Replace,
  ReplacementCandidates,
} from "../shell/later.ts";

export function DialogHost() {
  const dialog = useDialogs(({ open }) => open);
  const view = useActiveView();
  const kind = dialog?.kind;
  return (
    <Suspense fallback={null}>
      <CommandPalette
        open={kind === "palette"}
        commands={kind === "palette" ? paletteCommands() : []}
        onRun={(id) => {
          closeDialog();
          void execute(id);
        }}
        onClose={closeDialog}
      />
      <ShortcutsDialog
        open={kind === "shortcuts"}
        groups={kind === "shortcuts" ? shortcutGroups() : []}
        onClose={closeDialog}
      />
      <AddUrl open={kind === "add-url"} />
      {kind === "open" ? <OpenComposition /> : null}
      {dialog?.kind === "explanation" ? <Explanation code={dialog.code} /> : null}
      {view && kind === "export" ? <ExportPanel view={view} /> : null}
      {view && dialog?.kind === "candidates" ? <FitCandidates view={view} dialog={dialog} /> : null}
      {view && dialog?.kind === "replacements" ? (
        <ReplacementCandidates view={view} instances={dialog.instances} />
      ) : null}
      {view && dialog?.kind === "replace" ? (
        <Replace view={view} instances={dialog.instances} sha256={dialog.sha256} />
      ) : null}
      {view && dialog?.kind === "context-menu" ? (
        <MenuAt
          label="What can be done here"
          at={dialog.screen}
          entries={contextMenuFor(view, dialog.target)}
          onClose={() => closeIfOpen(dialog)}
        />
      ) : null}
    </Suspense>
  );
}
