// A resource: one of the handles that are alive now. And what nobody can make by hand: streams, futures, new kinds.

import { useId } from "react";

import { printWave } from "../../../core/values/print-wave.ts";
import { type HandleType, peelValue } from "../../../core/wit/types.ts";
import { Select } from "../../primitives/Select.tsx";
import { describeDraftFault } from "../drafts/draft-wording.ts";
import type { FieldDraft } from "../drafts/field-draft.ts";
import { faultOf } from "../drafts/read-draft.ts";
import { EditorRow } from "./EditorRow.tsx";
import { type FieldProps, useHandles } from "./field-props.ts";
import styles from "./fields.module.css";
import { Words } from "../../primitives/Words.tsx";

type HandleDraft = Extract<FieldDraft, { kind: "handle" }>;
type GivenDraft = Extract<FieldDraft, { kind: "given" }>;

/** The value of the entry that stands for no choice yet. */
const NONE = "none";

export function HandleField({ name, isIndex, type, draft, onChange, actions, option }: FieldProps<HandleDraft>) {
  const id = useId();
  const alive = useHandles(peelValue(type) as HandleType);
  const { handle } = draft;
  const isGone = handle !== null && !alive.some((other) => other.id === handle.id);
  const known = isGone ? [...alive, handle] : alive;
  const options = known.map((other) => ({
    value: String(other.id),
    label: other.label,
    disabledReason: isGone && other.id === handle.id ? "Not alive any more" : null,
  }));
  const nothing = { value: NONE, label: alive.length === 0 ? "none alive" : "choose…", disabledReason: " " };
  const fault = faultOf(draft, type);
  const text = isGone ? "Not alive any more" : fault && describeDraftFault(fault);
  return (
    <EditorRow
      controlId={null}
      name={name}
      isIndex={isIndex}
      type={type}
      option={option}
      actions={actions}
      message={text === null ? null : { id: `${id}-note`, tone: isGone ? "error" : "hint", text }}
    >
      <Select
        label={name}
        labelHidden
        size="small"
        mono
        value={handle === null ? NONE : String(handle.id)}
        options={handle === null ? [nothing, ...options] : options}
        onChange={(value) => {
          const chosen = alive.find((other) => String(other.id) === value);
          if (chosen) onChange({ kind: "handle", handle: chosen });
        }}
      />
    </EditorRow>
  );
}

export function GivenField({ name, isIndex, type, draft, actions, option }: FieldProps<GivenDraft>) {
  const fault = faultOf(draft, type);
  return (
    <EditorRow controlId={null} name={name} isIndex={isIndex} type={type} option={option} actions={actions}>
      {fault ? (
        <span className={styles.note}>
          <Words text={describeDraftFault(fault)} />
        </span>
      ) : null}
      {draft.value === null ? null : <span className={styles.literal}>{printWave(draft.value, type)}</span>}
    </EditorRow>
  );
}
