// A file's bytes → what its preview shows: text, a picture, or why nothing can be shown.

import { useEffect, useState } from "react";
import type { FilePreviewContent } from "../../components/run/FilePreview.tsx";
import type { FolderFile } from "../../components/run/FolderFiles.tsx";
import type { TreeFile } from "./folder.ts";

const PICTURES: readonly (readonly [type: string, magic: readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];
const TEXT_SAMPLE_BYTES = 4_096;
const MAX_TEXT_BYTES = 64 * 1024;

export function fileKind(bytes: Uint8Array): FolderFile["kind"] {
  if (pictureType(bytes) !== null) return "image";
  return bytes.subarray(0, TEXT_SAMPLE_BYTES).includes(0) ? "binary" : "text";
}

function pictureType(bytes: Uint8Array): string | null {
  return PICTURES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/** The preview of `file`, or null for none. Pictures are decoded as they are shown. */
export function useFilePreview(file: TreeFile | null): FilePreviewContent | null {
  const [picture, setPicture] = useState<{ readonly file: TreeFile; readonly content: FilePreviewContent } | null>(
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
  if (fileKind(file.bytes) === "binary") return { kind: "none", reason: "It is neither text nor a picture" };
  const isCut = file.bytes.length > MAX_TEXT_BYTES;
  const text = new TextDecoder().decode(file.bytes.subarray(0, MAX_TEXT_BYTES));
  return { kind: "text", text, cutAtBytes: isCut ? MAX_TEXT_BYTES : null };
}
