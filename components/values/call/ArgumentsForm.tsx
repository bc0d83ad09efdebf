// The arguments of a call: an editor for each parameter, or all of them as WAVE. Ctrl+Enter calls.

import type { KeyboardEvent } from "react";

import type { DraftShape, ValueDraft } from "../drafts/value-draft.ts";
import { DraftEditor } from "../editor/DraftEditor.tsx";
import styles from "./ArgumentsForm.module.css";

export interface ArgumentsFormProps {
  readonly shape: Extract<DraftShape, { kind: "arguments" }>;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
  /** Ctrl+Enter, or Command+Enter, anywhere in the form. */
  readonly onRun: () => void;
}

export function ArgumentsForm({ shape, draft, onChange, onRun }: ArgumentsFormProps) {
  if (shape.parameters.length === 0) return <p className={styles.empty}>Takes no arguments</p>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  return (
    // The key presses the button that the form belongs to.
    <div onKeyDown={onKeyDown}>
      <DraftEditor label="arguments" title="Arguments" shape={shape} draft={draft} onChange={onChange} />
    </div>
  );
}
