// Library components → instances on the canvas, where no place was pointed at.

import { canvas } from "../canvas/canvas-handle.ts";
import type { ComponentFile } from "./add-component.ts";
import type { Position } from "../../components/canvas/canvas-model.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { addInstance, addInstances } from "../graph/graph-actions.ts";
import { offerFits } from "../graph/wire-fits.ts";
import { addFiles } from "./library-actions.ts";

const CASCADE_LENGTH = 8;
const CASCADE_STEP = 24;
const NODE: Position = { x: 220, y: 120 };
const GAP = 60;
const PER_ROW = 4;

/** Puts an instance in the middle of what is seen, a little aside from the last one. */
export function addToCanvas(sha256: string): void {
  const middle = canvas()?.center() ?? { x: 0, y: 0 };
  const count = activeDocument()?.history.present.composition.instances.length ?? 0;
  const step = (count % CASCADE_LENGTH) * CASCADE_STEP;
  const added = addInstance({
    sha256,
    position: { x: middle.x - NODE.x / 2 + step, y: middle.y - NODE.y / 2 + step },
  });
  offerFits(added);
}

/** Adds what was dropped on the canvas to the library and, in rows from `at` on, to the composition. */
export async function addAndPlace(files: readonly ComponentFile[], at: Position = { x: 0, y: 0 }): Promise<void> {
  const entries = await addFiles(files);
  const added = addInstances(
    entries.map(({ sha256 }, i) => {
      const [column, row] = [i % PER_ROW, Math.floor(i / PER_ROW)];
      return { sha256, position: { x: at.x + column * (NODE.x + GAP), y: at.y + row * (NODE.y + GAP) } };
    }),
  );
  offerFits(added);
}
