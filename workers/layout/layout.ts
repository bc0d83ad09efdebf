// Boxes and wires → positions in layers, providers left of their consumers, ports where they are. By ELK's layered algorithm.

import type { ELK, ElkNode, ElkPort } from "elkjs/lib/elk-api.js";
import type { LayoutAnswer, LayoutBox, LayoutRequest } from "./layout.protocol.ts";

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.spacing.nodeNode": "40",
  "elk.layered.spacing.nodeNodeBetweenLayers": "120",
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.spacing.componentComponent": "64",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.padding": "[left=0, top=0, right=0, bottom=0]",
};
/** From here on the careful settings take seconds. */
const LARGE_GRAPH_WIRES = 500;
const FAST_OPTIONS = {
  "elk.layered.thoroughness": "1",
  "elk.layered.crossingMinimization.greedySwitch.type": "OFF",
  "elk.layered.nodePlacement.strategy": "SIMPLE",
};
/** Nodes snap to it. */
const GRID = 4;

/** Where each box of `request` goes. */
export async function layOut(elk: ELK, request: LayoutRequest): Promise<LayoutAnswer> {
  const isLarge = request.wires.length > LARGE_GRAPH_WIRES;
  const known = new Set(request.boxes.map(({ id }) => id));
  const graph: ElkNode = {
    id: "root",
    layoutOptions: isLarge ? { ...OPTIONS, ...FAST_OPTIONS } : OPTIONS,
    children: request.boxes.map(elkNode),
    edges: request.wires
      .filter(({ provider, consumer }) => known.has(provider) && known.has(consumer))
      .map((wire, i) => ({
        id: `wire ${i}`,
        sources: [portId(wire.provider, "export", wire.export)],
        targets: [portId(wire.consumer, "import", wire.import)],
      })),
  };
  const { children = [] } = await elk.layout(graph);
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x: snapped(x), y: snapped(y) }]));
}

function elkNode({ id, width, height, imports, exports }: LayoutBox): ElkNode {
  const port = (side: "import" | "export", name: string, y: number): ElkPort => ({
    id: portId(id, side, name),
    width: 0,
    height: 0,
    x: side === "import" ? 0 : width,
    y,
    layoutOptions: { "elk.port.side": side === "import" ? "WEST" : "EAST" },
  });
  return {
    id,
    width,
    height,
    layoutOptions: { "elk.portConstraints": "FIXED_POS" },
    ports: [
      ...imports.map(({ name, y }) => port("import", name, y)),
      ...exports.map(({ name, y }) => port("export", name, y)),
    ],
  };
}

function portId(box: string, side: "import" | "export", name: string): string {
  return `${box} ${side} ${name}`;
}

function snapped(value: number): number {
  return Math.round(value / GRID) * GRID;
}
