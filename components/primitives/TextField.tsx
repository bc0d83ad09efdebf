// A line or a block of text under a label, with a hint or, when the text can't be used, the reason.
// The reason is read out when it appears.

import { CircleAlert } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type Ref, useId } from "react";

import { classes } from "./classes.ts";
import styles from "./Field.module.css";
import { type Glyph, Icon } from "./Icon.tsx";

export interface TextFieldProps {
  readonly label: string;
  /** The label is only read aloud: the place says what the field is. */
  readonly labelHidden?: boolean | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode;
  /** Why the value can't be used and what would do; null when it can. */
  readonly error?: string | null | undefined;
  /** The value can't be used, and the place says why. */
  readonly invalid?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly glyph?: Glyph | undefined;
  /** Lines of a block of text; one line when absent. */
  readonly rows?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

export function TextField({ inputRef, ...props }: TextFieldProps) {
  const id = useId();
  const { label, labelHidden = false, hint, error, glyph, rows } = props;
  const isInvalid = Boolean(error) || props.invalid === true;
  return (
    <div className={styles.field}>
      {labelHidden ? null : (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={classes(styles.control, rows !== undefined && styles.tall, isInvalid && styles.invalid)}>
        {glyph === undefined ? null : <Icon glyph={glyph} />}
        <TextInput {...props} inputRef={inputRef} id={id} />
      </div>
      {error ? (
        <p id={`${id}-note`} className={styles.error} role="alert">
          <Icon glyph={CircleAlert} size={12} />
          <span>{error}</span>
        </p>
      ) : null}
      {!error && hint ? (
        <p id={`${id}-note`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

function TextInput({ id, inputRef, ...props }: TextFieldProps & { readonly id: string }) {
  const { label, labelHidden = false, value, onChange, error, hint, mono = false, rows } = props;
  const shared = {
    id,
    value,
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    spellCheck: false,
    autoComplete: "off",
    autoFocus: props.autoFocus,
    "aria-label": labelHidden ? label : undefined,
    "aria-invalid": error || props.invalid ? true : undefined,
    "aria-describedby": error || hint ? `${id}-note` : undefined,
    onKeyDown: props.onKeyDown,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  const className = classes(styles.input, mono && styles.mono);
  return rows === undefined ? (
    <input type="text" ref={inputRef} className={className} {...shared} />
  ) : (
    <textarea rows={rows} className={classes(className, styles.area)} {...shared} />
  );
}
