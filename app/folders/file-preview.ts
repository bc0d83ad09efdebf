// A file's bytes → what its preview shows: text, a picture, or its bytes as numbers.

import { useEffect, useState } from "react";
import type { FilePreviewContent } from "../../components/files/FilePreview.tsx";
import { fileKind, hexDump, pictureType } from "./file-kind.ts";
import type { FolderEntry, FolderFile } from "./folder.ts";

const MAX_TEXT_BYTES = 64 * 1024;
const MAX_HEX_BYTES = 4 * 1024;

/** The preview of `entry`, or null for none. Pictures are decoded as they are shown. */
export function useFilePreview(entry: FolderEntry | null): FilePreviewContent | null {
  const file = entry?.kind === "file" ? entry : null;
  const [picture, setPicture] = useState<{ readonly file: FolderFile; readonly content: FilePreviewContent } | null>(
    null,
  );
  useEffect(() => {
    const type = file && pictureType(file.bytes);
    if (!file || type === null) return undefined;
    const url = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type }));
    const image = new Image();
    image.addEventListener("load", () => {
      setPicture({ file, content: { kind: "image", url, width: image.naturalWidth, height: image.naturalHeight } });
    });
    image.addEventListener("error", () => {
      setPicture({ file, content: { kind: "none", reason: "The picture is damaged" } });
    });
    image.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  if (!file) return null;
  if (pictureType(file.bytes) !== null) return picture?.file === file ? picture.content : { kind: "loading" };
  if (file.bytes.length === 0) return { kind: "none", reason: "The file is empty" };
  const isText = fileKind(file.bytes) === "text";
  const maxBytes = isText ? MAX_TEXT_BYTES : MAX_HEX_BYTES;
  const shown = file.bytes.subarray(0, maxBytes);
  const cutAtBytes = file.bytes.length > maxBytes ? maxBytes : null;
  if (!isText) return { kind: "hex", text: hexDump(shown), cutAtBytes };
  return { kind: "text", text: new TextDecoder().decode(shown), cutAtBytes };
}
