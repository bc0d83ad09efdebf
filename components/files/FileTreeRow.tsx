// One row of a tree of files: its name, what the last run did to it, its size and date, and what can be done with it.

import {
  ChevronDown,
  ChevronRight,
  CornerUpRight,
  Download,
  File,
  FileText,
  Folder,
  FolderOpen,
  Image,
  PencilLine,
  Trash2,
} from "lucide-react";

import { Badge } from "../primitives/Badge.tsx";
import { classes } from "../primitives/classes.ts";
import { type Glyph, Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { NameEditor } from "../primitives/NameEditor.tsx";
import { SizeText } from "../primitives/SizeText.tsx";
import { FILES, useDrop } from "../primitives/use-drop.ts";
import type { FileRow } from "./file-model.ts";
import type { FileActions } from "./FileTree.tsx";
import styles from "./FileTree.module.css";

export interface FileTreeRowProps {
  readonly id: string;
  readonly row: FileRow;
  /** Pixels from the top of all rows. */
  readonly top: number;
  readonly selected: boolean;
  readonly renaming: boolean;
  readonly actions: FileActions;
  readonly onRenaming: (on: boolean) => void;
}

const GLYPHS: Record<Exclude<FileRow["kind"], "directory">, Glyph> = {
  text: FileText,
  image: Image,
  binary: File,
  link: CornerUpRight,
};
const INDENT = 16;

export function FileTreeRow({ id, row, top, selected, renaming, actions, onRenaming }: FileTreeRowProps) {
  const { path, name, level, kind, isOpen } = row;
  const isDirectory = kind === "directory";
  const drop = useDrop([FILES], (data) => actions.onDropInto(isDirectory ? path : directoryOf(path), data));
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-selected={selected}
      aria-expanded={isDirectory ? isOpen : undefined}
      aria-label={name}
      className={classes(styles.row, drop.over && isDirectory && styles.over)}
      style={{ top, paddingLeft: 4 + (level - 1) * INDENT }}
      onClick={() => {
        actions.onSelect(path);
        if (isDirectory) actions.onToggle(path);
      }}
      onDoubleClick={() => (isDirectory ? undefined : onRenaming(true))}
      {...drop.handlers}
    >
      <span className={styles.chevron}>
        {isDirectory ? <Icon glyph={isOpen ? ChevronDown : ChevronRight} size={12} /> : null}
      </span>
      <Icon glyph={isDirectory ? (isOpen ? FolderOpen : Folder) : GLYPHS[kind]} tone="muted" />
      {renaming ? (
        <NameEditor
          label={`Name of ${name}`}
          initial={name}
          validate={(next) => actions.renameProblem(path, next)}
          onCommit={(next) => {
            onRenaming(false);
            actions.onRename(path, next);
          }}
          onCancel={() => onRenaming(false)}
        />
      ) : (
        <span className={styles.name} title={path}>
          {name}
          {row.target === null ? null : <span className={styles.target}> → {row.target}</span>}
        </span>
      )}
      {row.conflict ? <Badge tone="attention">differs on disk</Badge> : null}
      {row.mark === null ? null : <Badge tone="run">{row.mark}</Badge>}
      <span className={styles.actions} onClick={(event) => event.stopPropagation()}>
        <IconButton label={`Rename ${name}`} glyph={PencilLine} tabIndex={-1} onClick={() => onRenaming(true)} />
        <IconButton
          label={`Download ${name}`}
          glyph={Download}
          tabIndex={-1}
          disabledReason={kind === "link" ? "A link has no contents of its own" : null}
          onClick={() => actions.onDownload(path)}
        />
        <IconButton label={`Delete ${name}`} glyph={Trash2} tabIndex={-1} onClick={() => actions.onRemove(path)} />
      </span>
      <span className={styles.date}>{row.modifiedMs ? formatDate(row.modifiedMs) : ""}</span>
      <span className={styles.size}>{row.sizeBytes === null ? "" : <SizeText bytes={row.sizeBytes} />}</span>
    </div>
  );
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

const DATES = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

function formatDate(modifiedMs: number): string {
  return DATES.format(modifiedMs);
}
