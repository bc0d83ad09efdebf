// The folder that a run sees, kept in memory: files dropped in before, files written by it after.
// Paths are within the folder; nothing of the machine's own disk is seen.

import { Download, File, FileText, FolderPlus, Image, Trash2, Upload } from "lucide-react";

import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { Badge } from "../primitives/Badge.tsx";
import { Button } from "../primitives/Button.tsx";
import { classes } from "../primitives/classes.ts";
import { type Glyph, Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import { SizeText } from "../primitives/SizeText.tsx";
import { FILES, useDrop } from "../primitives/use-drop.ts";
import { FilePreview, type FilePreviewContent } from "./FilePreview.tsx";
import styles from "./FolderFiles.module.css";

export interface FolderFile {
  /** Within the folder: `out/small.png`. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly kind: "text" | "image" | "binary";
  /** The run wrote or changed it. */
  readonly written: boolean;
}

export interface FolderFilesProps {
  /** Where the run finds it: `/data`. */
  readonly mountPath: string;
  readonly files: readonly FolderFile[];
  readonly selectedPath: string | null;
  readonly preview: FilePreviewContent | null;
  readonly onSelect: (path: string) => void;
  readonly onChooseFiles: () => void;
  readonly onDropFiles: (data: DataTransfer) => void;
  readonly onDownload: (path: string) => void;
  readonly onRemove: (path: string) => void;
}

const GLYPHS: Record<FolderFile["kind"], Glyph> = { text: FileText, image: Image, binary: File };

export function FolderFiles(props: FolderFilesProps) {
  const { mountPath, files, selectedPath, preview, onSelect, onChooseFiles } = props;
  const drop = useDrop([FILES], props.onDropFiles);
  return (
    <section className={classes(styles.folder, drop.over && styles.over)} {...drop.handlers}>
      <SectionHeader
        title="Folder"
        note={`in memory, seen as ${mountPath}`}
        actions={
          <Button size="small" variant="ghost" glyph={Upload} onClick={onChooseFiles}>
            Add files
          </Button>
        }
      />
      {files.length === 0 ? (
        <p className={styles.empty}>
          <Icon glyph={FolderPlus} size={16} />
          Drop files here to give them to the run. What it writes appears here too.
        </p>
      ) : (
        <ul className={styles.files} onKeyDown={(event) => moveFocusByArrows(event, "[data-row]")}>
          {files.map((file) => (
            <li key={file.path} className={styles.file} data-selected={file.path === selectedPath}>
              <button
                type="button"
                data-row
                data-focus-inside
                aria-current={file.path === selectedPath || undefined}
                className={styles.open}
                onClick={() => onSelect(file.path)}
              >
                <Icon glyph={GLYPHS[file.kind]} tone="muted" />
                <span className={styles.path}>
                  <NameText name={file.path} />
                </span>
                {file.written ? <Badge tone="run">written</Badge> : null}
                <span className={styles.size}>
                  <SizeText bytes={file.sizeBytes} />
                </span>
              </button>
              <IconButton
                label={`Download ${file.path}`}
                glyph={Download}
                onClick={() => props.onDownload(file.path)}
              />
              <IconButton label={`Remove ${file.path}`} glyph={Trash2} onClick={() => props.onRemove(file.path)} />
            </li>
          ))}
        </ul>
      )}
      {selectedPath === null || preview === null ? null : <FilePreview path={selectedPath} content={preview} />}
    </section>
  );
}
