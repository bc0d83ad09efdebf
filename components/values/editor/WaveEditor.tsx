// A value as WAVE text: the error is marked where it is, and a press on its place goes there.

import { CircleAlert } from "lucide-react";
import { useId, useLayoutEffect, useRef } from "react";

import type { WaveError } from "../../../core/values/wave-error.ts";
import { describeWaveError } from "../../../core/values/wording.ts";
import { Icon } from "../../primitives/Icon.tsx";
import styles from "./WaveEditor.module.css";
import { Words } from "../../primitives/Words.tsx";

export interface WaveEditorProps {
  readonly label: string;
  readonly text: string;
  readonly error: WaveError | null;
  readonly onChange: (text: string) => void;
}

export function WaveEditor({ label, text, error, onChange }: WaveEditorProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLPreElement>(null);
  const follow = () => {
    if (field.current && marks.current) marks.current.scrollTop = field.current.scrollTop;
  };
  useLayoutEffect(follow);
  const goTo = ({ offset, length }: WaveError) => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset + length);
  };
  return (
    <div className={styles.editor}>
      <div className={styles.sheet}>
        <pre ref={marks} className={styles.marks} aria-hidden>
          {error ? <MarkedText text={text} error={error} /> : null}
        </pre>
        <textarea
          ref={field}
          className={styles.text}
          aria-label={`${label} as WAVE`}
          aria-invalid={error !== null}
          aria-describedby={error ? id : undefined}
          spellCheck={false}
          value={text}
          onScroll={follow}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p id={id} className={styles.message} aria-live="polite">
        {error ? (
          <>
            <Icon glyph={CircleAlert} size={12} />
            <button type="button" className={styles.place} onClick={() => goTo(error)}>
              {error.line}:{error.column}
            </button>
            <span>
              <Words text={describeWaveError(error)} />
            </span>
          </>
        ) : null}
      </p>
    </div>
  );
}

function MarkedText({ text, error }: { readonly text: string; readonly error: WaveError }) {
  const end = error.offset + error.length;
  return (
    <>
      {text.slice(0, error.offset)}
      <mark className={styles.mark}>{text.slice(error.offset, end) || " "}</mark>
      {text.slice(end)}
    </>
  );
}
