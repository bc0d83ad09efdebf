// What pressing a name in the inspector leads to: ids that say which instance, wire or part of the world is meant.

import { select } from "../graph/graph-actions.ts";
import { canvas } from "../canvas/canvas-handle.ts";

export type TargetKind = "node" | "wire" | "world-import" | "world-export";

export function targetId(kind: TargetKind, id: string): string {
  return `${kind}:${id}`;
}

/** Selects what `target` names and brings it into view. */
export function goToTarget(target: string): void {
  const colon = target.indexOf(":");
  const id = target.slice(colon + 1);
  switch (target.slice(0, colon) as TargetKind) {
    case "node":
      select({ nodes: [id] });
      canvas()?.reveal({ node: id });
      return;
    case "wire":
      select({ wires: [id] });
      canvas()?.reveal({ wire: id });
      return;
    case "world-import":
      select({ worldImports: [id] });
      return;
    case "world-export":
      select({ worldExports: [id] });
      return;
  }
}
