// Where the files of a document's folder are kept: with the document, apart from it in this browser, or in a folder of
// this computer. A project that is sent to somebody else has none of it.

export type FolderPlace =
  | { readonly kind: "document" }
  | { readonly kind: "browser" }
  /** `name` is that of the folder; the browser keeps the right to it, which may have to be given again. */
  | { readonly kind: "disk"; readonly name: string; readonly access: DiskAccess };

/** As the browser calls it. */
export type DiskAccess = "read" | "readwrite";

export const IN_DOCUMENT: FolderPlace = { kind: "document" };
