// The measures of a node and a wire, in graph units (CSS pixels at 100 % zoom). Drawing, routing and hit-testing all read
// them from here; the style sheets repeat only what a box model needs.

export const GRID = 4;

export const NODE = {
  minWidth: 200,
  maxWidth: 320,
  widthStep: 4,
  radius: 8,
  header: 40,
  /** Above the first and below the last row. */
  bodyPadding: 4,
  row: 24,
  footer: 28,
  /** Between a node's edge and the text of a row. */
  inset: 12,
} as const;

export const PORT = {
  /** The centre of the first row's mark, from the node's top. */
  firstY: 56,
  /** Half of the 24 × 24 target. */
  reach: 12,
  /** Half of the mark. */
  mark: 5,
} as const;

export const WIRE = {
  lane: 12,
  /** The least straight run at a port. */
  stub: 12,
  /** What a wire keeps from a node that it doesn't touch. */
  clearance: 8,
  radius: 10,
  width: 1.75,
  widthHover: 2.5,
  widthDragged: 2.25,
  casing: 6,
  halo: 13,
  /** From the provider's port to the label. */
  labelGap: 16,
  labelHeight: 18,
} as const;

export const ZOOM = {
  min: 0.02,
  max: 2,
  /** What fitting at first avoids to go below. */
  readable: 0.7,
} as const;

/** How much a node shows: everything; no versions; titles, marks and wires; or boxes that the canvas draws. */
export type Detail = "full" | "names" | "titles" | "boxes";

/** The detail at a zoom, 1 being 100 %. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.8) return "full";
  if (zoom >= 0.55) return "names";
  if (zoom >= 0.4) return "titles";
  return "boxes";
}

/** The centre of row `index`'s port marks, from the node's top. */
export function portY(index: number): number {
  return PORT.firstY + NODE.row * index;
}

/** A node's height: header, rows (at least one), footer. */
export function nodeHeight(rows: number): number {
  return NODE.header + 2 * NODE.bodyPadding + NODE.row * Math.max(1, rows) + NODE.footer;
}

/** The nearest multiple of the grid. */
export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
