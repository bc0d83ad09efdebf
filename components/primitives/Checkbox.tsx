// A yes or no that takes effect with the form around it; the words belong to the target.
// What takes effect at once is a switch instead.

import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

import styles from "./Checkbox.module.css";
import { Icon } from "./Icon.tsx";

export interface CheckboxProps {
  readonly label: ReactNode;
  /** A second line: what it means, or why it can't be changed. */
  readonly detail?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabledReason?: string | null | undefined;
}

export function Checkbox({ label, detail, checked, onChange, disabledReason }: CheckboxProps) {
  const id = useId();
  const note = disabledReason ?? detail;
  return (
    <div className={styles.row}>
      <Radix.Root
        id={id}
        className={styles.box}
        checked={checked}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onCheckedChange={(next) => {
          if (!disabledReason) onChange(next === true);
        }}
      >
        <Radix.Indicator>
          <Icon glyph={Check} size={12} />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className={styles.label}>
        {label}
        {note ? (
          <span id={`${id}-note`} className={styles.detail}>
            {note}
          </span>
        ) : null}
      </label>
    </div>
  );
}
