// The components at hand: searched, filtered, added, dragged out.
// While a wire is dragged it shows what would fit.

import { Download, PackageOpen, PanelLeftClose, Plug, Plus, Search, Upload } from "lucide-react";
import { type Ref, useImperativeHandle, useRef } from "react";

import { Button } from "../primitives/Button.tsx";
import { FilterChip, RemovableChip } from "../primitives/Badge.tsx";
import { classes } from "../primitives/classes.ts";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { Menu } from "../primitives/Menu.tsx";
import { SearchField } from "../primitives/SearchField.tsx";
import { FILES, useDrop } from "../primitives/use-drop.ts";
import { useFocusKey } from "../primitives/use-focus-key.ts";
import text from "../styles/text.module.css";
import { type AddActions, addMenu } from "./add-menu.ts";
import type { LibraryActions } from "./library-actions.ts";
import { type LibraryFilter, type LibraryFits, type LibraryRow, sectionsOf } from "./library-model.ts";
import styles from "./LibraryPanel.module.css";
import { LibraryTree } from "./LibraryTree.tsx";

export interface LibraryPanelProps {
  readonly rows: readonly LibraryRow[];
  readonly search: string;
  readonly onSearchChange: (search: string) => void;
  readonly filters: readonly LibraryFilter[];
  /** Null for all. */
  readonly filter: string | null;
  readonly onFilterChange: (filter: string | null) => void;
  /** Null unless a wire is being dragged, or was left standing on purpose. */
  readonly fits: LibraryFits | null;
  readonly onDismissFits: () => void;
  readonly actions: LibraryActions;
  readonly add: AddActions;
  readonly onCollapse: () => void;
  readonly handle?: Ref<LibraryPanelHandle> | undefined;
}

export interface LibraryPanelHandle {
  focusSearch(): void;
}

export function LibraryPanel({ handle, ...props }: LibraryPanelProps) {
  const { rows, search, onSearchChange, fits, add } = props;
  const searchField = useRef<HTMLInputElement>(null);
  useFocusKey("/", searchField);
  useImperativeHandle(handle, () => ({ focusSearch: () => searchField.current?.focus() }), []);
  const drop = useDrop([FILES], add.onDropFiles);

  return (
    <div className={styles.panel} {...drop.handlers}>
      <div className={styles.header}>
        <h2>Library</h2>
        <span className={classes(text.count, text.grow)}>{rows.length}</span>
        <Menu align="end" trigger={<IconButton label="Add components" glyph={Plus} />} entries={addMenu(add)} />
        <IconButton label="Collapse the library" glyph={PanelLeftClose} onClick={props.onCollapse} />
      </div>
      <SearchField
        className={styles.search}
        inputRef={searchField}
        label="Search name, world, interface"
        value={search}
        onChange={onSearchChange}
        shortcut="/"
      />
      {fits === null ? <Filters {...props} /> : null}
      {fits === null ? null : (
        <div className={styles.chips}>
          <RemovableChip
            glyph={Plug}
            label={`Fits ${fits.label}`}
            removeLabel="Show everything again"
            onRemove={props.onDismissFits}
          />
        </div>
      )}
      <Body {...props} />
      <div className={classes(styles.drop, drop.over && styles.over)}>
        <Icon glyph={Download} size={16} />
        <p>
          <span className={styles.dropTitle}>{drop.over ? "Let go to add" : "Drop components here"}</span>
          .wasm and .wat; .wac and .zip open as compositions.
        </p>
      </div>
    </div>
  );
}

function Filters({ rows, filters, filter, onFilterChange }: LibraryPanelProps) {
  if (rows.length === 0 || filters.length === 0) return null;
  return (
    <div role="group" aria-label="Filter" className={styles.chips}>
      <FilterChip label="All" pressed={filter === null} onPress={() => onFilterChange(null)} />
      {filters.map(({ id, label }) => (
        <FilterChip key={id} label={label} pressed={filter === id} onPress={() => onFilterChange(id)} />
      ))}
    </div>
  );
}

function Body({ rows, search, filter, fits, actions, add, onSearchChange, onFilterChange }: LibraryPanelProps) {
  if (rows.length === 0) {
    return (
      <div className={styles.empty}>
        <EmptyState
          glyph={PackageOpen}
          title="Nothing here yet"
          actions={
            <Button glyph={Upload} onClick={add.onChooseFiles}>
              Choose files
            </Button>
          }
        >
          Components you add stay in this browser. Drag one onto the canvas to make an instance.
        </EmptyState>
      </div>
    );
  }
  const sections = sectionsOf(rows, { text: search, filter, fits });
  if (sections.some((section) => section.rows.length > 0))
    return <LibraryTree sections={sections} actions={actions} allOpen={search !== ""} />;
  const showAll = () => {
    onSearchChange("");
    onFilterChange(null);
  };
  return (
    <div className={styles.empty}>
      <EmptyState
        glyph={Search}
        title={search === "" ? "No component passes this filter" : `No component matches “${search}”`}
        actions={<Button onClick={showAll}>Show all {rows.length}</Button>}
      >
        The search looks at names, worlds, interfaces and languages.
      </EmptyState>
    </div>
  );
}
