// The parts of a value as a tree that the keyboard walks: arrows move, open and close. A value without parts but with
// more to it than a line, as bytes have, is shown as that.

import { type KeyboardEvent, useId, useMemo, useState } from "react";

import type { WitValue } from "../../../core/values/value.ts";
import type { ValueType } from "../../../core/wit/types.ts";
import { type PartNode, valueNode, type VisibleRow, visibleRows } from "./value-tree.ts";
import styles from "./ValueTree.module.css";
import { PartDetail, ValueTreeRow } from "./ValueTreeRow.tsx";

export interface ValueTreeProps {
  readonly label: string;
  readonly value: WitValue;
  readonly type: ValueType;
}

export function ValueTree({ label, value, type }: ValueTreeProps) {
  const id = useId();
  const root = useMemo(() => valueNode(value, type), [value, type]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(initiallyOpen(root)));
  const [activeId, setActiveId] = useState<string | null>(null);
  const rows = useMemo(() => visibleRows(root, open), [root, open]);
  const place = Math.max(
    0,
    rows.findIndex((row) => row.node.id === activeId),
  );
  const toggle = (row: VisibleRow) => {
    setActiveId(row.node.id);
    if (row.canOpen) setOpen(toggled(open, row.node.id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveFor(event.key, rows, place);
    if (move === null || event.target !== event.currentTarget) return;
    event.preventDefault();
    const row = rows[move.to]!;
    setActiveId(row.node.id);
    if (move.toggle) setOpen(toggled(open, row.node.id));
  };
  if (rows.length === 0) return <PartDetail node={root} />;
  return (
    <div
      role="tree"
      aria-label={label}
      aria-activedescendant={`${id}-${place}`}
      tabIndex={0}
      data-focus-inside
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, i) => (
        <ValueTreeRow
          key={row.node.id}
          id={`${id}-${i}`}
          row={row}
          isActive={i === place}
          onToggle={() => toggle(row)}
        />
      ))}
    </div>
  );
}

/** What stands alone and so would hide all there is. */
function initiallyOpen(root: PartNode): readonly string[] {
  const rows = visibleRows(root, new Set());
  return rows.length === 1 ? rows.map((row) => row.node.id) : [];
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface Move {
  readonly to: number;
  readonly toggle: boolean;
}

/** Where a key leads from row `place`, as in every tree; null for keys that mean nothing here. */
function moveFor(key: string, rows: readonly VisibleRow[], place: number): Move | null {
  const row = rows[place]!;
  const go = (to: number): Move => ({ to: Math.max(0, Math.min(rows.length - 1, to)), toggle: false });
  switch (key) {
    case "ArrowDown":
      return go(place + 1);
    case "ArrowUp":
      return go(place - 1);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      return row.canOpen && !row.isOpen ? { to: place, toggle: true } : go(row.isOpen ? place + 1 : place);
    case "ArrowLeft":
      return row.isOpen ? { to: place, toggle: true } : go(row.parent);
    case "Enter":
    case " ":
      return { to: place, toggle: row.canOpen };
    default:
      return null;
  }
}
