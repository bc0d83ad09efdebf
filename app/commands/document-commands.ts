// Documents and the library: making, opening, closing, adding files, taking the composition away.

import { closeTab, openSample } from "../documents/document-actions.ts";
import { newDocument } from "../documents/new-document.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import { activeView } from "../derived.ts";
import { exportDisabledReason } from "../export/export-reason.ts";
import { ACCEPTED, chooseFiles, chooseFolder, folderDisabledReason } from "../files/pick-files.ts";
import { addFiles } from "../library/library-actions.ts";
import { saveNow } from "../persistence/autosave.ts";
import { notify } from "../notices/notices-store.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Composition";

function noDocument(): string | null {
  return activeDocument() ? null : "No composition is open";
}

async function exportNow(format: "component" | "wac" | "project"): Promise<void> {
  const view = activeView();
  const { exportAs } = await import("../export/export-actions.ts");
  if (view) await exportAs(view, { format, dependencies: "embed" });
}

function exportCommand(format: "component" | "wac" | "project", title: string): AnyCommand {
  return {
    id: `export.${format}`,
    title,
    group: "Export",
    disabledReason: exportDisabledReason,
    run: () => exportNow(format),
  };
}

interface ProjectArguments {
  readonly title: string;
  /** Contents in base64, by path. */
  readonly files: readonly (readonly [path: string, base64: string])[];
  /** True where the grants that it lists hold. */
  readonly isOurs: boolean;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0)!);
}

export const DOCUMENT_COMMANDS: readonly AnyCommand[] = [
  { id: "document.new", title: "New composition", group: GROUP, keys: ["Alt+N"], run: newDocument },
  {
    id: "document.open",
    title: "Open a composition…",
    group: GROUP,
    keys: ["Mod+O"],
    run: () => showDialog({ kind: "open" }),
  },
  {
    id: "document.save",
    title: "Save in this browser now",
    group: GROUP,
    keys: ["Mod+S"],
    disabledReason: noDocument,
    run: async () => {
      await saveNow();
      notify({ tone: "success", message: "Saved in this browser", help: "Export the project to keep it as a file." });
    },
  },
  {
    id: "document.close",
    title: "Close the composition",
    group: GROUP,
    keys: ["Alt+W"],
    disabledReason: noDocument,
    run: () => {
      const active = activeDocument();
      if (active) closeTab(active.id);
    },
  },
  {
    id: "sample.open",
    title: "Open a sample",
    group: GROUP,
    scripted: true,
    run: ({ id }: { id: string }) => openSample(id),
  },
  {
    id: "document.open-files",
    title: "Open the files of a project",
    group: GROUP,
    scripted: true,
    run: async ({ title, files, isOurs }: ProjectArguments) => {
      const { openProjectFiles } = await import("../documents/open-files.ts");
      await openProjectFiles(new Map(files.map(([path, base64]) => [path, bytesOf(base64)])), title, { isOurs });
    },
  },
  {
    id: "library.add-files",
    title: "Add files…",
    group: "Library",
    run: async () => void (await addFiles(await chooseFiles(ACCEPTED))),
  },
  {
    id: "library.add-folder",
    title: "Add a folder…",
    group: "Library",
    disabledReason: folderDisabledReason,
    run: async () => void (await addFiles(await chooseFolder())),
  },
  {
    id: "library.open-composed",
    title: "Open a composed component as a composition",
    group: "Library",
    scripted: true,
    run: async ({ sha256 }: { sha256: string }) => {
      const { openComposed } = await import("../documents/open-composed.ts");
      await openComposed(sha256);
    },
  },
  { id: "library.add-url", title: "Add from a URL…", group: "Library", run: () => showDialog({ kind: "add-url" }) },
  {
    id: "export.show",
    title: "Export…",
    group: "Export",
    keys: ["Mod+E"],
    disabledReason: exportDisabledReason,
    run: () => showDialog({ kind: "export" }),
  },
  exportCommand("component", "Download the composed component"),
  exportCommand("wac", "Download the composition as WAC"),
  exportCommand("project", "Download the project as a zip"),
];
