// What opens over the page: menus, popovers, dialogs, toasts.
// Each opens from a button of its own.

import { Copy, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import { Button } from "../../primitives/Button.tsx";
import { ConfirmDialog } from "../../primitives/ConfirmDialog.tsx";
import { ContextMenu, Menu, MenuAt } from "../../primitives/Menu.tsx";
import type { MenuEntry } from "../../primitives/menu-entries.ts";
import { Popover } from "../../primitives/Popover.tsx";
import { Toasts, type ToastRow } from "../../primitives/Toasts.tsx";
import { said } from "./actions.ts";
import { Specimen } from "./Page.tsx";

const ENTRIES: readonly MenuEntry[] = [
  { kind: "action", id: "add", label: "Add to canvas", glyph: Plus, shortcut: "Enter", onSelect: said("add") },
  { kind: "action", id: "rename", label: "Rename", glyph: Pencil, shortcut: "F2", onSelect: said("rename") },
  {
    kind: "action",
    id: "copy",
    label: "Copy as WAC",
    glyph: Copy,
    disabledReason: "Two of its imports are missing",
    onSelect: said("copy"),
  },
  { kind: "separator", id: "1" },
  { kind: "heading", id: "2", label: "Colour of the interface" },
  { kind: "choice", id: "jade", label: "Jade", checked: true, onSelect: said("jade") },
  { kind: "choice", id: "moss", label: "Moss", checked: false, onSelect: said("moss") },
  {
    kind: "submenu",
    id: "more",
    label: "Arrange",
    entries: [
      { kind: "action", id: "left", label: "Align left edges", onSelect: said("left") },
      { kind: "action", id: "top", label: "Align top edges", onSelect: said("top") },
    ],
  },
  { kind: "separator", id: "3" },
  {
    kind: "action",
    id: "remove",
    label: "Remove",
    glyph: Trash2,
    shortcut: "Del",
    danger: true,
    onSelect: said("remove"),
  },
];

const TOASTS: readonly ToastRow[] = [
  { id: "1", tone: "success", title: "Exported orders-service.wasm", detail: "9.9 MB, valid" },
  { id: "2", tone: "info", title: "Removed 3 instances", actions: [{ label: "Undo", onSelect: said("undo") }] },
  {
    id: "3",
    tone: "error",
    title: "Could not save orders-service",
    detail: "The browser’s storage is full. Remove components from the library, or export the project.",
    actions: [{ label: "Export", onSelect: said("export") }],
  },
];

export function Overlays() {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const [asking, setAsking] = useState(false);
  const [toasts, setToasts] = useState<readonly ToastRow[]>([]);
  return (
    <Specimen title="Overlays" width={420}>
      <Menu trigger={<Button>Menu</Button>} entries={ENTRIES} />
      <ContextMenu entries={ENTRIES}>
        <Button>Right-click me</Button>
      </ContextMenu>
      <Button onClick={(event) => setAt({ x: event.clientX, y: event.clientY })}>Menu at the pointer</Button>
      <MenuAt label="Canvas" at={at} entries={ENTRIES} onClose={() => setAt(null)} />
      <Popover label="A popover" width={240} trigger={<Button>Popover</Button>}>
        <p style={{ padding: 12 }}>It belongs to the button and closes with Escape.</p>
      </Popover>
      <Button onClick={() => setAsking(true)}>Confirm</Button>
      <ConfirmDialog
        open={asking}
        title="Remove 3 components from the library?"
        confirmLabel="Remove 3 components"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        Two of them are used by orders-service. Their files are deleted from this browser and can’t be brought back.
      </ConfirmDialog>
      <Button onClick={() => setToasts(TOASTS)}>Toasts</Button>
      <Toasts toasts={toasts} onDismiss={(id) => setToasts((before) => before.filter((toast) => toast.id !== id))} />
    </Specimen>
  );
}
