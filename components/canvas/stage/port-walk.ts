// Which port an arrow key leads to: up and down along one side of the node, left and right across to the nearest row.

import type { CanvasNode } from "../canvas-model.ts";
import type { PortPlace } from "../scene/scene.ts";

/** One step along an axis, as an arrow key gives it. */
export interface PortStep {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The port beside `from`, or the first one that a step from the node itself leads to; null where there is none. */
export function portBeside(
  { imports, exports }: Pick<CanvasNode, "imports" | "exports">,
  node: number,
  from: PortPlace | null,
  step: PortStep,
): PortPlace | null {
  const rows = { import: imports.length, export: exports.length };
  if (!from) {
    const first = step.x > 0 ? "export" : "import";
    const side = rows[first] > 0 ? first : first === "import" ? "export" : "import";
    if (rows[side] === 0) return null;
    return { node, side, row: step.y < 0 ? rows[side] - 1 : 0 };
  }
  if (step.y !== 0) {
    const row = from.row + step.y;
    return row < 0 || row >= rows[from.side] ? null : { ...from, row };
  }
  const side = step.x < 0 ? "import" : "export";
  if (side === from.side || rows[side] === 0) return null;
  return { node, side, row: Math.min(from.row, rows[side] - 1) };
}
