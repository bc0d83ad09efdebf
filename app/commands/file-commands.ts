// The files of the document in front: put in, taken out, and kept in one place or another.

import { activeDocument } from "../documents/documents-store.ts";
import { titleOf } from "../documents/new-document.ts";
import { chooseFiles, chooseFolder, folderDisabledReason } from "../files/pick-files.ts";
import { canChooseDirectory } from "../folders/directory-access.ts";
import { folderView } from "../folders/folders-store.ts";
import { lockedReason } from "../folders/locked-reason.ts";
import { showBottomTab } from "../preferences/panels.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Files";

interface PathArguments {
  readonly path: string;
}

const loadChanges = () => import("../folders/folder-changes.ts");
const loadPlaces = () => import("../folders/places.ts");

function activeId(): string | null {
  return activeDocument()?.id ?? null;
}

function locked(): string | null {
  const id = activeId();
  return id === null ? "No composition is open" : lockedReason(folderView(id));
}

/** Runs `act` for the document in front, with the tab of files in view. */
async function onFiles(act: (id: string) => void | Promise<void>): Promise<void> {
  const id = activeId();
  if (id === null) return;
  showBottomTab("files");
  await act(id);
}

export const FILE_COMMANDS: readonly AnyCommand[] = [
  {
    id: "files.add",
    title: "Add files for runs…",
    group: GROUP,
    disabledReason: locked,
    run: () => onFiles(async (id) => (await loadChanges()).addFiles(id, "", await chooseFiles(""))),
  },
  {
    id: "files.add-folder",
    title: "Add a folder for runs…",
    group: GROUP,
    disabledReason: () => locked() ?? folderDisabledReason(),
    run: () =>
      onFiles(async (id) => (await loadChanges()).addFiles(id, "", await chooseFolder({ keepTopFolder: true }))),
  },
  {
    id: "files.new-folder",
    title: "New folder for runs",
    group: GROUP,
    disabledReason: locked,
    run: () => onFiles(async (id) => (await loadChanges()).makeDirectory(id)),
  },
  {
    id: "files.download-all",
    title: "Download all files of runs",
    group: GROUP,
    disabledReason: () => locked() ?? (activeDocument()?.folder.length === 0 ? "There are no files" : null),
    run: async () => {
      const document = activeDocument();
      if (document) await (await loadChanges()).downloadEntry(document.id, "", titleOf(document));
    },
  },
  {
    id: "files.keep-in-document",
    title: "Keep the files in the document",
    group: GROUP,
    disabledReason: () => {
      const place = activeDocument()?.place.kind;
      return place === undefined || place === "document" ? "The files are kept in the document" : null;
    },
    run: () => onFiles(async (id) => (await loadPlaces()).keepInDocument(id)),
  },
  {
    id: "files.keep-in-browser",
    title: "Keep the files in this browser’s storage",
    group: GROUP,
    disabledReason: () => {
      return locked() ?? (activeDocument()?.place.kind === "browser" ? "The files are kept there" : null);
    },
    run: () => onFiles(async (id) => (await loadPlaces()).keepInBrowser(id)),
  },
  {
    id: "files.allow-again",
    title: "Allow the folder of this computer again",
    group: GROUP,
    disabledReason: () => {
      const id = activeId();
      return id !== null && folderView(id).state === "ask" ? null : "No folder waits to be allowed";
    },
    run: () => onFiles(async (id) => (await loadPlaces()).allowAgain(id)),
  },
  {
    id: "files.read-again",
    title: "Read the folder of this computer again",
    group: GROUP,
    disabledReason: () => {
      return locked() ?? (activeDocument()?.place.kind === "disk" ? null : "The files aren’t those of a folder");
    },
    run: () => onFiles(async (id) => (await loadPlaces()).readAgain(id)),
  },
  {
    id: "files.keep-mine",
    title: "Write a file over the one on disk",
    group: GROUP,
    scripted: true,
    run: ({ path }: PathArguments) => onFiles(async (id) => (await loadPlaces()).keepMine(id, path)),
  },
  {
    id: "files.take-theirs",
    title: "Take a file as it is on disk",
    group: GROUP,
    scripted: true,
    run: ({ path }: PathArguments) => onFiles(async (id) => (await loadPlaces()).takeTheirs(id, path)),
  },
];

/** Only where the browser has them. */
export function directoryCommands(): readonly AnyCommand[] {
  if (!canChooseDirectory()) return [];
  return [
    {
      id: "files.use-directory",
      title: "Read a folder of this computer…",
      group: GROUP,
      disabledReason: locked,
      run: () => onFiles(async (id) => (await loadPlaces()).takeDirectory(id, "read")),
    },
    {
      id: "files.use-directory-writable",
      title: "Read and write a folder of this computer…",
      group: GROUP,
      disabledReason: locked,
      run: () => onFiles(async (id) => (await loadPlaces()).takeDirectory(id, "readwrite")),
    },
  ];
}
