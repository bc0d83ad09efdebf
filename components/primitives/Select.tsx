// One choice of a few, opened on demand.
// An option that can't be chosen stays in the list with its reason.

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

import { classes } from "./classes.ts";
import fieldStyles from "./Field.module.css";
import { Icon } from "./Icon.tsx";
import styles from "./Select.module.css";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Stands before the label, also in the closed field. */
  readonly mark?: ReactNode;
  readonly detail?: string | undefined;
  readonly disabledReason?: string | null | undefined;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly size?: "regular" | "small" | undefined;
  readonly mono?: boolean | undefined;
  /** Stands there while no option has the value. */
  readonly placeholder?: string | undefined;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden = false, value, options, onChange, size = "regular", mono = false, placeholder } = props;
  const id = useId();
  return (
    <div className={fieldStyles.field}>
      {labelHidden ? null : (
        <label className={fieldStyles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <Radix.Root
        value={value}
        onValueChange={(next) => {
          const option = options.find((candidate) => candidate.value === next);
          if (option) onChange(option.value);
        }}
      >
        <Radix.Trigger
          id={id}
          aria-label={labelHidden ? label : undefined}
          className={classes(styles.trigger, size === "small" && styles.small, mono && styles.mono)}
        >
          <Radix.Value placeholder={placeholder} />
          <Icon glyph={ChevronDown} size={12} className={styles.chevron} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className={styles.content} position="popper" sideOffset={4} collisionPadding={8}>
            <Radix.Viewport>
              {options.map((option) => (
                <Option key={option.value} option={option} />
              ))}
            </Radix.Viewport>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </div>
  );
}

function Option<Value extends string>({ option }: { readonly option: SelectOption<Value> }) {
  const detail = option.disabledReason ?? option.detail;
  return (
    <Radix.Item value={option.value} disabled={Boolean(option.disabledReason)} className={styles.option}>
      <span className={styles.tick}>
        <Radix.ItemIndicator>
          <Icon glyph={Check} size={12} />
        </Radix.ItemIndicator>
      </span>
      <span className={styles.text}>
        <Radix.ItemText>
          {option.mark === undefined ? (
            option.label
          ) : (
            <span className={styles.marked}>
              {option.mark}
              {option.label}
            </span>
          )}
        </Radix.ItemText>
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
    </Radix.Item>
  );
}
