// Where something dragged from the library would land: a dashed node on the grid, and a frame around the canvas.

import { NODE, nodeHeight } from "../geometry/metrics.ts";
import { toLocal } from "../geometry/view.ts";
import { useCell } from "../stage/cell.ts";
import type { Stage } from "../stage/stage.ts";
import styles from "./LandingGhost.module.css";

export function LandingGhost({ stage }: { readonly stage: Stage }) {
  const landing = useCell(stage.landing);
  if (!landing) return null;
  const { x, y } = toLocal(stage.view, landing);
  const { zoom } = stage.view;
  return (
    <>
      <div className={styles.frame} />
      <div
        className={styles.ghost}
        style={{ left: x, top: y, width: NODE.minWidth * zoom, height: nodeHeight(1) * zoom }}
      />
    </>
  );
}
