// A drawing with places → an SVG that stands on its own: no script, no font, no link; light or dark as its reader likes.

import { BOX, portY, sizeOf } from "./box-size.ts";
import type { Drawing, DrawnBox, DrawnLine, DrawnPort } from "./drawing.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where boxes stand and how lines run, in pixels from the picture's top left. */
export interface Places {
  readonly width: number;
  readonly height: number;
  /** Top left corner, by box. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** The corners of each line, ends included, in the order of the drawing's lines. */
  readonly lines: readonly (readonly Point[])[];
}

const MARGIN = 24;
const BEND = 10;
const MARK = 5;

/** The text of the picture; the same drawing gives the same bytes. */
export function printSvg(title: string, { boxes, lines }: Drawing, places: Places): string {
  const [width, height] = [places.width + 2 * MARGIN, places.height + 2 * MARGIN];
  const body = [
    ...lines.map((line, i) => drawLine(line, places.lines[i] ?? [])),
    ...boxes.map((box) => drawBox(box, places.boxes.get(box.id) ?? { x: 0, y: 0 })),
  ];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="canvas" width="${width}" height="${height}"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN})">`,
    ...body,
    "</g>",
    "</svg>",
  ].join("\n")}\n`;
}

function drawLine({ colour, from, to, label }: DrawnLine, points: readonly Point[]): string {
  const name = escaped(`${label}: ${from.box} → ${to.box}`);
  return `<path class="line ${colour}" d="${path(points)}"><title>${name}</title></path>`;
}

/** Straight runs with round corners. */
function path(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const steps = rest.map((point, i) => {
    const [before, after] = [points[i]!, rest[i + 1]];
    if (!after) return `L${at(point)}`;
    const radius = Math.min(BEND, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  });
  return `M${at(first)}${steps.join("")}`;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function drawBox(box: DrawnBox, place: Point): string {
  const { width, height } = sizeOf(box);
  const rule = height > BOX.header ? [`<path class="rule" d="M0 ${BOX.header}H${width}"/>`] : [];
  return [
    `<g class="${box.kind}" transform="translate(${at(place)})">`,
    `<rect class="box" width="${width}" height="${height}" rx="${BOX.radius}"/>`,
    ...rule,
    text("title", BOX.inset, box.subtitle === "" ? 24 : 18, box.title),
    ...(box.subtitle === "" ? [] : [text("small", BOX.inset, 32, box.subtitle)]),
    ...box.inputs.map((port, i) => drawPort(box, port, i, 0)),
    ...box.outputs.map((port, i) => drawPort(box, port, i, width)),
    "</g>",
  ].join("\n");
}

function drawPort(box: DrawnBox, port: DrawnPort, index: number, x: number): string {
  const y = portY(box, index);
  const mark =
    port.shape === "circle"
      ? `<circle class="port ${port.colour}" cx="${x}" cy="${y}" r="${MARK}"/>`
      : `<path class="port ${port.colour}" d="M${x - MARK - 1} ${y}L${x} ${y - MARK - 1}L${x + MARK + 1} ${y}L${x} ${y + MARK + 1}Z"/>`;
  if (box.kind !== "instance") return mark;
  const isLeft = x === 0;
  const version = port.version === null ? "" : `<tspan class="small" dx="5">${escaped(port.version)}</tspan>`;
  const anchor = isLeft ? "" : ' text-anchor="end"';
  const from = isLeft ? BOX.inset : x - BOX.inset;
  const label = `<text class="label" x="${from}" y="${y + 4}"${anchor}>${escaped(port.label)}${version}</text>`;
  return `${mark}\n${label}`;
}

function text(name: string, x: number, y: number, content: string): string {
  return `<text class="${name}" x="${x}" y="${y}">${escaped(content)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(content: string): string {
  return content.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!).replaceAll(UNWRITABLE, "\u{fffd}");
}

/** Control characters, which no XML text may hold. */
const UNWRITABLE = /\p{Cc}/gu;

/** The canvas's own colours. */
const LIGHT = {
  canvas: "#f3f2f0",
  box: "#ffffff",
  border: "#d8d7d3",
  text: "#1b1d22",
  muted: "#62646c",
  azure: "#027fbb",
  jade: "#036c5a",
  moss: "#6a8726",
  orchid: "#d03c90",
  violet: "#5c1faa",
  slate: "#676c77",
};
const DARK: typeof LIGHT = {
  canvas: "#101114",
  box: "#1f2025",
  border: "#323339",
  text: "#e8e9ee",
  muted: "#979aa3",
  azure: "#54b1ee",
  jade: "#77e1ca",
  moss: "#93bb48",
  orchid: "#f792c3",
  violet: "#a07ae8",
  slate: "#8d929d",
};

function variables(theme: typeof LIGHT): string {
  return Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}

const HUES = ["azure", "jade", "moss", "orchid", "violet", "slate"];
const STYLE = [
  `svg{${variables(LIGHT)};font-family:"Segoe UI",system-ui,-apple-system,Roboto,"Helvetica Neue",Arial,sans-serif}`,
  `@media (prefers-color-scheme:dark){svg{${variables(DARK)}}}`,
  ".canvas{fill:var(--canvas)}",
  ".box{fill:var(--box);stroke:var(--border)}",
  ".rule{stroke:var(--border)}",
  ".title{fill:var(--text);font-size:13px;font-weight:600}",
  ".label{fill:var(--text);font-size:12px}",
  ".small{fill:var(--muted);font:10px ui-monospace,Menlo,Consolas,monospace}",
  ".line{fill:none;stroke-width:1.75}",
  ".port{stroke:var(--box);stroke-width:1.5}",
  ...HUES.map((hue) => `.line.${hue}{stroke:var(--${hue})}.port.${hue}{fill:var(--${hue})}`),
].join("");
