// The size of a node and the places of its ports, for layout: as the canvas will draw it.

import type { CanvasNode } from "../../components/canvas/canvas-model.ts";
import { createMeasure } from "../../components/canvas/drawing/text-measure.ts";
import { portY } from "../../components/canvas/geometry/metrics.ts";
import { layoutNode, type MeasureText } from "../../components/canvas/geometry/node-layout.ts";
import type { LayoutBox, LayoutPort } from "../../workers/layout/layout.protocol.ts";

let measure: MeasureText | undefined;

function pageMeasure(): MeasureText {
  if (measure) return measure;
  const style = getComputedStyle(document.documentElement);
  const context = document.createElement("canvas").getContext("2d")!;
  const fonts = { fontUi: style.getPropertyValue("--font-ui"), fontMono: style.getPropertyValue("--font-mono") };
  return (measure = createMeasure(context, fonts));
}

export function layoutBox(node: CanvasNode): LayoutBox {
  const { width, height } = layoutNode(node, pageMeasure());
  const ports = (names: CanvasNode["imports"]): LayoutPort[] => names.map(({ name }, i) => ({ name, y: portY(i) }));
  return { id: node.id, width, height, imports: ports(node.imports), exports: ports(node.exports) };
}
