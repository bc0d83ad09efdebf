// Dropping something that the library offers. While it is over the canvas, a ghost shows where the node would land: its
// header under the pointer, on the grid.

import { COMPONENT_DRAG_TYPE } from "../../library/library-drag.ts";
import { NODE, snap } from "../geometry/metrics.ts";
import type { Point } from "../geometry/rect.ts";
import type { Stage } from "./stage.ts";

/** Listens until the signal aborts. */
export function listenToDrops(stage: Stage, signal: AbortSignal): void {
  const { root } = stage;
  const onOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(COMPONENT_DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    stage.landing.set(landingAt(stage.toGraph(event), stage.landing.get()));
  };
  const onLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) stage.landing.set(null);
  };
  const onDrop = (event: DragEvent) => {
    const at = stage.landing.get();
    stage.landing.set(null);
    if (!at || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    stage.inputs.callbacks.onDropItem(event.dataTransfer, at);
  };
  root.addEventListener("dragenter", () => stage.locate(), { signal });
  root.addEventListener("dragover", onOver, { signal });
  root.addEventListener("dragleave", onLeave, { signal });
  root.addEventListener("drop", onDrop, { signal });
}

/** The node's corner for a pointer at `point`; the same object while it stays on its place. */
function landingAt(point: Point, before: Point | null): Point {
  const x = snap(point.x - NODE.minWidth / 2);
  const y = snap(point.y - NODE.header / 2);
  return before && before.x === x && before.y === y ? before : { x, y };
}
