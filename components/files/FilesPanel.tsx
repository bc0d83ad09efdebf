// The files that a run sees, and what it made of them: a tree, and a look into the one that is chosen. Files and whole
// directories are dropped on it.

import { FolderPlus } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "../primitives/Button.tsx";
import { classes } from "../primitives/classes.ts";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { FILES, useDrop } from "../primitives/use-drop.ts";
import type { FileRow } from "./file-model.ts";
import { FilePreview, type FilePreviewContent } from "./FilePreview.tsx";
import styles from "./FilesPanel.module.css";
import { type FileActions, FileTree } from "./FileTree.tsx";

/** What a person has to know or decide about the folder. */
export interface FolderNote {
  readonly id: string;
  readonly tone: "info" | "attention";
  readonly text: ReactNode;
  readonly actions: readonly { readonly label: string; readonly onSelect: () => void }[];
}

export interface FilesPanelProps {
  readonly rows: readonly FileRow[];
  readonly selectedPath: string | null;
  readonly preview: FilePreviewContent | null;
  readonly notes: readonly FolderNote[];
  readonly actions: FileActions;
  readonly onAddFiles: () => void;
  readonly onAddFolder: () => void;
  /** Nothing can be put in now. */
  readonly locked: boolean;
}

export function FilesPanel(props: FilesPanelProps) {
  const { rows, selectedPath, preview, notes, actions } = props;
  const drop = useDrop([FILES], (data) => actions.onDropInto("", data));
  return (
    <div className={classes(styles.panel, drop.over && styles.over)} {...(props.locked ? null : drop.handlers)}>
      <div className={styles.list}>
        {notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
        {rows.length > 0 ? (
          <FileTree rows={rows} selectedPath={selectedPath} actions={actions} />
        ) : props.locked ? null : (
          <NoFiles {...props} />
        )}
      </div>
      {selectedPath === null || preview === null ? null : (
        <div className={styles.preview}>
          <FilePreview path={selectedPath} content={preview} />
        </div>
      )}
    </div>
  );
}

function NoFiles({ onAddFiles, onAddFolder }: Pick<FilesPanelProps, "onAddFiles" | "onAddFolder">) {
  return (
    <EmptyState
      glyph={FolderPlus}
      title="No files yet"
      actions={
        <>
          <Button onClick={onAddFiles}>Add files</Button>
          <Button onClick={onAddFolder}>Add a folder</Button>
        </>
      }
    >
      Drop files or folders here to give them to the run. What it writes appears here too.
    </EmptyState>
  );
}

function Note({ note: { tone, text, actions } }: { readonly note: FolderNote }) {
  return (
    <div className={classes(styles.note, tone === "attention" && styles.attention)} role="status">
      <span className={styles.text}>{text}</span>
      {actions.map(({ label, onSelect }) => (
        <Button key={label} size="small" onClick={onSelect}>
          {label}
        </Button>
      ))}
    </div>
  );
}
