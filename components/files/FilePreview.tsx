// A look into one file of the folder: text, a picture, or why neither can be shown.
// Bytes are the caller's: it makes the text or the URL, and revokes it.

import { CodeBlock } from "../code/CodeBlock.tsx";
import { Spinner } from "../primitives/Progress.tsx";
import styles from "./FilePreview.module.css";

export type FilePreviewContent =
  | { readonly kind: "loading" }
  /** `cutAtBytes` is the size that it was cut to, or null for the whole file. */
  | { readonly kind: "text"; readonly text: string; readonly cutAtBytes: number | null }
  /** Bytes as numbers, a line for every sixteen. */
  | { readonly kind: "hex"; readonly text: string; readonly cutAtBytes: number | null }
  /** A `blob:` URL, which the caller revokes. */
  | { readonly kind: "image"; readonly url: string; readonly width: number; readonly height: number }
  | { readonly kind: "none"; readonly reason: string };

export interface FilePreviewProps {
  readonly path: string;
  readonly content: FilePreviewContent;
}

export function FilePreview({ path, content }: FilePreviewProps) {
  switch (content.kind) {
    case "loading":
      return (
        <div className={styles.preview}>
          <Spinner label={`Reading ${path}`} />
        </div>
      );
    case "text":
    case "hex":
      return (
        <div className={styles.preview}>
          <CodeBlock code={content.text} language="text" label={path} wrap={content.kind === "text"} />
          {content.cutAtBytes === null ? null : (
            <p className={styles.note}>Only the first {content.cutAtBytes.toLocaleString("en")} bytes are shown.</p>
          )}
        </div>
      );
    case "image":
      return (
        <figure className={styles.preview}>
          <img className={styles.image} src={content.url} alt={path} width={content.width} height={content.height} />
          <figcaption className={styles.note}>
            {content.width} × {content.height}
          </figcaption>
        </figure>
      );
    case "none":
      return <p className={styles.preview}>{content.reason}</p>;
  }
}
