// Paints a stage's layers. A wire belongs to one of them: what is lifted or picked up is on the live layer only; what is
// selected or hovered is at rest and drawn once more above.

import { drawBoxes, cutNodes, type DrawnBox } from "../drawing/draw-nodes.ts";
import { drawChevron, drawErrorMark, drawLabel } from "../drawing/draw-marks.ts";
import { type Emphasis, type Strand, drawEmphasised, drawStrands } from "../drawing/draw-wires.ts";
import { WIRE } from "../geometry/metrics.ts";
import { type Rect, inflate } from "../geometry/rect.ts";
import { visibleRect } from "../geometry/view.ts";
import { lookOf } from "../scene/looks.ts";
import { type RailStrand, railStrands } from "../scene/rails.ts";
import { itemOf } from "../scene/scene.ts";
import { drawnStrands } from "./drawn-wire.ts";
import type { Stage } from "./stage.ts";

type Context = CanvasRenderingContext2D;

/** Wires reach beyond their course: halo, mark and label. */
const BLEED = 24;
const SELECTED: Emphasis = { width: WIRE.width, halo: 0.24, dash: [] };
const HOVERED: Emphasis = { width: WIRE.widthHover, halo: 0, dash: [] };

export function paintRest(context: Context, stage: Stage): void {
  const { scene, view, palette } = stage;
  const visible = inflate(visibleRect(view, stage.size), BLEED / view.zoom);
  const picked = stage.drawn.get()?.picked ?? null;
  const wires = visibleWires(stage, visible).filter(
    (wire) => !stage.lifted.has(wire) && (picked === null || scene.wires[wire]!.wire.id !== picked),
  );
  const links = allRailStrands(stage).filter((strand) => !stage.lifted.has(strand.number));
  drawStrands(context, [...strandsOf(stage, wires), ...links], visible, view.zoom, palette);
  paintMarks(context, stage, wires, links);
  const resting = scene.boxes.within(visible).filter((node) => !stage.moving.has(node));
  paintNodes(context, stage, resting, resting);
}

/** Whether anything was painted. */
export function paintLive(context: Context, stage: Stage): boolean {
  const { view, palette } = stage;
  const visible = inflate(visibleRect(view, stage.size), BLEED / view.zoom);
  const lifted = [...stage.lifted].filter((number) => number < stage.scene.wires.length);
  const links = allRailStrands(stage);
  const liftedLinks = links.filter((strand) => stage.lifted.has(strand.number));
  const moved = [...strandsOf(stage, lifted), ...liftedLinks];
  const standing = emphasised(stage, links);
  const drawn = drawnStrands(stage);
  if (moved.length + standing.length + drawn.length === 0 && stage.moving.size === 0) return false;

  drawStrands(context, moved, visible, view.zoom, palette);
  for (const { strand, emphasis } of standing) drawEmphasised(context, strand, emphasis, view.zoom, palette);
  paintMarks(context, stage, lifted, liftedLinks);
  repaintMarks(context, stage);
  for (const { strand, emphasis } of drawn) drawEmphasised(context, strand, emphasis, view.zoom, palette);
  const nodes = stage.scene.boxes.within(visible);
  paintNodes(
    context,
    stage,
    nodes,
    nodes.filter((node) => stage.moving.has(node)),
  );
  return true;
}

function visibleWires({ scene, courses }: Stage, visible: Rect): readonly number[] {
  return courses.busy ? scene.wires.map((_, number) => number) : courses.index.within(visible);
}

function allRailStrands(stage: Stage): readonly RailStrand[] {
  const { scene, courses, view, size, railWidth, placements } = stage;
  return railStrands(scene, courses, view, size, railWidth, placements);
}

function strandsOf({ scene, courses }: Stage, wires: readonly number[]): Strand[] {
  const strands: Strand[] = [];
  for (const number of wires) {
    const line = courses.line(number);
    if (line) strands.push({ line, colour: scene.wires[number]!.wire.colour });
  }
  return strands;
}

