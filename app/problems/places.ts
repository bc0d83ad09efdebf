// Where a problem lies: the instances it speaks of, and the one thing to select when a person goes to it.

import type { Problem } from "../../core/graph/diagnose.ts";
import type { Selection } from "../../components/canvas/canvas-model.ts";
import { EMPTY_SELECTION } from "../documents/documents-store.ts";
import { wireId } from "../documents/edit.ts";

/** The instances that `problem` marks. */
export function instancesOf(problem: Problem): readonly string[] {
  if (problem.kind === "cycle") return problem.instances;
  return "instance" in problem ? [problem.instance] : [];
}

/** What to select and show for `problem`. */
export function selectionFor(problem: Problem, wires: ReadonlySet<string>): Selection {
  if ("import" in problem) {
    const wire = wireId({ consumer: problem.instance, import: problem.import });
    if (wires.has(wire)) return { ...EMPTY_SELECTION, wires: [wire] };
  }
  const nodes = instancesOf(problem);
  if (nodes.length > 0) return { ...EMPTY_SELECTION, nodes };
  return "name" in problem ? { ...EMPTY_SELECTION, worldExports: [problem.name] } : EMPTY_SELECTION;
}
