// What instances ask for and are not given: said quietly before anything runs, as not being given is the normal case.

import { Shield } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { Icon } from "../primitives/Icon.tsx";
import styles from "./LackingGrants.module.css";

export interface LackingGrantsProps {
  /** One line for each instance: `pipeline is not given the folder`. */
  readonly lines: readonly string[];
  readonly onGiveAll: () => void;
}

export function LackingGrants({ lines, onGiveAll }: LackingGrantsProps) {
  if (lines.length === 0) return null;
  return (
    <div className={styles.row}>
      <Icon glyph={Shield} size={13} tone="muted" />
      <div className={styles.lines}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Button size="small" onClick={onGiveAll}>
        Give all
      </Button>
    </div>
  );
}
