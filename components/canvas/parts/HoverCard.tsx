// What a port is: the WIT of its interface, after a rest of the pointer or of the focus.

import { useCell } from "../stage/cell.ts";
import type { Stage } from "../stage/stage.ts";
import styles from "./HoverCard.module.css";
import { Popover } from "./Popover.tsx";

export function HoverCard({ stage }: { readonly stage: Stage }) {
  const card = useCell(stage.hoverCard);
  if (!card) return null;
  return (
    <Popover stage={stage} anchor={card.anchor} className={styles.card} role="tooltip">
      <div data-hover-card>
        <div className={styles.title}>{card.details.title}</div>
        <pre className={styles.wit}>{card.details.wit}</pre>
      </div>
    </Popover>
  );
}
