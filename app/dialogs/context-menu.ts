// The menu of what was right-clicked on the canvas.

import { Boxes, Copy, LogOut, PencilLine, Replace, Scissors, Trash2, Unplug } from "lucide-react";
import type { ContextTarget, PortEnd } from "../../components/canvas/canvas-model.ts";
import type { MenuEntry } from "../../components/primitives/menu-entries.ts";
import { looksComposed } from "../../core/decompose/looks-composed.ts";
import { findInstance, findWire } from "../../core/graph/composition.ts";
import { canvas } from "../canvas/canvas-handle.ts";
import { shortcutOf } from "../commands/keys.ts";
import { execute, findCommand } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { edit, wireId } from "../documents/edit.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { useLibrary } from "../library/library-store.ts";
import { connectToWorld, select } from "../graph/graph-actions.ts";

/** The entries for `target`, which is selected first where it isn't yet. */
export function contextMenuFor(view: ActiveView, target: ContextTarget): readonly MenuEntry[] {
  switch (target.kind) {
    case "canvas":
      return canvasMenu();
    case "node":
      if (target.id !== null && !activeDocument()?.selection.nodes.includes(target.id)) select({ nodes: [target.id] });
      return nodeMenu();
    case "wire":
      if (target.id !== null) select({ wires: [target.id] });
      return [commandEntry("edit.delete", "Cut the wire", Scissors)];
    case "port":
      return target.port ? portMenu(view, target.port) : [];
    case "world-import":
      if (target.id !== null) select({ worldImports: [target.id] });
      return [commandEntry("edit.delete", "Stop importing it on purpose", Unplug)];
    case "world-export":
      if (target.id !== null) select({ worldExports: [target.id] });
      return [commandEntry("edit.delete", "Stop exporting it", Unplug)];
  }
}

function commandEntry(id: string, label?: string, glyph?: typeof Copy): MenuEntry {
  const command = findCommand(id);
  return {
    kind: "action",
    id,
    label: label ?? command?.title ?? id,
    glyph,
    shortcut: shortcutOf(id),
    disabledReason: command?.disabledReason?.() ?? null,
    onSelect: () => void execute(id),
  };
}

function canvasMenu(): readonly MenuEntry[] {
  return [
    commandEntry("edit.paste"),
    commandEntry("edit.select-all"),
    { kind: "separator", id: "before-view" },
    commandEntry("graph.wire-fits"),
    commandEntry("graph.tidy"),
    commandEntry("view.fit"),
  ];
}

function nodeMenu(): readonly MenuEntry[] {
  return [
    commandEntry("edit.copy", undefined, Copy),
    commandEntry("edit.duplicate"),
    commandEntry("graph.rename-selected", undefined, PencilLine),
    commandEntry("graph.replace", undefined, Replace),
    ...composedEntry(),
    { kind: "separator", id: "before-fit" },
    {
      kind: "action",
      id: "fit",
      label: "Zoom to it",
      onSelect: () => canvas()?.fit(activeDocument()?.selection.nodes),
    },
    { kind: "separator", id: "before-remove" },
    { ...(commandEntry("edit.delete", "Delete", Trash2) as Extract<MenuEntry, { kind: "action" }>), danger: true },
  ];
}

/** For one instance of a component that is composed of others. */
function composedEntry(): readonly MenuEntry[] {
  const { selection, history } = activeDocument() ?? {};
  const [name, ...others] = selection?.nodes ?? [];
  if (name === undefined || others.length > 0 || !history) return [];
  const { composition } = history.present;
  const key = findInstance(composition, name)?.component ?? "";
  const sha256 = composition.components.get(key)?.sha256 ?? "";
  const component = useLibrary.getState().entries.get(sha256)?.component;
  if (!component || !looksComposed(component)) return [];
  const onSelect = (): void => void execute("library.open-composed", { sha256 });
  return [{ kind: "action", id: "open-composed", label: "Open its composition", glyph: Boxes, onSelect }];
}

function portMenu({ composition }: ActiveView, end: PortEnd): readonly MenuEntry[] {
  if (end.side === "import") {
    const wire = findWire(composition, end.node, end.port);
    const isHost = composition.worldImports.includes(end.port);
    return [
      {
        kind: "action",
        id: "cut",
        label: "Cut the wire",
        glyph: Scissors,
        disabledReason: wire ? null : "Nothing is wired to it",
        onSelect: () => {
          if (wire) select({ wires: [wireId(wire)] });
          void execute("edit.delete");
        },
      },
      isHost
        ? {
            kind: "action",
            id: "unhost",
            label: "Don’t leave it to the host",
            onSelect: () => void edit([{ kind: "unimport-from-world", import: end.port }], { label: "an import" }),
          }
        : { kind: "action", id: "host", label: "Leave to the host", onSelect: () => connectToWorld(end) },
    ];
  }
  const exported = composition.exports.find((e) => e.instance === end.node && e.export === end.port);
  return [
    exported
      ? {
          kind: "action",
          id: "unexport",
          label: "Stop exporting it",
          glyph: Unplug,
          onSelect: () => void edit([{ kind: "unexport", name: exported.name }], { label: "an export" }),
        }
      : {
          kind: "action",
          id: "export",
          label: "Export from the composition",
          glyph: LogOut,
          onSelect: () => connectToWorld(end),
        },
  ];
}
