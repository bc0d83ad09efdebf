// Bytes as they are best understood: a picture if they are a PNG, else text, else a hex dump; each can be asked for.

import { useEffect, useRef, useState } from "react";

import { Button } from "../../primitives/Button.tsx";
import { SegmentedControl } from "../../primitives/SegmentedControl.tsx";
import { decodeText } from "../drafts/bytes-draft.ts";
import styles from "./BytesView.module.css";
import { hexRows, isPng } from "./hex-rows.ts";
import { TextView } from "./TextView.tsx";

type Look = "image" | "text" | "hex";

const LABELS: Readonly<Record<Look, string>> = { image: "Image", text: "Text", hex: "Hex" };

/** Bytes of a hex dump that are shown at once. */
const PAGE_BYTES = 1_024;

/** Bytes that are tried as text. */
const MAX_TEXT_BYTES = 1_000_000;

export function BytesView({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  const text = bytes.length <= MAX_TEXT_BYTES ? decodeText(bytes) : null;
  const looks: readonly Look[] = [
    ...(isPng(bytes) ? ["image" as const] : []),
    ...(text === null ? [] : ["text" as const]),
    "hex",
  ];
  const [look, setLook] = useState<Look>(looks[0]!);
  return (
    <div className={styles.view}>
      {looks.length > 1 ? (
        <SegmentedControl
          label={`Show ${name || "bytes"} as`}
          segments={looks.map((value) => ({ value, label: LABELS[value] }))}
          value={look}
          onChange={setLook}
        />
      ) : null}
      {look === "image" ? <Picture name={name} bytes={bytes} /> : null}
      {look === "text" && text !== null ? <TextView text={text} /> : null}
      {look === "hex" ? <HexDump bytes={bytes} /> : null}
    </div>
  );
}

function Picture({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  const image = useRef<HTMLImageElement>(null);
  const [size, setSize] = useState<string | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes.slice()], { type: "image/png" }));
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [bytes]);
  return (
    <figure className={styles.figure}>
      <img
        ref={image}
        className={styles.image}
        alt={`${name || "The bytes"} as an image`}
        onLoad={({ currentTarget }) => setSize(`${currentTarget.naturalWidth} × ${currentTarget.naturalHeight}`)}
        onError={() => setSize("The image is damaged")}
      />
      <figcaption className={styles.caption}>{size}</figcaption>
    </figure>
  );
}

function HexDump({ bytes }: { readonly bytes: Uint8Array }) {
  const [count, setCount] = useState(PAGE_BYTES);
  return (
    <>
      <div className={styles.dump} role="table" aria-label="Hex dump" tabIndex={0} data-focus-inside>
        {hexRows(bytes, count).map((row) => (
          <div key={row.offset} role="row" className={styles.row}>
            <span role="rowheader" className={styles.offset}>
              {row.offset}
            </span>
            <span role="cell">{row.hex}</span>
            <span role="cell" className={styles.ascii}>
              {row.ascii}
            </span>
          </div>
        ))}
      </div>
      {count < bytes.length ? (
        <Button variant="ghost" size="small" onClick={() => setCount(count + PAGE_BYTES)}>
          Show more of {bytes.length} bytes
        </Button>
      ) : null}
    </>
  );
}
