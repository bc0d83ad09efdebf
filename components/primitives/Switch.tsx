// On or off, at once.
// Its label is the whole name of what it switches.

import { Switch as Radix } from "radix-ui";

import styles from "./Switch.module.css";
import { Tooltip } from "./Tooltip.tsx";

export interface SwitchProps {
  /** Read aloud; the row that the switch stands in shows it. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabledReason?: string | null | undefined;
}

export function Switch({ label, checked, onChange, disabledReason }: SwitchProps) {
  const control = (
    <Radix.Root
      className={styles.switch}
      aria-label={label}
      aria-disabled={disabledReason ? true : undefined}
      checked={checked}
      onCheckedChange={(next) => {
        if (!disabledReason) onChange(next);
      }}
    >
      <Radix.Thumb className={styles.thumb} />
    </Radix.Root>
  );
  return disabledReason ? <Tooltip label={disabledReason}>{control}</Tooltip> : control;
}
