// Files may be dropped anywhere on the page: over the graph they become instances there, elsewhere they join the library.

import type { ReactNode } from "react";
import { FILES, useDrop } from "../../components/primitives/use-drop.ts";
import type { Position } from "../../components/canvas/canvas-model.ts";
import { canvas } from "../canvas/canvas-handle.ts";
import { busy } from "../idle.ts";
import { addFiles } from "../library/library-actions.ts";
import { addAndPlace } from "../library/placing.ts";
import { filesInDrop } from "./pick-files.ts";
import styles from "./PageDrop.module.css";

async function take(data: DataTransfer, at: Position | undefined): Promise<void> {
  const files = await filesInDrop(data);
  if (at) await addAndPlace(files, at);
  else await addFiles(files);
}

export function PageDrop({ children }: { readonly children: ReactNode }) {
  const drop = useDrop([FILES], (data, point) => {
    const isOnGraph = document.elementFromPoint(point.x, point.y)?.closest("[role=application]") !== null;
    const at = isOnGraph ? canvas()?.toGraph(point) : undefined;
    void busy(take(data, at));
  });
  return (
    <div className={styles.page} data-over={drop.over || undefined} {...drop.handlers}>
      {children}
    </div>
  );
}
