// A size in bytes as people read it, with the exact number on hover.
// All sizes of the page go through here.

import text from "../styles/text.module.css";
import { formatSize } from "./format-size.ts";

export function SizeText({ bytes }: { readonly bytes: number }) {
  return (
    <span className={text.number} title={`${bytes.toLocaleString("en")} bytes`}>
      {formatSize(bytes)}
    </span>
  );
}
