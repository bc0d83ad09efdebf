// What the panel of files shows, as plain data.

export interface FileRow {
  /** Within the folder: `out/small.png`. */
  readonly path: string;
  readonly name: string;
  /** 1 for what lies in the folder itself. */
  readonly level: number;
  readonly kind: "directory" | "text" | "image" | "binary" | "link";
  /** A directory whose contents are shown below it. */
  readonly isOpen: boolean;
  /** Null for what is no file. */
  readonly sizeBytes: number | null;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number | null;
  /** Where a link leads. */
  readonly target: string | null;
  /** How the last run left it. */
  readonly mark: "new" | "changed" | null;
  /** It is different on disk. */
  readonly conflict: boolean;
}

/** Where the files of a folder are kept. */
export interface FolderPlaceText {
  readonly kind: "document" | "browser" | "disk";
  /** `In memory`, or the name of a folder of this computer. */
  readonly label: string;
  readonly detail: string;
}
