// One value of a WIT type: a field for each part of it, or its WAVE text. The caller keeps the draft and reads it with
// `readValueDraft` and the same shape.

import type { DraftShape, ValueDraft } from "../drafts/value-draft.ts";
import { DraftEditor } from "./DraftEditor.tsx";

export interface ValueEditorProps {
  /** The value's WIT name: of a parameter, a field, or `result`. */
  readonly name: string;
  /** Above the fields; nothing if absent. */
  readonly title?: string | undefined;
  readonly shape: Extract<DraftShape, { kind: "value" }>;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
}

export function ValueEditor({ name, title, shape, draft, onChange }: ValueEditorProps) {
  return <DraftEditor label={name} title={title ?? null} shape={shape} draft={draft} onChange={onChange} />;
}
