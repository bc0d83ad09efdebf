// What a caller may ask a canvas to do, over its stage.

import type { CanvasHandle } from "../canvas-model.ts";
import { boundsOf } from "../geometry/rect.ts";
import { fitView, toGraph, zoomAround } from "../geometry/view.ts";
import { revealNode, revealWire } from "./reveal.ts";
import type { Stage } from "./stage.ts";

const STEP = 1.2;
const ZOOM_MS = 140;
const FIT_MS = 240;

export function handleOf(stage: Stage): CanvasHandle {
  const middle = () => ({ x: stage.size.width / 2, y: stage.size.height / 2 });
  const zoomBy = (factor: number) =>
    stage.moveView(zoomAround(stage.view, middle(), stage.view.zoom * factor), ZOOM_MS);
  return {
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    fit(nodes) {
      const { boxes, nodeIndex } = stage.scene;
      const chosen = nodes?.flatMap((id) => nodeIndex.get(id) ?? []).map((node) => boxes.rect(node));
      const bounds = chosen ? boundsOf(chosen) : boxes.bounds();
      if (bounds) stage.moveView(fitView(bounds, stage.size, stage.insets()), FIT_MS);
    },
    reveal(target) {
      const node = "node" in target ? stage.scene.nodeIndex.get(target.node) : undefined;
      const wire = "wire" in target ? stage.scene.wireIndex.get(target.wire) : undefined;
      if (node !== undefined) revealNode(stage, node);
      if (wire !== undefined) revealWire(stage, wire);
    },
    toGraph({ x, y }) {
      stage.locate();
      return stage.toGraph({ clientX: x, clientY: y });
    },
    center: () => toGraph(stage.view, middle()),
  };
}
