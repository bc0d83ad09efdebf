// The files of a folder as a tree, of which only the rows on the screen are elements. It has the focus as a whole: arrows
// walk, right and left open and close a directory, F2 renames, Delete removes.

import { type KeyboardEvent, useEffect, useId, useState } from "react";

import { useVirtualRows } from "../primitives/use-virtual-rows.ts";
import type { FileRow } from "./file-model.ts";
import styles from "./FileTree.module.css";
import { FileTreeRow } from "./FileTreeRow.tsx";

export interface FileActions {
  readonly onSelect: (path: string) => void;
  readonly onToggle: (path: string) => void;
  /** Why what is at `path` can't be called `name`, or null. */
  readonly renameProblem: (path: string, name: string) => string | null;
  readonly onRename: (path: string, name: string) => void;
  readonly onRemove: (path: string) => void;
  readonly onDownload: (path: string) => void;
  /** Files were dropped on a directory, or on a file in it; empty for the folder itself. */
  readonly onDropInto: (directory: string, data: DataTransfer) => void;
}

export interface FileTreeProps {
  readonly rows: readonly FileRow[];
  readonly selectedPath: string | null;
  readonly actions: FileActions;
}

const ROW_HEIGHT = 26;

export function FileTree({ rows, selectedPath, actions }: FileTreeProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const { scroller, rows: virtual } = useVirtualRows(rows.length, ROW_HEIGHT);
  const id = useId();
  const selected = rows.findIndex(({ path }) => path === selectedPath);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected);
  }, [virtual, selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[selected];
    const target = destination(event.key, selected, rows);
    if (target !== undefined) actions.onSelect(target.path);
    else if (row && event.key === "F2") setRenaming(row.path);
    else if (row && event.key === "Delete") actions.onRemove(row.path);
    else if (row && togglesBy(row, event.key)) actions.onToggle(row.path);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Files"
      aria-activedescendant={selected < 0 ? undefined : `${id}-${selected}`}
      tabIndex={0}
      data-focus-inside
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      <div className={styles.content} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <FileTreeRow
              key={row.path}
              id={`${id}-${index}`}
              row={row}
              top={start}
              selected={index === selected}
              renaming={row.path === renaming}
              actions={actions}
              onRenaming={(on) => setRenaming(on ? row.path : null)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The row that a key leads to. */
function destination(key: string, from: number, rows: readonly FileRow[]): FileRow | undefined {
  const row = rows[from];
  switch (key) {
    case "ArrowDown":
      return rows[Math.min(from + 1, rows.length - 1)];
    case "ArrowUp":
      return rows[Math.max(from - 1, 0)];
    case "Home":
      return rows[0];
    case "End":
      return rows.at(-1);
    case "ArrowLeft":
      return row && !row.isOpen ? rows.slice(0, from).findLast(({ level }) => level < row.level) : undefined;
    default:
      return undefined;
  }
}

function togglesBy({ kind, isOpen }: FileRow, key: string): boolean {
  if (kind !== "directory") return false;
  return key === "Enter" || key === " " || key === (isOpen ? "ArrowLeft" : "ArrowRight");
}
