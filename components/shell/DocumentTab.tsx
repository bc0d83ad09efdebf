// One open composition: its name, whether it is saved, and a way to rename or close it.
// The name is a button of its own and the cross another: neither is nested in the other.

import { Pencil, Workflow, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { classes } from "../primitives/classes.ts";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { ContextMenu } from "../primitives/Menu.tsx";
import { NameEditor } from "../primitives/NameEditor.tsx";
import styles from "./DocumentTabs.module.css";

export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly state: "saved" | "saving" | "unsaved" | "failed";
}

export interface DocumentTabProps {
  readonly document: DocumentRow;
  readonly active: boolean;
  readonly onSelect: () => void;
  readonly onRename: (name: string) => void;
  readonly validateName: (name: string) => string | null;
  readonly onClose: () => void;
}

const STATES: Record<DocumentRow["state"], string | null> = {
  saved: null,
  saving: "saving",
  unsaved: "changes not saved yet",
  failed: "could not be saved",
};

export function DocumentTab({ document, active, onSelect, onRename, validateName, onClose }: DocumentTabProps) {
  const [renaming, setRenaming] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  const state = STATES[document.state];
  const tab = renaming ? (
    <NameEditor
      label="Name of the composition"
      initial={document.name}
      validate={validateName}
      className={styles.editor}
      onCancel={() => setRenaming(false)}
      onCommit={(name) => {
        setRenaming(false);
        onRename(name);
      }}
    />
  ) : (
    <button
      type="button"
      className={styles.name}
      aria-current={active ? "page" : undefined}
      onClick={onSelect}
      onDoubleClick={() => setRenaming(true)}
      onAuxClick={(event) => (event.button === 1 ? onClose() : undefined)}
      onKeyDown={(event) => (event.key === "F2" ? setRenaming(true) : undefined)}
    >
      <Icon glyph={Workflow} />
      {document.name}
      {state === null ? null : (
        <span role="img" aria-label={state} title={state} className={styles.dot} data-state={document.state} />
      )}
    </button>
  );

  return (
    <ContextMenu
      entries={[
        {
          kind: "action",
          id: "rename",
          label: "Rename",
          glyph: Pencil,
          shortcut: "F2",
          onSelect: () => setRenaming(true),
        },
        { kind: "action", id: "close", label: "Close", glyph: X, onSelect: onClose },
      ]}
    >
      <li ref={item} className={classes(styles.tab, active && styles.active)}>
        {tab}
        <IconButton
          label={`Close ${document.name}`}
          glyph={X}
          glyphSize={12}
          className={styles.close}
          onClick={onClose}
        />
      </li>
    </ContextMenu>
  );
}
