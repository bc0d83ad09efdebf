// The library folded to a strip: ways to open it, and the first components, which can be dragged from here as well.
// Only components that have been read are shown.

import { Command, Package, Plus, Search } from "lucide-react";

import { IconButton } from "../primitives/IconButton.tsx";
import { LanguageMark } from "../primitives/LanguageMark.tsx";
import { Menu } from "../primitives/Menu.tsx";
import { Tooltip } from "../primitives/Tooltip.tsx";
import { type AddActions, addMenu } from "./add-menu.ts";
import { dragProps } from "./library-drag.ts";
import type { LibraryRow } from "./library-model.ts";
import styles from "./LibraryRail.module.css";

export interface LibraryRailProps {
  readonly rows: readonly LibraryRow[];
  readonly onOpen: () => void;
  /** Opens it with the cursor in the search field. */
  readonly onSearch: () => void;
  readonly onAddToCanvas: (key: string) => void;
  readonly add: AddActions;
  readonly onShowShortcuts: () => void;
}

/** More would not be told apart by two letters. */
const SHOWN = 8;

export function LibraryRail({ rows, onOpen, onSearch, onAddToCanvas, add, onShowShortcuts }: LibraryRailProps) {
  const shown = rows.filter((row) => row.state.kind === "ready").slice(0, SHOWN);
  return (
    <div className={styles.rail}>
      <IconButton
        size="regular"
        tooltipSide="right"
        label="Open the library"
        glyph={Package}
        glyphSize={16}
        onClick={onOpen}
      />
      <IconButton
        size="regular"
        tooltipSide="right"
        label="Search the library"
        glyph={Search}
        glyphSize={16}
        shortcut="/"
        onClick={onSearch}
      />
      {shown.length > 0 ? <hr className={styles.rule} /> : null}
      <ul className={styles.marks}>
        {shown.map((row) => (
          <li key={row.key}>
            <Tooltip
              side="right"
              label={row.version === null ? row.name : `${row.name} ${row.version}`}
              detail="Drag onto the canvas, or press to add"
            >
              <button
                type="button"
                aria-label={`Add ${row.name} to the canvas`}
                className={styles.mark}
                onClick={() => onAddToCanvas(row.key)}
                {...dragProps(row)}
              >
                <LanguageMark language={row.language} />
              </button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <hr className={styles.rule} />
      <Menu
        trigger={<IconButton size="regular" tooltipSide="right" label="Add components" glyph={Plus} glyphSize={16} />}
        entries={addMenu(add)}
      />
      <span className={styles.gap} />
      <IconButton
        size="regular"
        tooltipSide="right"
        label="Keyboard shortcuts"
        glyph={Command}
        glyphSize={16}
        shortcut="?"
        onClick={onShowShortcuts}
      />
    </div>
  );
}
