// Work that takes a while: a bar when its end is known, a ring when it isn't.
// Nothing is shown for the first 300 ms.

import { LoaderCircle } from "lucide-react";

import { Icon } from "./Icon.tsx";
import styles from "./Progress.module.css";
import { useDelayed } from "./use-delayed.ts";

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null where the end isn't known. */
  readonly fraction: number | null;
}

export function ProgressBar({ label, fraction }: ProgressBarProps) {
  const shown = useDelayed(true);
  const percent = fraction === null ? null : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className={styles.track}
      data-shown={shown}
    >
      <div className={percent === null ? styles.unknown : styles.bar} style={{ width: `${percent ?? 30}%` }} />
    </div>
  );
}

export interface SpinnerProps {
  /** Read aloud, and shown beside the ring unless hidden. */
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
}

export function Spinner({ label, labelHidden = false }: SpinnerProps) {
  const shown = useDelayed(true);
  return (
    <span role="status" className={styles.spinner} aria-label={labelHidden ? label : undefined}>
      {shown ? (
        <>
          <Icon glyph={LoaderCircle} size={14} className={styles.ring} />
          {labelHidden ? null : label}
        </>
      ) : null}
    </span>
  );
}
