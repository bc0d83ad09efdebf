// The canvas without a pointer. Tab goes from node to node; in a node the arrow keys go to its ports, or move the node while
// it is selected (with Alt they always go to the ports). On a port Enter begins a wire, then Tab walks what fits, Enter
// connects, Escape lets go. Keys that the canvas doesn't use bubble on to the caller.

import { GRID } from "../geometry/metrics.ts";
import { toLocal } from "../geometry/view.ts";
import { type PortPlace, endOf, placeOf, portPoint } from "../scene/scene.ts";
import { PortRest } from "./hovering.ts";
import { type PortStep, portBeside } from "./port-walk.ts";
import { NOTHING, addsToSelection, clicked, isNothing } from "./selecting.ts";
import type { Stage } from "./stage.ts";
import { Wiring } from "./wiring.ts";

const ARROWS: Readonly<Record<string, PortStep>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Pixels. */
const PAN_STEP = 64;
/** With Shift, steps are four times as long. */
const LONG_STEP = 4;

/** Listens until the signal aborts. */
export function listenToKeyboard(stage: Stage, signal: AbortSignal): void {
  const { root } = stage;
  root.addEventListener("keydown", (event) => take(event, onKey(stage, event)), { signal });
  // While a wire hangs, Tab and Enter are its own wherever the focus is.
  window.addEventListener("keydown", (event) => take(event, onKeyWhileDragging(stage, event)), {
    signal,
    capture: true,
  });
  window.addEventListener("keydown", (event) => holdSpace(stage, event, true), { signal });
  window.addEventListener("keyup", (event) => holdSpace(stage, event, false), { signal });
  window.addEventListener("blur", () => (stage.spaceIsHeld = false), { signal });
  const rest = new PortRest(stage);
  root.addEventListener("focusin", (event) => takeFocus(stage, rest, event.target), { signal });
  root.addEventListener("focusout", () => takeFocus(stage, rest, null), { signal });
}

function take(event: KeyboardEvent, used: boolean): void {
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}

