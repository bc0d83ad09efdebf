// Numbers, chars and strings: what is typed stays as it is, and what is wrong with it stands below it.

import { type KeyboardEvent, useId } from "react";

import { isIntegerName } from "../../../core/values/numbers.ts";
import { printWave } from "../../../core/values/print-wave.ts";
import { type PrimitiveType, peelValue } from "../../../core/wit/types.ts";
import { classes } from "../../primitives/classes.ts";
import { describeDraftFault } from "../drafts/draft-wording.ts";
import { readText, stepped, type TextDraft } from "../drafts/leaf-draft.ts";
import { EditorRow, type RowMessage } from "./EditorRow.tsx";
import type { FieldProps } from "./field-props.ts";
import styles from "./fields.module.css";

/** How far Shift with an arrow key goes. */
const LONG_STEP = 10;

export function TextField(props: FieldProps<TextDraft>) {
  const { name, isIndex, type, draft, onChange, actions, option } = props;
  const id = useId();
  const { primitive } = peelValue(type) as PrimitiveType;
  const read = readText(draft, primitive);
  const error: RowMessage | null = read.ok
    ? null
    : { id: `${id}-note`, tone: "error", text: describeDraftFault(read.error) };
  const note: RowMessage | null = draft.escaped ? { id: `${id}-note`, tone: "hint", text: "Shown with escapes" } : null;
  const message = error ?? note;
  const control = {
    id,
    value: draft.text,
    spellCheck: false,
    autoComplete: "off",
    "aria-invalid": error !== null,
    "aria-describedby": message?.id,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ ...draft, text: event.target.value }),
  };
  return (
    <EditorRow
      controlId={id}
      name={name}
      isIndex={isIndex}
      type={type}
      option={option}
      actions={actions}
      message={message}
    >
      {primitive === "string" ? (
        <textarea rows={1} className={styles.area} {...control} />
      ) : (
        <input
          type="text"
          className={classes(styles.input, primitive === "char" ? styles.char : styles.number)}
          inputMode={primitive === "char" ? "text" : "decimal"}
          onKeyDown={(event) => stepByKey(event, props)}
          {...control}
        />
      )}
      {read.ok && isOtherwiseSpelt(draft.text) ? (
        <span className={styles.note}>= {printWave(read.value, type)}</span>
      ) : null}
    </EditorRow>
  );

  function isOtherwiseSpelt(text: string): boolean {
    return isIntegerName(primitive) && /[xXbB_]/.test(text);
  }
}

function stepByKey(event: KeyboardEvent, { type, draft, onChange }: FieldProps<TextDraft>): void {
  const { primitive } = peelValue(type) as PrimitiveType;
  const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!direction || !isIntegerName(primitive) || event.altKey || event.ctrlKey || event.metaKey) return;
  const text = stepped(draft.text, primitive, direction * (event.shiftKey ? LONG_STEP : 1));
  if (text === null) return;
  event.preventDefault();
  onChange({ ...draft, text });
}
