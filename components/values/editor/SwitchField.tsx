// A bool: a switch, with the value as WIT spells it beside it.

import { Switch } from "../../primitives/Switch.tsx";
import { EditorRow } from "./EditorRow.tsx";
import type { FieldProps } from "./field-props.ts";
import styles from "./fields.module.css";

export function SwitchField({ name, isIndex, type, draft, onChange, actions, option }: FieldProps<SwitchDraft>) {
  const set = (on: boolean) => onChange({ kind: "switch", on });
  return (
    <EditorRow
      controlId={null}
      name={name}
      isIndex={isIndex}
      type={type}
      option={option}
      actions={actions}
      compact
      onNameClick={() => set(!draft.on)}
    >
      <Switch label={name} checked={draft.on} onChange={set} />
      <span className={styles.literal} aria-hidden>
        {String(draft.on)}
      </span>
    </EditorRow>
  );
}

type SwitchDraft = Extract<FieldProps["draft"], { kind: "switch" }>;
