// How large the boxes of a drawing are and where their ports stand, in pixels, as on the canvas: text decides the width.
// Text is measured by its length: a picture is read with fonts that nobody knows when it is written.

import type { DrawnBox, DrawnPort } from "./drawing.ts";

export const BOX = {
  minWidth: 160,
  header: 40,
  /** Of a box for an import or an export of the whole, which is all header. */
  worldHeight: 40,
  row: 24,
  bodyPadding: 4,
  inset: 12,
  radius: 8,
  columnGap: 16,
} as const;

/** Advance of a character: 12 px type in the interface font, 10 px in the monospaced one. */
const CHARACTER = { title: 7.2, label: 6.4, small: 6.1 } as const;
const VERSION_GAP = 5;

export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

export function sizeOf(box: DrawnBox): BoxSize {
  const header = Math.max(box.title.length * CHARACTER.title, box.subtitle.length * CHARACTER.small) + 2 * BOX.inset;
  if (box.kind !== "instance") return { width: Math.ceil(Math.max(header, 80)), height: BOX.worldHeight };
  const rows = Math.max(box.inputs.length, box.outputs.length);
  let width = Math.max(BOX.minWidth, header);
  for (let row = 0; row < rows; row++) {
    const [left, right] = [portWidth(box.inputs[row]), portWidth(box.outputs[row])];
    width = Math.max(width, left + right + (left > 0 && right > 0 ? BOX.columnGap : 0) + 2 * BOX.inset);
  }
  return { width: Math.ceil(width), height: BOX.header + (rows === 0 ? 0 : rows * BOX.row + 2 * BOX.bodyPadding) };
}

function portWidth(port: DrawnPort | undefined): number {
  if (!port) return 0;
  const version = port.version === null ? 0 : VERSION_GAP + port.version.length * CHARACTER.small;
  return port.label.length * CHARACTER.label + version;
}

/** The height at which row `index` has its port, from the top of the box; the header's for an instance as a whole. */
export function portY(box: DrawnBox, index: number): number {
  if (box.kind !== "instance") return BOX.worldHeight / 2;
  return index < 0 ? BOX.header / 2 : BOX.header + BOX.bodyPadding + BOX.row * (index + 0.5);
}
