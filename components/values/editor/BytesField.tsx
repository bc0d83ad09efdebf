// A list<u8>: typed as text or in hex, or a file that is chosen or dropped here.

import { FileUp, X } from "lucide-react";
import { useId, useRef, useState } from "react";

import { type ListType, peelValue } from "../../../core/wit/types.ts";
import { classes } from "../../primitives/classes.ts";
import { formatSize } from "../../primitives/format-size.ts";
import { IconButton } from "../../primitives/IconButton.tsx";
import { SegmentedControl } from "../../primitives/SegmentedControl.tsx";
import { FILES, useDrop } from "../../primitives/use-drop.ts";
import { type BytesDraft, bytesDraftOf, emptyBytes, readBytes, reencoded, typedBytes } from "../drafts/bytes-draft.ts";
import { describeDraftFault } from "../drafts/draft-wording.ts";
import { type DraftFault, faultOf } from "../drafts/read-draft.ts";
import styles from "./BytesField.module.css";
import { EditorRow } from "./EditorRow.tsx";
import type { FieldProps } from "./field-props.ts";
import fieldStyles from "./fields.module.css";

const ENCODINGS = [
  { value: "text", label: "Text" },
  { value: "hex", label: "Hex" },
] as const;

export function BytesField({ name, isIndex, type, draft, onChange, actions, option }: FieldProps<BytesDraft>) {
  const id = useId();
  const [refused, setRefused] = useState<{ readonly draft: BytesDraft; readonly fault: DraftFault } | null>(null);
  const drop = useDrop([FILES], (data) => void take(data.files[0]));
  const bytes = readBytes(draft);
  const fault = faultOf(draft, type) ?? (refused?.draft === draft ? refused.fault : null);
  const { source } = draft;
  return (
    <EditorRow
      controlId={source.kind === "typed" ? id : null}
      name={name}
      isIndex={isIndex}
      type={type}
      option={option}
      actions={actions}
      message={fault && { id: `${id}-note`, tone: "error", text: describeDraftFault(fault) }}
    >
      <div className={classes(styles.field, drop.over && styles.over)} {...drop.handlers}>
        <div className={styles.bar}>
          {source.kind === "typed" ? (
            <SegmentedControl
              label={`${name} as`}
              segments={ENCODINGS}
              value={source.encoding}
              onChange={(encoding) => {
                const next = reencoded(draft, encoding);
                if (next.ok) onChange(next.value);
                else setRefused({ draft, fault: next.error });
              }}
            />
          ) : (
            <span className={styles.file}>{source.name || "bytes"}</span>
          )}
          <span className={fieldStyles.note}>{bytes.ok ? formatSize(bytes.value.length) : ""}</span>
          <FileButton name={name} onFile={(file) => void take(file)} />
          {source.kind === "block" ? (
            <IconButton label={`Clear ${name}`} glyph={X} onClick={() => onChange(emptyOf(type))} />
          ) : null}
        </div>
        {source.kind === "typed" ? (
          <textarea
            id={id}
            rows={1}
            className={fieldStyles.area}
            spellCheck={false}
            value={source.text}
            aria-invalid={fault !== null}
            aria-describedby={fault ? `${id}-note` : undefined}
            onChange={(event) => onChange(typedBytes(source.encoding, event.target.value))}
          />
        ) : null}
      </div>
    </EditorRow>
  );

  async function take(file: File | undefined) {
    if (file) onChange(bytesDraftOf(new Uint8Array(await file.arrayBuffer()), file.name));
  }
}

function emptyOf(type: FieldProps["type"]): BytesDraft {
  return emptyBytes((peelValue(type) as ListType).length ?? 0);
}

function FileButton({ name, onFile }: { readonly name: string; readonly onFile: (file: File | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={`Bytes of a file for ${name}`} glyph={FileUp} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </>
  );
}
