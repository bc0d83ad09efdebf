// The rectangle that selects while it is being drawn.

import { toLocal } from "../geometry/view.ts";
import { useCell } from "../stage/cell.ts";
import type { Stage } from "../stage/stage.ts";
import styles from "./SelectingBox.module.css";

export function SelectingBox({ stage }: { readonly stage: Stage }) {
  const rect = useCell(stage.boxing);
  if (!rect) return null;
  const { x, y } = toLocal(stage.view, rect);
  const { zoom } = stage.view;
  const style = { transform: `translate(${x}px, ${y}px)`, width: rect.width * zoom, height: rect.height * zoom };
  return <div className={styles.box} style={style} />;
}
