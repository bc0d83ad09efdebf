// Problems → rows with their wording, and what can be done about each with one press.

import type { MessagePart, ProblemAction, ProblemRow } from "../../components/problems/problem-model.ts";
import { memoizeByIdentity } from "../../core/base/memo.ts";
import type { Diagnostic, ExportPlace, ImportPlace } from "../../core/base/diagnostics.ts";
import type { ResourceDescription } from "../../core/base/mismatch.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import type { Problem } from "../../core/graph/diagnose.ts";
import type { Wire } from "../../core/graph/composition.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import { edit } from "../documents/edit.ts";
import { select } from "../graph/graph-actions.ts";
import { fitFor } from "../graph/wire-fits.ts";
import { activeView } from "../derived.ts";
import { canvas } from "../canvas/canvas-handle.ts";
import { execute } from "../commands/registry.ts";
import { selectionFor } from "./places.ts";
import { wireId } from "../documents/edit.ts";

/** One row per problem, in the problems' order; ids are stable while a problem stands. */
export const problemRows: (problems: readonly Problem[]) => readonly ProblemRow[] = memoizeByIdentity((problems) =>
  problems.map((problem) => {
    const { code, severity, message, help } = describeDiagnostic(problem);
    return {
      id: problemId(problem),
      severity,
      code,
      message: messageParts(message),
      help: help === null ? null : messageParts(help),
      actions: actionsFor(problem),
      onExplain: () => showDialog({ kind: "explanation", code }),
    };
  }),
);

/** What may change while a problem stands. */
const UNSTABLE: ReadonlySet<string> = new Set(["mismatch", "known", "candidate", "nearest", "candidates"]);

function problemId(problem: Problem): string {
  return JSON.stringify(problem, (key, value: unknown) => (UNSTABLE.has(key) ? undefined : value));
}

/** Names stand in backticks. */
function messageParts(message: string): MessagePart[] {
  return message.split("`").flatMap((text, i): MessagePart[] => {
    if (text === "") return [];
    return [i % 2 === 1 ? { name: text } : text];
  });
}

export function goToProblem(id: string): void {
  const view = activeView();
  const problem = view?.diagnosis.problems.find((candidate) => problemId(candidate) === id);
  if (!view || !problem) return;
  const selection = selectionFor(problem, new Set(view.composition.wires.map(wireId)));
  select(selection);
  const [wire] = selection.wires;
  const [node] = selection.nodes;
  if (wire !== undefined) canvas()?.reveal({ wire });
  else if (node !== undefined) canvas()?.reveal({ node });
}

function actionsFor(problem: Problem): readonly ProblemAction[] {
  switch (problem.kind) {
    case "unsatisfied-import": {
      const view = activeView();
      const wire = view && fitFor(view, problem.instance, problem.import);
      return [...(wire ? [connectTo(wire)] : []), leaveToHost(problem.import)];
    }
    case "ambiguous-import":
      return [...wireTo(problem, problem.candidates.slice(0, MAX_CANDIDATE_ACTIONS)), leaveToHost(problem.import)];
    case "misfit":
      if ("worldImport" in problem.source) return [];
      return [cutWire(problem.instance, problem.import)];
    case "resource-mismatch":
      return [
        ...wiresToOneResource(problem),
        ...("worldImport" in problem.source ? [] : [cutWire(problem.instance, problem.import)]),
      ];
    case "unknown-import":
      return [cutWire(problem.instance, problem.import)];
    case "missing-component":
      return [{ label: "Add files", onSelect: () => void execute("library.add-files") }];
    case "unnamed-type-in-export": {
      const { needs, taken } = problem;
      if (!needs || taken) return [];
      const added = { name: needs.export, instance: needs.instance, export: needs.export };
      return [
        {
          label: `Export ${needs.export}`,
          onSelect: () => void edit([{ kind: "export", export: added }], { label: "exporting" }),
        },
      ];
    }
    default:
      return [];
  }
}

const MAX_CANDIDATE_ACTIONS = 3;

function connectTo(wire: Wire): ProblemAction {
  return {
    label: `Wire to ${wire.provider}`,
    onSelect: () => void edit([{ kind: "connect", wire }], { label: "wiring" }),
  };
}

/** The wires that would give both sides the resource of one of them. */
function wiresToOneResource({
  mismatch,
  expectedBy,
  foundBy,
}: Diagnostic<"resource-mismatch">): readonly ProblemAction[] {
  const { difference } = mismatch;
  if (difference.kind !== "resource") return [];
  const wire = (place: ImportPlace | null, resource: ResourceDescription): readonly ProblemAction[] => {
    const { instance, interface: exported } = resource;
    if (!place || instance === null || exported === null || instance === place.instance) return [];
    const action = connectTo({ consumer: place.instance, import: place.import, provider: instance, export: exported });
    return [{ ...action, label: `Wire ${place.instance} to ${instance}` }];
  };
  return [...wire(expectedBy, difference.found), ...wire(foundBy, difference.expected)];
}

function wireTo(place: ImportPlace, candidates: readonly ExportPlace[]): readonly ProblemAction[] {
  return candidates.map(({ instance, export: exported }) => {
    return connectTo({ consumer: place.instance, import: place.import, provider: instance, export: exported });
  });
}

function leaveToHost(name: string): ProblemAction {
  const command = { kind: "import-from-world", import: name } as const;
  return { label: "Leave to the host", onSelect: () => void edit([command], { label: `leaving ${name} to the host` }) };
}

function cutWire(consumer: string, name: string): ProblemAction {
  const command = { kind: "disconnect", consumer, import: name } as const;
  return { label: "Cut the wire", onSelect: () => void edit([command], { label: "cutting a wire" }) };
}
