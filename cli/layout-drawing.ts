// Boxes and lines → places, by ELK's layered algorithm with right-angled lines; loaded when a picture is asked for.

import type { ElkNode, ElkPort } from "elkjs/lib/elk-api.js";
import { portY, sizeOf } from "../core/draw/box-size.ts";
import type { Drawing, DrawnBox } from "../core/draw/drawing.ts";
import type { Places, Point } from "../core/draw/svg.ts";

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.randomSeed": "1",
  "elk.spacing.nodeNode": "32",
  "elk.spacing.edgeEdge": "12",
  "elk.layered.spacing.nodeNodeBetweenLayers": "72",
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.padding": "[left=0, top=0, right=0, bottom=0]",
};

/** Where everything in `drawing` goes. */
export async function layOutDrawing(drawing: Drawing): Promise<Places> {
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  const { children = [], edges = [], width = 0, height = 0 } = await new Elk().layout(elkGraph(drawing));
  const boxes = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const lines = drawing.lines.map((_, i): readonly Point[] => {
    const [section] = byId.get(lineId(i))?.sections ?? [];
    return section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
  });
  return { width: Math.ceil(width), height: Math.ceil(height), boxes, lines };
}

const lineId = (index: number): string => `line ${index}`;

function elkGraph({ boxes, lines }: Drawing): ElkNode {
  return {
    id: "root",
    layoutOptions: OPTIONS,
    children: boxes.map(elkNode),
    edges: lines.map(({ from, to }, i) => ({
      id: lineId(i),
      sources: [portId(from.box, "output", from.port)],
      targets: [portId(to.box, "input", to.port)],
    })),
  };
}

function elkNode(box: DrawnBox): ElkNode {
  const size = sizeOf(box);
  const port = (side: "input" | "output", name: string, index: number): ElkPort => ({
    id: portId(box.id, side, name),
    width: 0,
    height: 0,
    x: side === "input" ? 0 : size.width,
    y: portY(box, index),
    layoutOptions: { "elk.port.side": side === "input" ? "WEST" : "EAST" },
  });
  // An instance as a whole comes out of its header.
  const whole = box.kind === "instance" ? [port("output", "", -1)] : [];
  const ports = [
    ...whole,
    ...box.inputs.map(({ id }, i) => port("input", id, i)),
    ...box.outputs.map(({ id }, i) => port("output", id, i)),
  ];
  const layer = { import: "FIRST", export: "LAST", instance: "NONE" }[box.kind];
  return {
    id: box.id,
    ...size,
    ports,
    layoutOptions: { "elk.portConstraints": "FIXED_POS", "elk.layered.layering.layerConstraint": layer },
  };
}

function portId(box: string, side: "input" | "output", name: string): string {
  return `${box} ${side} ${name}`;
}