function holdSpace(stage: Stage, event: KeyboardEvent, held: boolean): void {
  if (event.key === " ") stage.spaceIsHeld = held && !isTextField(event.target);
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Whether the key was used. */
function onKeyWhileDragging(stage: Stage, event: KeyboardEvent): boolean {
  const { gesture } = stage;
  if (event.key === "Escape") {
    if (!gesture && (stage.misfit.get() || stage.hoverCard.get())) {
      stage.misfit.set(null);
      stage.hoverCard.set(null);
      return true;
    }
    gesture?.cancel();
    stage.gesture = null;
    return gesture !== null;
  }
  if (!(gesture instanceof Wiring)) return false;
  if (event.key === "Tab") {
    gesture.walk(event.shiftKey ? -1 : 1);
    return true;
  }
  return event.key === "Enter" && gesture.connect();
}

function onKey(stage: Stage, event: KeyboardEvent): boolean {
  if (stage.gesture || isTextField(event.target)) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const place = target ? portOf(stage, target) : null;
  if (place) return onPortKey(stage, event, place);
  const node = target?.dataset["node"];
  return node === undefined ? onCanvasKey(stage, event) : onNodeKey(stage, event, node);
}

function onCanvasKey(stage: Stage, event: KeyboardEvent): boolean {
  if (event.key === "Escape" && !isNothing(stage.inputs.selection)) {
    stage.inputs.callbacks.onSelect(NOTHING);
    return true;
  }
  return moveSelection(stage, event) || (event.target === stage.root && panBy(stage, event));
}

/** Without a selection the arrow keys move the view. */
function panBy(stage: Stage, event: KeyboardEvent): boolean {
  const step = ARROWS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return false;
  const by = PAN_STEP * (event.shiftKey ? LONG_STEP : 1);
  const { x, y, zoom } = stage.view;
  stage.moveView({ x: x - step.x * by, y: y - step.y * by, zoom });
  return true;
}

function onNodeKey(stage: Stage, event: KeyboardEvent, id: string): boolean {
  const { inputs, scene } = stage;
  const node = scene.nodeIndex.get(id);
  if (node === undefined) return false;
  const step = ARROWS[event.key];
  if (step && (event.altKey || !inputs.selection.nodes.includes(id))) {
    return focusPort(stage, portBeside(scene.nodes[node]!.node, node, null, step));
  }
  if (event.key === "Enter") inputs.callbacks.onOpenNode(id);
  else if (event.key === " ") {
    inputs.callbacks.onSelect(clicked(inputs.selection, { kind: "nodes", name: id }, addsToSelection(event)));
  } else if (event.key === "ContextMenu") {
    askAt(stage, { kind: "node", id, port: null }, { node, side: "export", row: 0 });
  } else return onCanvasKey(stage, event);
  return true;
}

function onPortKey(stage: Stage, event: KeyboardEvent, place: PortPlace): boolean {
  const { scene, inputs } = stage;
  const step = ARROWS[event.key];
  const { node } = scene.nodes[place.node]!;
  if (step) return focusPort(stage, portBeside(node, place.node, place, step));
  if (event.key === "Enter") {
    const at = toLocal(stage.view, portPoint(scene, place));
    stage.gesture = new Wiring(stage, place, { x: at.x + (place.side === "import" ? -40 : 40), y: at.y });
    return true;
  }
  if (event.key === " ") {
    const wire = scene.joints[place.node]!.map((number) => scene.wires[number]).find((each) =>
      [each?.source, each?.target].some(
        (end) => end?.node === place.node && end.side === place.side && end.row === place.row,
      ),
    );
    if (wire)
      inputs.callbacks.onSelect(
        clicked(inputs.selection, { kind: "wires", name: wire.wire.id }, addsToSelection(event)),
      );
    return true;
  }
  if (event.key === "ContextMenu") {
    askAt(stage, { kind: "port", id: node.id, port: endOf(scene, place) }, place);
    return true;
  }
  if (event.key !== "Escape") return false;
  elementOf(stage, node.id)?.focus();
  return true;
}

function askAt(stage: Stage, target: Parameters<Stage["inputs"]["callbacks"]["onContextMenu"]>[0], place: PortPlace) {
  const at = toLocal(stage.view, portPoint(stage.scene, place));
  stage.inputs.callbacks.onContextMenu(target, stage.toClient(at));
}

/** Whether there was something to move. */
function moveSelection({ inputs, scene }: Stage, event: KeyboardEvent): boolean {
  const step = ARROWS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return false;
  const by = GRID * (event.shiftKey ? LONG_STEP : 1);
  const moves = inputs.selection.nodes.flatMap((id) => {
    const node = scene.nodeIndex.get(id);
    if (node === undefined) return [];
    const { x, y } = scene.nodes[node]!.node.position;
    return [{ id, position: { x: x + step.x * by, y: y + step.y * by } }];
  });
  if (moves.length > 0) inputs.callbacks.onMoveNodes(moves);
  return moves.length > 0;
}

function focusPort(stage: Stage, place: PortPlace | null): boolean {
  if (!place) return true;
  const end = endOf(stage.scene, place);
  const ports = elementOf(stage, end.node)?.querySelectorAll<HTMLElement>(`[data-port][data-side="${end.side}"]`);
  ports?.[place.row]?.focus();
  return true;
}

function elementOf(stage: Stage, id: string): HTMLElement | null {
  return stage.root.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
}

function portOf(stage: Stage, element: HTMLElement): PortPlace | null {
  const { port, side } = element.dataset;
  const node = element.closest<HTMLElement>("[data-node]")?.dataset["node"];
  if (port === undefined || node === undefined) return null;
  return placeOf(stage.scene, { node, side: side === "import" ? "import" : "export", port });
}

/** Keeps the focused node mounted and brings it into view when the keyboard got there; a rest on a port shows its WIT. */
function takeFocus(stage: Stage, rest: PortRest, target: EventTarget | null): void {
  const element = target instanceof HTMLElement ? target : null;
  stage.focusChanged(element?.closest<HTMLElement>("[data-node]")?.dataset["node"] ?? null, element);
  const place = element?.matches(":focus-visible") ? portOf(stage, element) : null;
  if (place) rest.begin(place);
  else rest.end();
}
