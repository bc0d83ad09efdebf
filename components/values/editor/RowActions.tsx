// What can be done with a row of a list or map: behind one button, and with Alt and an arrow key from inside the row.

import { ArrowDown, ArrowUp, Copy, Ellipsis, Trash2 } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";

import { IconButton } from "../../primitives/IconButton.tsx";
import type { MenuEntry } from "../../primitives/menu-entries.ts";
import { Menu } from "../../primitives/Menu.tsx";
import { doubledRow, movedRow, withoutRow } from "../drafts/row-edits.ts";

export interface RowActionsProps<R extends { readonly id: number }> {
  readonly rows: readonly R[];
  readonly id: number;
  /** Only moving: the type says how many rows there are. */
  readonly fixed: boolean;
  readonly onChange: (rows: readonly R[]) => void;
}

export function RowActions<R extends { readonly id: number }>({ rows, id, fixed, onChange }: RowActionsProps<R>) {
  const place = rows.findIndex((row) => row.id === id);
  const move = (steps: number): MenuEntry => ({
    kind: "action",
    id: steps < 0 ? "up" : "down",
    label: steps < 0 ? "Move up" : "Move down",
    glyph: steps < 0 ? ArrowUp : ArrowDown,
    shortcut: steps < 0 ? "Alt ↑" : "Alt ↓",
    disabledReason: place + steps < 0 || place + steps >= rows.length ? "There is nothing beyond" : null,
    onSelect: () => onChange(movedRow(rows, id, steps)),
  });
  const others: readonly MenuEntry[] = [
    { kind: "action", id: "double", label: "Duplicate", glyph: Copy, onSelect: () => onChange(doubledRow(rows, id)) },
    { kind: "separator", id: "line" },
    { kind: "action", id: "remove", label: "Remove", glyph: Trash2, onSelect: () => onChange(withoutRow(rows, id)) },
  ];
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Row ${place}`} glyph={Ellipsis} />}
      entries={fixed ? [move(-1), move(1)] : [move(-1), move(1), ...others]}
    />
  );
}

export interface MovableRowProps<R extends { readonly id: number }> {
  readonly rows: readonly R[];
  readonly id: number;
  readonly onChange: (rows: readonly R[]) => void;
  /** The row was just added and takes the focus. */
  readonly isNew: boolean;
  readonly children: ReactNode;
}

/** A row that moves with Alt and an arrow key from wherever the focus is in it. */
export function MovableRow<R extends { readonly id: number }>(props: MovableRowProps<R>) {
  const { rows, id, onChange, isNew, children } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !steps) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(movedRow(rows, id, steps));
  };
  return (
    // The keys are a way to a button in the row, not a control of their own.
    <div onKeyDown={onKeyDown} ref={isNew ? focusFirstControl : undefined}>
      {children}
    </div>
  );
}

const CONTROLS = "input, textarea, [role=switch], [role=combobox], [role=radio]";

function focusFirstControl(row: HTMLElement | null): void {
  const first = row?.querySelector<HTMLElement>(CONTROLS) ?? row?.querySelector<HTMLElement>("button");
  first?.focus();
}
