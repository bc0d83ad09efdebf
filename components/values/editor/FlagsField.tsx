// Flags: a checkbox for each label.

import { type FlagsType, peelValue } from "../../../core/wit/types.ts";
import { Checkbox } from "../../primitives/Checkbox.tsx";
import type { FieldDraft } from "../drafts/field-draft.ts";
import { EditorRow } from "./EditorRow.tsx";
import type { FieldProps } from "./field-props.ts";
import styles from "./fields.module.css";

type FlagsDraft = Extract<FieldDraft, { kind: "flags" }>;

export function FlagsField({ name, isIndex, type, draft, onChange, actions, option }: FieldProps<FlagsDraft>) {
  const { labels } = peelValue(type) as FlagsType;
  const set = (label: string, checked: boolean) => {
    const others = draft.labels.filter((other) => other !== label);
    onChange({ kind: "flags", labels: checked ? [...others, label] : others });
  };
  return (
    <EditorRow controlId={null} name={name} isIndex={isIndex} type={type} option={option} actions={actions}>
      <div role="group" aria-label={name} className={styles.flags}>
        {labels.map((label) => (
          <Checkbox
            key={label}
            label={label}
            checked={draft.labels.includes(label)}
            onChange={(checked) => set(label, checked)}
          />
        ))}
      </div>
    </EditorRow>
  );
}
