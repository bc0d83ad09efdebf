// A model made ready for drawing and hitting: every node with its size and box, every wire with the boxes and rows that it
// joins. Built anew for each model; layouts of unchanged nodes and boxes of an unchanged arrangement are taken over.

import type { CanvasModel, CanvasNode, CanvasWire, PortEnd, PortSide, RailItem } from "../canvas-model.ts";
import { BoxIndex } from "../geometry/box-index.ts";
import { portY } from "../geometry/metrics.ts";
import { type MeasureText, type NodeLayout, layoutNode } from "../geometry/node-layout.ts";
import type { RailSide } from "../geometry/rail-layout.ts";
import type { Point, Rect } from "../geometry/rect.ts";

export interface SceneNode {
  readonly node: CanvasNode;
  readonly layout: NodeLayout;
}

/** One row's port of one node. */
export interface PortPlace {
  /** The node's index. */
  readonly node: number;
  readonly side: PortSide;
  readonly row: number;
}

export interface SceneWire {
  readonly wire: CanvasWire;
  readonly source: PortPlace;
  readonly target: PortPlace;
}

/** One of the ports that a rail's item is joined with. */
export interface RailLink {
  readonly side: RailSide;
  /** The item's index on its rail. */
  readonly item: number;
  readonly place: PortPlace;
}

export interface Scene {
  readonly model: CanvasModel;
  readonly nodes: readonly SceneNode[];
  readonly nodeIndex: ReadonlyMap<string, number>;
  /** Where nodes are now: moved while a person drags them. */
  readonly boxes: BoxIndex;
  /** Wires whose ports exist. */
  readonly wires: readonly SceneWire[];
  readonly wireIndex: ReadonlyMap<string, number>;
  readonly links: readonly RailLink[];
  /** By node: numbers of its wires, and of its links after them. */
  readonly joints: readonly (readonly number[])[];
}

/** Widths depend on fonts: layouts are kept per measure. */
const layouts = new WeakMap<MeasureText, WeakMap<CanvasNode, NodeLayout>>();

export function buildScene(model: CanvasModel, measure: MeasureText, previous: Scene | null): Scene {
  const nodes = model.nodes.map((node) => ({ node, layout: layoutOf(node, measure) }));
  const nodeIndex = new Map(model.nodes.map((node, index) => [node.id, index]));
  const rects = nodes.map(({ node, layout }) => ({ ...node.position, width: layout.width, height: layout.height }));
  const place = placesOf(model.nodes, nodeIndex);

  const wires: SceneWire[] = [];
  for (const wire of model.wires) {
    const source = place(wire.source);
    const target = place(wire.target);
    if (source && target) wires.push({ wire, source, target });
  }
  const links = [
    ...linksOf("left", model.worldImports.items, place),
    ...linksOf("right", model.worldExports.items, place),
  ];
  return {
    model,
    nodes,
    nodeIndex,
    boxes: previous && sameRects(previous.boxes, rects) ? previous.boxes : new BoxIndex(rects),
    wires,
    wireIndex: new Map(wires.map(({ wire }, index) => [wire.id, index])),
    links,
    joints: jointsOf(nodes.length, wires, links),
  };
}

/** The centre of a port's mark. */
export function portPoint(scene: Pick<Scene, "boxes">, { node, side, row }: PortPlace): Point {
  const x = side === "import" ? scene.boxes.left(node) : scene.boxes.right(node);
  return { x, y: scene.boxes.top(node) + portY(row) };
}

/** Where a port is, or null for one that isn't drawn. */
export function placeOf(scene: Scene, end: PortEnd): PortPlace | null {
  const node = scene.nodeIndex.get(end.node);
  if (node === undefined) return null;
  const { imports, exports } = scene.nodes[node]!.node;
  const row = (end.side === "import" ? imports : exports).findIndex((port) => port.name === end.port);
  return row < 0 ? null : { node, side: end.side, row };
}

export function endOf(scene: Scene, { node, side, row }: PortPlace): PortEnd {
  const { id, imports, exports } = scene.nodes[node]!.node;
  return { node: id, side, port: (side === "import" ? imports : exports)[row]!.name };
}

/** The item that a link belongs to. */
export function itemOf(scene: Scene, link: RailLink): RailItem {
  const rail = link.side === "left" ? scene.model.worldImports : scene.model.worldExports;
  return rail.items[link.item]!;
}

function layoutOf(node: CanvasNode, measure: MeasureText): NodeLayout {
  const kept = layouts.get(measure) ?? new WeakMap<CanvasNode, NodeLayout>();
  layouts.set(measure, kept);
  const known = kept.get(node);
  if (known) return known;
  const layout = layoutNode(node, measure);
  kept.set(node, layout);
  return layout;
}

/** Looks ports up by name; the rows of a node are indexed when it is first asked for. */
function placesOf(
  nodes: readonly CanvasNode[],
  nodeIndex: ReadonlyMap<string, number>,
): (end: PortEnd) => PortPlace | null {
  const rows: (Record<PortSide, Map<string, number>> | undefined)[] = [];
  const rowsOf = (ports: CanvasNode["imports"]) => new Map(ports.map((port, row) => [port.name, row]));
  return ({ node: id, side, port }) => {
    const node = nodeIndex.get(id);
    if (node === undefined) return null;
    const { imports, exports } = nodes[node]!;
    const known = (rows[node] ??= { import: rowsOf(imports), export: rowsOf(exports) });
    const row = known[side].get(port);
    return row === undefined ? null : { node, side, row };
  };
}

function linksOf(
  side: RailSide,
  items: readonly RailItem[],
  place: (end: PortEnd) => PortPlace | null,
): readonly RailLink[] {
  return items.flatMap(({ ends }, item) =>
    ends.flatMap((end) => {
      const found = place(end);
      return found ? [{ side, item, place: found }] : [];
    }),
  );
}

function jointsOf(count: number, wires: readonly SceneWire[], links: readonly RailLink[]): number[][] {
  const joints = Array.from({ length: count }, (): number[] => []);
  wires.forEach(({ source, target }, number) => {
    joints[source.node]!.push(number);
    if (target.node !== source.node) joints[target.node]!.push(number);
  });
  links.forEach(({ place }, index) => joints[place.node]!.push(wires.length + index));
  return joints;
}

function sameRects(boxes: BoxIndex, rects: readonly Rect[]): boolean {
  if (boxes.count !== rects.length) return false;
  return rects.every(
    (rect, i) =>
      rect.x === boxes.left(i) &&
      rect.y === boxes.top(i) &&
      rect.x + rect.width === boxes.right(i) &&
      rect.y + rect.height === boxes.bottom(i),
  );
}
