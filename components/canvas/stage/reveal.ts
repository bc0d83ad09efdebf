// Bringing things into view without changing the zoom.

import type { Rect } from "../geometry/rect.ts";
import { boundsOfLine } from "../geometry/polyline.ts";
import { inflate } from "../geometry/rect.ts";
import { revealView } from "../geometry/view.ts";
import { type PortPlace, portPoint } from "../scene/scene.ts";
import type { Stage } from "./stage.ts";

const MARGIN = 24;
const REVEAL_MS = 240;

export function revealNode(stage: Stage, node: number): void {
  reveal(stage, stage.scene.boxes.rect(node));
}

export function revealWire(stage: Stage, wire: number): void {
  const line = stage.courses.line(wire);
  if (line) reveal(stage, boundsOfLine(line));
}

export function revealPort(stage: Stage, place: PortPlace): void {
  reveal(stage, { ...portPoint(stage.scene, place), width: 0, height: 0 });
}

function reveal(stage: Stage, rect: Rect): void {
  const insets = { left: stage.railWidth, top: 0, right: stage.railWidth, bottom: 0 };
  const view = revealView(stage.view, inflate(rect, MARGIN), stage.size, insets);
  if (view !== stage.view) stage.moveView(view, REVEAL_MS);
}
