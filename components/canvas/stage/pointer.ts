// Pointer events of the canvas, turned into gestures. What a gesture takes never reaches the view beneath; the rest (pans,
// wheels, pinches) does. Furniture marked with `data-furniture` keeps its own events.

import type { Stage } from "./stage.ts";
import { type Hit, hitAt } from "./hit.ts";
import { Hovering } from "./hovering.ts";
import { Press } from "./press.ts";
import { endOf } from "../scene/scene.ts";
import type { ContextTarget } from "../canvas-model.ts";
import { selectableOf } from "./selecting.ts";

const FURNITURE = "[data-furniture]";

/** Listens on the stage's root until the signal aborts. */
export function listenToPointer(stage: Stage, signal: AbortSignal): void {
  const { root } = stage;
  const hovering = new Hovering(stage);
  let claimed = false;

  const onDown = (event: PointerEvent) => {
    claimed = false;
    stage.locate();
    stage.misfit.set(null);
    hovering.stop();
    if (isFurniture(event.target) || event.button !== 0 || stage.spaceIsHeld || stage.gesture) return;
    const local = stage.toLocal(event);
    const press = new Press(stage, hitAt(stage, local), local, event);
    stage.gesture = press;
    claimed = press.isOurs;
    if (claimed) root.setPointerCapture(event.pointerId);
  };

  const onMove = (event: PointerEvent) => {
    const local = stage.toLocal(event);
    if (stage.gesture) stage.gesture.move(local);
    else if (event.buttons === 0) hovering.move(isFurniture(event.target) ? null : local, event.target);
    root.style.cursor = cursorOf(stage, event.buttons !== 0 && !claimed);
  };

  const onUp = (event: PointerEvent) => {
    const gesture = stage.gesture;
    if (!gesture || event.button !== 0) return;
    // The gesture is over before the caller hears of it, so that a model it gives is taken as it is.
    stage.gesture = null;
    gesture.finish(stage.toLocal(event));
    root.style.cursor = cursorOf(stage, false);
  };

  const onLost = () => {
    stage.gesture?.cancel();
    stage.gesture = null;
  };

  const options = { signal, capture: true };
  root.addEventListener("pointerdown", onDown, options);
  root.addEventListener("pointermove", onMove, options);
  root.addEventListener("pointerup", onUp, options);
  root.addEventListener("pointercancel", onLost, options);
  root.addEventListener("pointerenter", () => stage.locate(), { signal });
  root.addEventListener("pointerleave", () => hovering.move(null, null), { signal });
  for (const type of ["mousedown", "touchstart"] as const) {
    root.addEventListener(type, (event) => claimed && event.stopPropagation(), options);
  }
  root.addEventListener("dblclick", (event) => openNode(stage, event), { signal });
  root.addEventListener("contextmenu", (event) => askForMenu(stage, event), { signal });
}

function isFurniture(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FURNITURE) !== null;
}

function cursorOf(stage: Stage, panning: boolean): string {
  if (panning) return "grabbing";
  if (stage.drawn.get()) return "crosshair";
  if (stage.moving.size > 0) return "grabbing";
  const { kind } = stage.hovered;
  return kind === "port" ? "crosshair" : kind === "wire" || kind === "link" ? "pointer" : "";
}

function openNode(stage: Stage, event: MouseEvent): void {
  if (isFurniture(event.target)) return;
  const hit = hitAt(stage, stage.toLocal(event));
  if (hit.kind === "node") stage.inputs.callbacks.onOpenNode(stage.scene.nodes[hit.node]!.node.id);
}

function askForMenu(stage: Stage, event: MouseEvent): void {
  if (isFurniture(event.target)) return;
  event.preventDefault();
  const hit = hitAt(stage, stage.toLocal(event));
  stage.inputs.callbacks.onContextMenu(contextOf(stage, hit), { x: event.clientX, y: event.clientY });
}

/** What a menu at a hit is about. */
function contextOf(stage: Stage, hit: Hit): ContextTarget {
  const thing = selectableOf(stage.scene, hit);
  const id = thing?.name ?? null;
  switch (hit.kind) {
    case "port":
      return { kind: "port", id, port: endOf(stage.scene, hit.place) };
    case "link":
      return { kind: hit.side === "left" ? "world-import" : "world-export", id, port: null };
    case "node":
    case "wire":
    case "canvas":
      return { kind: hit.kind, id, port: null };
    default:
      return hit satisfies never;
  }
}
