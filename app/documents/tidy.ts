// Positions for instances by automatic layout: on demand for the document in front, and on opening where none are known.

import { graphWithText } from "../../core/wac/graph-with-text.ts";
import type { Document, Position } from "../../core/graph/composition.ts";
import { diagnose } from "../../core/graph/diagnose.ts";
import type { CanvasModel } from "../../components/canvas/canvas-model.ts";
import { canvasModelOf } from "../canvas/canvas-model.ts";
import { layoutBox } from "../canvas/node-box.ts";
import { activeView, canvasModelFor } from "../derived.ts";
import { busy } from "../idle.ts";
import { componentLookupFor, useLibrary } from "../library/library-store.ts";
import { layoutWorker } from "../services.ts";
import { useStatus } from "../status/status-store.ts";
import { edit } from "./edit.ts";

let running: AbortController | null = null;

/** Lays out the document in front; undoable. */
export async function tidy(): Promise<void> {
  const view = activeView();
  const positions = view && (await layOut(canvasModelFor(view)));
  if (positions && activeView()?.id === view.id) edit([{ kind: "move", positions }], { label: "tidy" });
}

/** `document` with a place for every instance, where some have none. */
export async function placed(document: Document): Promise<Document> {
  const { composition, positions } = document;
  if (composition.instances.every(({ name }) => positions.has(name))) return document;
  const componentOf = componentLookupFor(composition, useLibrary.getState().entries);
  const found = await layOut(
    canvasModelOf(
      composition,
      positions,
      componentOf,
      diagnose(composition, componentOf, undefined, graphWithText(composition, componentOf)),
    ),
  );
  return found ? { ...document, positions: found } : document;
}

/** What ELK says; null where another layout took over. A second call cancels the first. */
async function layOut({ nodes, wires }: CanvasModel): Promise<ReadonlyMap<string, Position> | null> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const request = {
    boxes: nodes.map(layoutBox),
    wires: wires.map(({ source, target }) => ({
      provider: source.node,
      export: source.port,
      consumer: target.node,
      import: target.port,
    })),
  };
  const slow = setTimeout(() => useStatus.setState({ activity: "Laying out" }), SHOW_AFTER_MS);
  try {
    return await busy(layoutWorker().layOut(request, controller.signal));
  } catch (thrown) {
    if (controller.signal.aborted) return null;
    throw thrown;
  } finally {
    clearTimeout(slow);
    useStatus.setState({ activity: null });
    if (running === controller) running = null;
  }
}

const SHOW_AFTER_MS = 300;
