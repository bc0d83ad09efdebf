// The calls of this session, newest first: arguments, result or trap, and how long each took.
// One can be made again.

import { CircleAlert, CircleStop, ListPlus, LoaderCircle, RotateCw } from "lucide-react";

import { CodeText } from "../code/CodeBlock.tsx";
import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { formatDuration } from "../primitives/format-duration.ts";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import text from "../styles/text.module.css";
import styles from "./CallHistory.module.css";
import type { CallOutcome, CallRecord } from "./run-model.ts";

export interface CallHistoryProps {
  readonly records: readonly CallRecord[];
  /** Brings its arguments back into the form. */
  readonly onSelect: (id: string) => void;
  readonly onRepeat: (id: string) => void;
  readonly onSave: (id: string) => void;
}

export function CallHistory({ records, onSelect, onRepeat, onSave }: CallHistoryProps) {
  if (records.length === 0) {
    return (
      <EmptyState title="No calls yet">Each call is kept here with its arguments until the page is closed.</EmptyState>
    );
  }
  return (
    <ul className={styles.list} onKeyDown={(event) => moveFocusByArrows(event, "[data-row]")}>
      {records.map((record) => (
        <li key={record.id} className={styles.item}>
          <button
            type="button"
            data-row
            data-focus-inside
            className={styles.call}
            title="Bring these arguments back"
            onClick={() => onSelect(record.id)}
          >
            <span className={styles.line}>
              <span className={styles.name}>{record.name}</span>
              <span className={styles.arguments}>
                <CodeText code={inParentheses(record.arguments)} language="wave" />
              </span>
            </span>
            <Outcome outcome={record.outcome} />
          </button>
          <span className={styles.figures}>
            <span className={text.number}>{record.durationMs === null ? null : formatDuration(record.durationMs)}</span>
            <span>{record.startedAt}</span>
          </span>
          <IconButton
            label={`Save this call of ${record.name} as a scenario`}
            glyph={ListPlus}
            disabledReason={record.outcome.kind === "running" ? "It has not come to anything yet" : null}
            onClick={() => onSave(record.id)}
          />
          <IconButton label={`Call ${record.name} again`} glyph={RotateCw} onClick={() => onRepeat(record.id)} />
        </li>
      ))}
    </ul>
  );
}

/** Arguments in WAVE have theirs; the line of a command gets them here. */
function inParentheses(written: string): string {
  return written.startsWith("(") ? written : `(${written})`;
}

function Outcome({ outcome }: { readonly outcome: CallOutcome }) {
  switch (outcome.kind) {
    case "running":
      return (
        <span className={styles.outcome}>
          <Icon glyph={LoaderCircle} size={12} /> running
        </span>
      );
    case "returned":
      return (
        <span className={styles.outcome}>
          <CodeText code={outcome.value === "" ? "()" : outcome.value} language="wave" />
        </span>
      );
    case "failed":
      return (
        <span className={styles.outcome} data-tone="error">
          <Icon glyph={CircleAlert} size={12} /> {outcome.reason}
        </span>
      );
    case "stopped":
      return (
        <span className={styles.outcome}>
          <Icon glyph={CircleStop} size={12} /> stopped
        </span>
      );
  }
}
