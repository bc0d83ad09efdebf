// The form or the WAVE text of one value or of all arguments of a call, and the switch between them.

import type { ReactNode } from "react";

import { SegmentedControl } from "../../primitives/SegmentedControl.tsx";
import {
  type DraftShape,
  type HandlesFor,
  readValueDraft,
  switchMode,
  type ValueDraft,
  withField,
} from "../drafts/value-draft.ts";
import { HandlesContext } from "./field-props.ts";
import { FieldEditor } from "./FieldEditor.tsx";
import styles from "./DraftEditor.module.css";
import { WaveEditor } from "./WaveEditor.tsx";

export interface DraftEditorProps {
  /** What is edited: a WIT name, or `arguments`. Read aloud. */
  readonly label: string;
  /** Shown beside the switch. */
  readonly title: ReactNode;
  readonly shape: DraftShape;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
}

const MODES = [
  { value: "fields", label: "Fields" },
  { value: "wave", label: "WAVE" },
] as const;

const NO_HANDLES: HandlesFor = () => [];

export function DraftEditor({ label, title, shape, draft, onChange }: DraftEditorProps) {
  const fields = shape.kind === "value" ? [{ name: label, type: shape.type }] : shape.parameters;
  const read = draft.mode === "wave" ? readValueDraft(draft, shape) : null;
  const error = read && !read.ok && read.error.kind === "wave" ? read.error.error : null;
  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <span className={styles.title}>{title}</span>
        <SegmentedControl
          label={`Write ${label} as`}
          segments={MODES}
          value={draft.mode}
          onChange={(mode) => onChange(switchMode(draft, mode, shape))}
        />
      </div>
      {draft.mode === "wave" ? (
        <WaveEditor label={label} text={draft.text} error={error} onChange={(text) => onChange({ ...draft, text })} />
      ) : (
        <HandlesContext value={shape.handlesFor ?? NO_HANDLES}>
          <div role="group" aria-label={label}>
            {fields.map(({ name, type }, i) => (
              <FieldEditor
                key={name}
                name={name}
                type={type}
                draft={draft.fields[i]!}
                depth={0}
                onChange={(field) => onChange(withField(draft, i, field))}
              />
            ))}
          </div>
        </HandlesContext>
      )}
    </div>
  );
}
