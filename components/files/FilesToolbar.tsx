// What stands in the bar above the files: how much there is, where it is kept, and how more is put in or taken out.

import { Download, FilePlus2, FolderPlus, FolderUp, HardDrive, MemoryStick, Globe } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import type { Glyph } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import type { MenuEntry } from "../primitives/menu-entries.ts";
import { Menu } from "../primitives/Menu.tsx";
import text from "../styles/text.module.css";
import type { FolderPlaceText } from "./file-model.ts";

export interface FilesToolbarProps {
  /** `12 files, 3.4 MB` */
  readonly summary: string;
  readonly place: FolderPlaceText;
  /** Other places to keep the files in. */
  readonly placeEntries: readonly MenuEntry[];
  readonly onAddFiles: () => void;
  readonly onAddFolder: () => void;
  readonly onNewFolder: () => void;
  readonly onDownloadAll: () => void;
  readonly isEmpty: boolean;
  /** Why nothing can be put in now, or null. */
  readonly lockedReason: string | null;
}

const GLYPHS: Record<FolderPlaceText["kind"], Glyph> = { document: MemoryStick, browser: Globe, disk: HardDrive };

export function FilesToolbar(props: FilesToolbarProps) {
  const { place, lockedReason } = props;
  return (
    <>
      <span className={text.count}>{props.summary}</span>
      <Menu
        align="end"
        entries={props.placeEntries}
        trigger={
          <Button
            size="small"
            variant="ghost"
            glyph={GLYPHS[place.kind]}
            title={place.detail}
            aria-label={`Kept: ${place.label}`}
          >
            {place.label}
          </Button>
        }
      />
      <IconButton label="Add files" glyph={FilePlus2} disabledReason={lockedReason} onClick={props.onAddFiles} />
      <IconButton label="Add a folder" glyph={FolderUp} disabledReason={lockedReason} onClick={props.onAddFolder} />
      <IconButton label="New folder" glyph={FolderPlus} disabledReason={lockedReason} onClick={props.onNewFolder} />
      <IconButton
        label="Download all as a zip"
        glyph={Download}
        disabledReason={props.isEmpty ? "There are no files" : null}
        onClick={props.onDownloadAll}
      />
    </>
  );
}
