// What the dialogs are given.
// Texts are as the application would word them.

import type { Candidate } from "../../dialogs/CandidatesMenu.tsx";
import type { ExportedWorld } from "../../dialogs/export-model.ts";
import type { PaletteCommand } from "../../dialogs/palette-model.ts";
import type { ReplaceChange } from "../../dialogs/ReplaceDialog.tsx";
import type { ShortcutGroup } from "../../dialogs/ShortcutsDialog.tsx";
import { LANGUAGES } from "./library.ts";

function command(
  group: string,
  title: string,
  shortcut: string | null = null,
  disabledReason: string | null = null,
): PaletteCommand {
  return { id: title, title, group, shortcut, disabledReason };
}

export const COMMANDS: readonly PaletteCommand[] = [
  command("Run", "Run", "Ctrl ↵"),
  command("Run", "Stop", "Shift F5", "Nothing is running"),
  command("Graph", "Undo moving store", "Ctrl Z"),
  command("Graph", "Redo", "Ctrl Y", "Nothing has been undone"),
  command("Graph", "Tidy layout", "Shift T"),
  command("Graph", "Select all", "Ctrl A"),
  command("View", "Fit everything", "1"),
  command("View", "Use the dark theme"),
  command("Library", "Add components from files", "Ctrl O"),
  command("Library", "Add a component from a URL"),
  command("Composition", "Export component", "Ctrl E"),
  command("Composition", "Rename the composition"),
];

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: "Anywhere",
    shortcuts: [
      { label: "Find or run anything", keys: ["Ctrl K"] },
      { label: "Search the library", keys: ["/"] },
      { label: "Keyboard shortcuts", keys: ["?"] },
      { label: "Undo", keys: ["Ctrl Z"] },
      { label: "Redo", keys: ["Ctrl Y", "Ctrl Shift Z"] },
    ],
  },
  {
    title: "Graph",
    shortcuts: [
      { label: "Fit everything", keys: ["1"] },
      { label: "Zoom in", keys: ["+"] },
      { label: "Zoom out", keys: ["−"] },
      { label: "Remove what is selected", keys: ["Del", "Backspace"] },
      { label: "Next port that fits", keys: ["Tab"] },
    ],
  },
  {
    title: "Run",
    shortcuts: [
      { label: "Run", keys: ["Ctrl ↵"] },
      { label: "Resume", keys: ["F8"] },
    ],
  },
];

export const CANDIDATES: readonly Candidate[] = [
  {
    id: "1",
    name: "pricing-flat",
    version: "0.3.1",
    language: LANGUAGES.Rs,
    world: false,
    place: "On the canvas",
    detail: "exports shop:orders/pricing 1.2.0",
    note: null,
  },
  {
    id: "2",
    name: "pricing-eu",
    version: "0.8.0",
    language: LANGUAGES.Py,
    world: false,
    place: "In the library",
    detail: "exports shop:orders/pricing 1.3.0",
    note: "1.3.0 is offered where 1.2.0 is needed",
  },
  {
    id: "3",
    name: "World import",
    version: null,
    language: null,
    world: true,
    place: "The world",
    detail: "whoever runs the composition supplies it",
    note: null,
  },
];

export const CHANGES: readonly ReplaceChange[] = [
  {
    id: "1",
    kind: "cut",
    name: "shop:orders/pricing@1.2.0",
    detail: "to gateway: quote takes own<order> where borrow<order> is needed",
  },
  { id: "2", kind: "missing", name: "shop:tax/rates@0.3.0", detail: "nothing on the canvas exports it" },
  { id: "3", kind: "compatible", name: "shop:orders/store@1.2.0", detail: "from store: 1.1.0 is needed now" },
  { id: "4", kind: "offered", name: "shop:orders/discounts@0.1.0", detail: "functions only" },
];

export const WORLD: ExportedWorld = {
  exports: ["wasi:http/incoming-handler@0.2.3"],
  imports: [
    "wasi:keyvalue/store@0.2.0-draft",
    "wasi:clocks/monotonic-clock@0.2.3",
    "wasi:clocks/wall-clock@0.2.3",
    "wasi:http/types@0.2.3",
    "wasi:io/error@0.2.3",
    "wasi:io/poll@0.2.3",
    "wasi:io/streams@0.2.3",
    "wasi:random/random@0.2.3",
    "wasi:cli/stderr@0.2.3",
  ],
};