/** Selected wires and those of the hovered node or wire, selected ones first. */
function emphasised(
  stage: Stage,
  links: readonly RailStrand[],
): readonly { readonly strand: Strand; readonly emphasis: Emphasis }[] {
  const { scene, hovered } = stage;
  const { selection } = stage.inputs;
  const strand = (number: number) => {
    const line = stage.courses.line(number);
    return line ? [{ line, colour: scene.wires[number]!.wire.colour }] : [];
  };
  const chosen = selection.wires.flatMap((id) => {
    const number = scene.wireIndex.get(id);
    return number === undefined ? [] : strand(number);
  });
  const names = { left: new Set(selection.worldImports), right: new Set(selection.worldExports) };
  const chosenLinks = links.filter((link) =>
    names[link.side].has(itemOf(scene, scene.links[link.number - scene.wires.length]!).name),
  );
  const hot = stage.gesture === null ? hoveredNumbers(stage) : [];
  const hotWires = hot.filter((number) => number < scene.wires.length).flatMap(strand);
  const hotLinks = links.filter(
    (link) =>
      hot.includes(link.number) ||
      (hovered.kind === "link" && link.side === hovered.side && link.item === hovered.item),
  );
  return [
    ...[...chosen, ...chosenLinks].map((each) => ({ strand: each, emphasis: SELECTED })),
    ...[...hotWires, ...hotLinks].map((each) => ({ strand: each, emphasis: HOVERED })),
  ];
}

/** Numbers of the wires and links that the pointer brings forward. */
function hoveredNumbers({ scene, hovered }: Stage): readonly number[] {
  switch (hovered.kind) {
    case "wire":
      return [hovered.wire];
    case "node":
      return scene.joints[hovered.node] ?? [];
    case "port": {
      const { node, side, row } = hovered.place;
      return (scene.joints[node] ?? []).filter((number) => {
        const wire = scene.wires[number];
        const places = wire ? [wire.source, wire.target] : [scene.links[number - scene.wires.length]!.place];
        return places.some((place) => place.node === node && place.side === side && place.row === row);
      });
    }
    case "link":
    case "canvas":
      return [];
    default:
      return hovered satisfies never;
  }
}

function paintMarks(context: Context, stage: Stage, wires: readonly number[], links: readonly RailStrand[]): void {
  const { scene, courses, palette, view } = stage;
  const detail = stage.detail.get();
  const legible = detail === "full" || detail === "names";
  for (const number of wires) {
    const { wire } = scene.wires[number]!;
    const { label, chevron } = courses.marks(number);
    if (legible && chevron) drawChevron(context, chevron, palette.ports[wire.colour]);
    if (legible && label) drawLabel(context, wire, label, detail, palette, stage.measure);
    const line = wire.state === "error" ? courses.line(number) : undefined;
    if (line) drawErrorMark(context, { x: line[0]!, y: line[1]! }, view.zoom, palette);
  }
  for (const { error, side, line } of links) {
    if (!error) continue;
    // The world provides on the left; on the right the provider is the exporter.
    const provider = side === "left" ? { x: line[0]!, y: line[1]! } : { x: line.at(-2)!, y: line.at(-1)! };
    drawErrorMark(context, provider, view.zoom, palette);
  }
}

/** The marks of wires that were drawn again above their own. */
function repaintMarks(context: Context, stage: Stage): void {
  const { scene } = stage;
  const chosen = stage.inputs.selection.wires.flatMap((id) => scene.wireIndex.get(id) ?? []);
  const hot = stage.gesture === null ? hoveredNumbers(stage).filter((number) => number < scene.wires.length) : [];
  const again = [...new Set([...chosen, ...hot])].filter((number) => !stage.lifted.has(number));
  paintMarks(context, stage, again, []);
}

/** Leaves holes for mounted nodes among `all`; those of `drawn` that aren't mounted are boxes of the layer itself. */
function paintNodes(context: Context, stage: Stage, all: readonly number[], drawn: readonly number[]): void {
  const { scene, view } = stage;
  cutNodes(
    context,
    all.filter((node) => stage.isOnPage(node)).map((node) => scene.boxes.rect(node)),
  );
  const boxes = drawn.filter((node) => !stage.isOnPage(node)).map((node) => boxOf(stage, node));
  drawBoxes(context, boxes, view.zoom, stage.palette, stage.measure);
}

function boxOf(stage: Stage, index: number): DrawnBox {
  const { node } = stage.scene.nodes[index]!;
  const look = lookOf(node, stage.selected.get().has(node.id), stage.drawn.get());
  return {
    rect: stage.scene.boxes.rect(index),
    title: node.title,
    look: look.wiring === "dim" || look.wiring === "fits" ? look.wiring : look.selected ? "selected" : "idle",
    problem: node.problem?.severity ?? null,
  };
}
