// How wide a node is and what fits into its rows: the text decides, between 200 and 320 in steps of 4. A node keeps its
// size at every zoom, so the widest level of detail counts.

import type { CanvasNode, CanvasPort } from "../canvas-model.ts";
import { NODE, nodeHeight } from "./metrics.ts";
import { shortened } from "./shorten.ts";

/** A piece of text by its role in the look; each role has a font. */
export type TextRole = "title" | "titleFar" | "package" | "label" | "labelFar" | "version" | "meta";

/** The width of `text` in graph units. */
export type MeasureText = (text: string, role: TextRole) => number;

/** A port's text as it fits into its row. */
export interface PortText {
  readonly label: string;
  readonly version: string | null;
}

export interface NodeLayout {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** `order-store 0.9.2` */
  readonly packageLine: string;
  /** The title at "titles" and below, in a larger font. */
  readonly titleFar: string;
  readonly imports: readonly PortText[];
  readonly exports: readonly PortText[];
}

const HEADER = { left: 8, mark: 22, gap: 8, right: 10, chip: 48 } as const;
const FOOTER = { left: 8, icon: 18, right: 6, chip: 28, gap: 8 } as const;
const VERSION_GAP = 5;
const ROW_GAP = 16;

export function layoutNode(node: CanvasNode, measure: MeasureText): NodeLayout {
  const width = widthOf(node, measure);
  const forTitle = width - HEADER.left - HEADER.mark - HEADER.gap - HEADER.right;
  const rows = Math.max(node.imports.length, node.exports.length);
  const texts = { imports: [] as PortText[], exports: [] as PortText[] };
  for (let row = 0; row < rows; row++) {
    const [left, right] = fitRow(node.imports[row], node.exports[row], width - 2 * NODE.inset, measure);
    if (left) texts.imports.push(left);
    if (right) texts.exports.push(right);
  }
  const version = node.version === null ? "" : ` ${node.version}`;
  const forPackage = forTitle - measure(version, "package");
  return {
    width,
    height: nodeHeight(rows),
    title: shortened(node.title, forTitle, (text) => measure(text, "title")),
    titleFar: shortened(node.title, forTitle, (text) => measure(text, "titleFar")),
    packageLine: shortened(node.packageName, forPackage, (text) => measure(text, "package")) + version,
    imports: texts.imports,
    exports: texts.exports,
  };
}

function widthOf(node: CanvasNode, measure: MeasureText): number {
  const fixed = HEADER.left + HEADER.mark + HEADER.gap + HEADER.right;
  const packageLine = node.version === null ? node.packageName : `${node.packageName} ${node.version}`;
  let need = Math.max(
    fixed + HEADER.chip + measure(node.title, "title"),
    fixed + measure(packageLine, "package"),
    footerWidth(node, measure),
  );
  const rows = Math.max(node.imports.length, node.exports.length);
  for (let row = 0; row < rows; row++) {
    need = Math.max(need, 2 * NODE.inset + rowWidth(node.imports[row], node.exports[row], measure));
  }
  const stepped = Math.ceil(need / NODE.widthStep) * NODE.widthStep;
  return Math.min(NODE.maxWidth, Math.max(NODE.minWidth, stepped));
}

function footerWidth(node: CanvasNode, measure: MeasureText): number {
  const glyphs = FOOTER.left + FOOTER.icon * (1 + Math.min(3, node.capabilities.length));
  const more = node.capabilities.length > 3 ? measure("+9", "meta") : 0;
  const none = node.capabilities.length === 0 ? measure("none asked", "meta") : 0;
  const chip = node.problem ? FOOTER.gap + FOOTER.chip + measure(node.problem.text, "meta") : 0;
  return glyphs + more + none + chip + FOOTER.right;
}

/** The wider of a row with versions and one with large labels. */
function rowWidth(left: CanvasPort | undefined, right: CanvasPort | undefined, measure: MeasureText): number {
  const gap = left && right ? ROW_GAP : 0;
  const full = sideWidth(left, measure) + gap + sideWidth(right, measure);
  const names = (left ? measure(left.label, "labelFar") : 0) + gap + (right ? measure(right.label, "labelFar") : 0);
  return Math.max(full, names);
}

function sideWidth(port: CanvasPort | undefined, measure: MeasureText): number {
  if (!port) return 0;
  return measure(port.label, "label") + (port.version === null ? 0 : VERSION_GAP + measure(port.version, "version"));
}

/** Versions leave first, then the longer label is shortened, then the other. */
function fitRow(
  left: CanvasPort | undefined,
  right: CanvasPort | undefined,
  room: number,
  measure: MeasureText,
): readonly [PortText | undefined, PortText | undefined] {
  if (rowWidth(left, right, measure) <= room) return [textOf(left), textOf(right)];
  const labels = [left?.label ?? "", right?.label ?? ""];
  const widths = () => labels.map((label) => measure(label, "labelFar"));
  const gap = left && right ? ROW_GAP : 0;
  for (const side of widths()[0]! >= widths()[1]! ? [0, 1] : [1, 0]) {
    const other = widths()[1 - side]!;
    labels[side] = shortened(labels[side]!, room - gap - other, (text) => measure(text, "labelFar"));
  }
  return [left && { label: labels[0]!, version: null }, right && { label: labels[1]!, version: null }];
}

function textOf(port: CanvasPort | undefined): PortText | undefined {
  return port && { label: port.label, version: port.version };
}
