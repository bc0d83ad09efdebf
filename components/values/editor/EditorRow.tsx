// The frame that every field stands in: its WIT name, its WIT type, its control and what is wrong with it.

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { printType } from "../../../core/wit/print-type.ts";
import type { ValueType } from "../../../core/wit/types.ts";
import { classes } from "../../primitives/classes.ts";
import { Icon } from "../../primitives/Icon.tsx";
import styles from "./EditorRow.module.css";
import type { FieldProps } from "./field-props.ts";
import { Words } from "../../primitives/Words.tsx";

export interface EditorRowProps {
  /** Of the control, which the name is the label of; null where the control is several or names itself. */
  readonly controlId: string | null;
  readonly name: string;
  /** The name is only a place, like `0`, and steps back. */
  readonly isIndex?: boolean | undefined;
  readonly type: ValueType;
  readonly option?: FieldProps["option"];
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Under the control, with the id that the control is described by. */
  readonly message?: RowMessage | null | undefined;
  /** The control is so small that it stays beside the name where there is little room. */
  readonly compact?: boolean | undefined;
  /** What clicking the name does where no label does it. */
  readonly onNameClick?: (() => void) | undefined;
}

export interface RowMessage {
  readonly id: string;
  readonly tone: "error" | "hint";
  readonly text: string;
}

export function EditorRow(props: EditorRowProps) {
  const { controlId, name, isIndex = false, type, option, children, actions, message, onNameClick } = props;
  const typeText = printType(option?.type ?? type);
  const nameClass = classes(styles.name, isIndex && styles.index);
  return (
    <div className={classes(styles.row, props.compact && !option && styles.compact)}>
      {controlId === null ? (
        // The control has its own name for those who can't see this one; clicking here is a convenience.
        <span className={nameClass} onClick={onNameClick} aria-hidden>
          {name}
        </span>
      ) : (
        <label className={nameClass} htmlFor={controlId}>
          {name}
        </label>
      )}
      <span className={styles.type} title={typeText}>
        {typeText}
      </span>
      <div className={styles.cell}>
        <div className={styles.line}>
          <div className={styles.control}>
            {option?.control}
            {children}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
        {message ? <Message message={message} /> : null}
      </div>
    </div>
  );
}

function Message({ message: { id, tone, text } }: { readonly message: RowMessage }) {
  return (
    <p id={id || undefined} className={classes(styles.message, tone === "hint" && styles.hint)}>
      {tone === "error" ? <Icon glyph={CircleAlert} size={12} /> : null}
      <span>
        <Words text={text} />
      </span>
    </p>
  );
}

/** What is inside a field, one step further in. */
export function RowChildren({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.children}>
      {children}
    </div>
  );
}

/** What is wrong with several fields together, under the first of them. */
export function RowNote({ children }: { readonly children: string }) {
  return (
    <div className={styles.row}>
      <div className={classes(styles.cell, styles.last)}>
        <Message message={{ id: "", tone: "error", text: children }} />
      </div>
    </div>
  );
}
