// One component of the library: 44 high once it has been read, taller while it says what went wrong.
// A row is a treeitem; its keys work while it has the focus itself.

import { CircleAlert, Plus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";

import { Button } from "../primitives/Button.tsx";
import { classes } from "../primitives/classes.ts";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { LanguageMark } from "../primitives/LanguageMark.tsx";
import { ContextMenu } from "../primitives/Menu.tsx";
import { NameEditor } from "../primitives/NameEditor.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { ProgressBar } from "../primitives/Progress.tsx";
import { SizeText } from "../primitives/SizeText.tsx";
import { Words } from "../primitives/Words.tsx";
import { type LibraryActions, libraryMenu } from "./library-actions.ts";
import { dragProps } from "./library-drag.ts";
import type { LibraryRow, LibrarySection } from "./library-model.ts";
import styles from "./LibraryItem.module.css";

export interface LibraryItemProps {
  readonly row: LibraryRow;
  readonly mood: LibrarySection["mood"];
  readonly actions: LibraryActions;
  /** 0 for the one row that Tab reaches. */
  readonly tabIndex: 0 | -1;
}

export function LibraryItem({ row, mood, actions, tabIndex }: LibraryItemProps) {
  const [renaming, setRenaming] = useState(false);
  const ready = row.state.kind === "ready";
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter" && ready) actions.onAddToCanvas(row.key);
    else if (event.key === "F2" && ready) setRenaming(true);
    else if (event.key === "Delete") actions.onRemove(row.key);
    else return;
    event.preventDefault();
  };
  return (
    <ContextMenu entries={libraryMenu(row, actions, () => setRenaming(true))}>
      <div
        role="treeitem"
        aria-level={2}
        aria-selected={false}
        aria-busy={row.state.kind === "loading" || undefined}
        tabIndex={tabIndex}
        data-key={row.key}
        data-focus-inside
        className={classes(styles.item, styles[mood], styles[row.state.kind])}
        onKeyDown={onKeyDown}
        onDoubleClick={() => (ready && !renaming ? actions.onAddToCanvas(row.key) : undefined)}
        {...dragProps(row)}
      >
        <LanguageMark language={row.language} />
        <div className={styles.text}>
          <div className={styles.name}>
            {renaming ? (
              <NameEditor
                label={`New name of ${row.name}`}
                initial={row.name}
                validate={(name) => actions.validateName(row.key, name)}
                onCancel={() => setRenaming(false)}
                onCommit={(name) => {
                  setRenaming(false);
                  actions.onRename(row.key, name);
                }}
              />
            ) : (
              <NameText name={row.name} />
            )}
          </div>
          <State row={row} actions={actions} />
        </div>
        {ready ? <Figures row={row} onAdd={() => actions.onAddToCanvas(row.key)} /> : null}
      </div>
    </ContextMenu>
  );
}

function State({ row, actions }: { readonly row: LibraryRow; readonly actions: LibraryActions }) {
  switch (row.state.kind) {
    case "ready":
      return (
        <div className={styles.summary}>
          <NameText name={row.summary} />
        </div>
      );
    case "loading":
      return (
        <>
          <div className={styles.summary}>{row.state.note}</div>
          <ProgressBar label={`Reading ${row.name}`} fraction={row.state.fraction} />
        </>
      );
    case "failed":
      return (
        <>
          <p className={styles.message}>
            <Icon glyph={CircleAlert} size={12} />
            <span>
              <Words text={row.state.message} />
            </span>
          </p>
          <p className={styles.summary}>
            <Words text={row.state.help} />
          </p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => actions.onRetry(row.key)}>
              Read again
            </Button>
            <Button size="small" variant="ghost" onClick={() => actions.onRemove(row.key)}>
              Remove
            </Button>
          </div>
        </>
      );
  }
}

/** Version over size; a plus takes their place under the pointer. The keyboard has Enter for it. */
function Figures({ row, onAdd }: { readonly row: LibraryRow; readonly onAdd: () => void }) {
  return (
    <div className={styles.figures}>
      <div>{row.version}</div>
      <div>{row.sizeBytes === null ? null : <SizeText bytes={row.sizeBytes} />}</div>
      <IconButton
        className={styles.add}
        label={`Add ${row.name} to the canvas`}
        glyph={Plus}
        glyphSize={16}
        tabIndex={-1}
        aria-hidden
        onClick={onAdd}
      />
    </div>
  );
}
