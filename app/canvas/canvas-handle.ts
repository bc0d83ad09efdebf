// The canvas that is mounted, for commands that ask it to show something.

import type { CanvasHandle } from "../../components/canvas/canvas-model.ts";

let current: CanvasHandle | null = null;

export function keepCanvas(handle: CanvasHandle | null): void {
  current = handle;
}

export function canvas(): CanvasHandle | null {
  return current;
}
