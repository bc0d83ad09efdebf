// What a file is: by its first bytes where they tell, else by its name.

import type { ComponentFile } from "../library/add-component.ts";

export type FileKind = "component" | "component-text" | "wac" | "zip" | "other";

const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];

export function fileKind({ name, bytes }: ComponentFile): FileKind {
  const begins = (magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (begins(WASM_MAGIC)) return "component";
  if (begins(ZIP_MAGIC)) return "zip";
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  // A file that is called so but isn't one is read all the same: the reader says what is wrong with it.
  if (ending === "wasm") return "component";
  if (ending === "wat") return "component-text";
  return ending === "wac" || ending === "zip" ? ending : "other";
}
