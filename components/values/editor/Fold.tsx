// The button that opens and closes what is inside a field. Closed, it says in WAVE what that is; open, how much it is.

import { ChevronRight } from "lucide-react";
import { useState } from "react";

import { layOutFlat } from "../../../core/values/wave-layout.ts";
import type { ValueType } from "../../../core/wit/types.ts";
import { CodeText } from "../../code/CodeBlock.tsx";
import { Icon } from "../../primitives/Icon.tsx";
import { draftDocument } from "../drafts/draft-document.ts";
import type { FieldDraft } from "../drafts/field-draft.ts";
import styles from "./Fold.module.css";

/** Fields inside fields that are open from the start. */
const OPEN_DEPTH = 3;

const SUMMARY_LENGTH = 80;

/** Whether what is inside a field at `depth` is shown, and how to change that. */
export function useFold(depth: number): { readonly open: boolean; readonly setOpen: (open: boolean) => void } {
  const [open, setOpen] = useState(depth < OPEN_DEPTH);
  return { open, setOpen };
}

export interface FoldProps {
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly draft: FieldDraft;
  readonly type: ValueType;
  /** `3 fields`. */
  readonly count: string;
}

export function Fold({ name, open, onToggle, draft, type, count }: FoldProps) {
  return (
    <button
      type="button"
      className={styles.fold}
      aria-expanded={open}
      aria-label={`${name}, ${count}`}
      onClick={() => onToggle(!open)}
    >
      <Icon glyph={ChevronRight} size={12} className={styles.chevron} />
      <span className={styles.summary}>
        {open ? count : <CodeText code={layOutFlat(draftDocument(draft, type), SUMMARY_LENGTH)} language="wave" />}
      </span>
    </button>
  );
}
