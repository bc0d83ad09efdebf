// A tiny graph → boxes and lanes of a picture. Providers stand left of their users; a wire that passes a column gets
// a lane of its own in it, so that no box is crossed. All numbers are units of the picture.

import type { PortColour } from "../canvas/canvas-model.ts";

export interface TinyGraph {
  readonly nodes: readonly string[];
  readonly wires: readonly TinyWire[];
}

export interface TinyWire {
  /** The provider. */
  readonly from: string;
  readonly to: string;
  readonly colour: PortColour;
}

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** The places that wires pass in columns of others. */
  readonly lanes: readonly Box[];
}

/** Where a node stands, or a wire passes: `item` is the node's name or the wire's `wireId`. */
export interface Box {
  readonly item: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the ports of a box stand, down from its top. */
export const FIRST_PORT = 14;
export const PORT_STEP = 11;

const BOX_WIDTH = 46;
const COLUMN_GAP = 34;
const ROW_GAP = 8;
const LANE_HEIGHT = 6;
const MARGIN = 4;

export function wireId(wire: TinyWire): string {
  return `${wire.from}→${wire.to}`;
}

export function layoutThumbnail(graph: TinyGraph): Thumbnail {
  const columns = columnsOf(graph);
  const places: Box[] = [];
  columns.forEach((column, index) => {
    // From top to bottom in the order of what comes before, so that few wires cross.
    const order = column.toSorted((a, b) => middleBefore(a, graph, places) - middleBefore(b, graph, places));
    let y = MARGIN;
    for (const item of order) {
      const box = {
        item,
        column: index,
        x: MARGIN + index * (BOX_WIDTH + COLUMN_GAP),
        y,
        width: BOX_WIDTH,
        height: itemHeight(item, graph),
      };
      places.push(box);
      y += box.height + ROW_GAP;
    }
  });
  return {
    width: columns.length * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2 * MARGIN,
    height: Math.max(0, ...columns.map((column) => heightOf(column, graph))) + 2 * MARGIN,
    boxes: places.filter((place) => graph.nodes.includes(place.item)),
    lanes: places.filter((place) => !graph.nodes.includes(place.item)),
  };
}

/** The nodes of each column, and the wires that pass it. */
function columnsOf(graph: TinyGraph): readonly (readonly string[])[] {
  const columnOf = new Map<string, number>();
  // A node stands one column right of its furthest provider; a wire that closes a circle is left out of account.
  const visit = (node: string, path: ReadonlySet<string>): number => {
    const known = columnOf.get(node);
    if (known !== undefined) return known;
    const providers = graph.wires.filter((wire) => wire.to === node && !path.has(wire.from));
    const column = Math.max(-1, ...providers.map((wire) => visit(wire.from, new Set([...path, node])))) + 1;
    columnOf.set(node, column);
    return column;
  };
  for (const node of graph.nodes) visit(node, new Set([node]));
  const column = (node: string) => columnOf.get(node) ?? 0;
  return Array.from({ length: Math.max(0, ...columnOf.values()) + 1 }, (_, at) => [
    ...graph.nodes.filter((node) => column(node) === at),
    ...graph.wires.filter((wire) => column(wire.from) < at && at < column(wire.to)).map(wireId),
  ]);
}

/** The middle of the boxes that lead to an item, or 0 in the first column. */
function middleBefore(item: string, graph: TinyGraph, places: readonly Box[]): number {
  const leading = graph.wires.filter((wire) => wire.to === item || wireId(wire) === item);
  const middles = places
    .filter((place) => leading.some((wire) => wire.from === place.item))
    .map((place) => place.y + place.height / 2);
  return middles.length === 0 ? 0 : middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
}

function heightOf(column: readonly string[], graph: TinyGraph): number {
  return column.reduce((sum, item) => sum + itemHeight(item, graph), 0) + ROW_GAP * (column.length - 1);
}

function itemHeight(item: string, graph: TinyGraph): number {
  if (!graph.nodes.includes(item)) return LANE_HEIGHT;
  const entering = graph.wires.filter((wire) => wire.to === item).length;
  return FIRST_PORT + 10 + PORT_STEP * Math.max(0, entering - 1);
}
