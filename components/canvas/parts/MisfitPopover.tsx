// Why two ports don't fit: what is needed and offered, the difference as lines of WIT, and what would help. After a refused
// drop it stays for a moment.

import { Unplug } from "lucide-react";

import { DiffBlock } from "../../code/DiffBlock.tsx";
import { Icon } from "../../primitives/Icon.tsx";
import { Keycap } from "../../primitives/Keycap.tsx";
import { classes } from "../../primitives/classes.ts";
import { useCell } from "../stage/cell.ts";
import type { Stage } from "../stage/stage.ts";
import styles from "./MisfitPopover.module.css";
import { Popover } from "./Popover.tsx";

export function MisfitPopover({ stage }: { readonly stage: Stage }) {
  const misfit = useCell(stage.misfit);
  if (!misfit) return null;
  const { reason, anchor, refused } = misfit;
  return (
    <Popover stage={stage} anchor={anchor} className={classes(styles.misfit, refused && styles.refused)} role="status">
      <div className={styles.head}>
        <Icon glyph={Unplug} size={16} tone="error" />
        <div>
          <strong>{reason.title}</strong>
          <div className={styles.muted}>{reason.detail}</div>
        </div>
      </div>
      {reason.difference.length > 0 && (
        <div className={styles.difference}>
          <DiffBlock label="The difference in WIT" lines={reason.difference} />
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.muted}>{reason.help}</span>
        {refused ? (
          <span className={styles.outcome}>Not connected</span>
        ) : (
          <span className={styles.key}>
            <Keycap keys="Esc" /> let go
          </span>
        )}
      </div>
    </Popover>
  );
}
