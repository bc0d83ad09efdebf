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
  const zoomTo = (zoom: number) => stage.moveView(zoomAround(stage.view, middle(), zoom), ZOOM_MS);
  return {
    zoomIn: () => zoomTo(stage.view.zoom * STEP),
    zoomOut: () => zoomTo(stage.view.zoom / STEP),
    zoomTo,
    fit(nodes = []) {
      const knows = (id: string) => stage.scene.nodeIndex.has(id);
      stage.whenThere(
        () => nodes.every(knows),
        () => fitNodes(stage, nodes),
      );
    },
    reveal(target) {
      stage.whenThere(
        () => ("node" in target ? stage.scene.nodeIndex.has(target.node) : stage.scene.wireIndex.has(target.wire)),
        () => {
          if ("node" in target) revealNode(stage, stage.scene.nodeIndex.get(target.node)!);
          else revealWire(stage, stage.scene.wireIndex.get(target.wire)!);
        },
      );
    },
    toGraph({ x, y }) {
      stage.locate();
      return stage.toGraph({ clientX: x, clientY: y });
    },
    center: () => toGraph(stage.view, middle()),
  };
}

function fitNodes(stage: Stage, nodes: readonly string[]): void {
  const { boxes, nodeIndex } = stage.scene;
  const rects = nodes.map((id) => boxes.rect(nodeIndex.get(id)!));
  const bounds = rects.length > 0 ? boundsOf(rects) : boxes.bounds();
  if (bounds) stage.moveView(fitView(bounds, stage.size, stage.insets()), FIT_MS);
}
