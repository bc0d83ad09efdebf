// What would fit a wire that was let go over empty space: ports on the canvas, components of the library, the world.

import type { PortEnd, Position } from "../../components/canvas/canvas-model.ts";
import type { Candidate } from "../../components/dialogs/CandidatesMenu.tsx";
import { exportsFitting, importsFitting, type Candidate as FittingPort } from "../../core/graph/fit.ts";
import { isTypesOnly } from "../../core/graph/diagnose.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import type { Component } from "../../core/wit/read.ts";
import { languageOf } from "../canvas/languages.ts";
import { fitNoteText, portExtern } from "../canvas/verdicts.ts";
import type { ActiveView } from "../derived.ts";
import { addInstance, connect, connectCommand, connectToWorld } from "../graph/graph-actions.ts";
import type { LibraryEntry } from "../library/library-store.ts";

export interface OfferedCandidate extends Candidate {
  readonly choose: () => void;
}

/** Candidates for `end`; one chosen from the library is put at `at`. */
export function candidatesFor(
  view: ActiveView,
  end: PortEnd,
  at: Position,
  entries: Iterable<LibraryEntry>,
): readonly OfferedCandidate[] {
  const extern = portExtern(view.composition, view.componentOf, end);
  if (!extern) return [];
  const fitting = (component: Component): readonly FittingPort[] => {
    const port = { name: end.port, extern };
    const found = end.side === "import" ? exportsFitting(component, port) : importsFitting(component, port);
    return found.filter((candidate) => candidate.namesAgree || !isCommon(candidate));
  };
  const verb = end.side === "import" ? "exports" : "imports";
  const otherSide = end.side === "import" ? "export" : "import";
  const onCanvas = view.composition.instances
    .filter(({ name }) => name !== end.node)
    .flatMap(({ name, component: key }): OfferedCandidate[] => {
      const component = view.componentOf(key);
      return fitting(component ?? EMPTY).map((port) => ({
        ...described(`canvas ${name} ${port.name}`, name, key, component, port, verb),
        place: "On the canvas",
        choose: () => connect(end, { node: name, side: otherSide, port: port.name }),
      }));
    });
  const inLibrary = [...entries].flatMap(({ sha256, key, component }): OfferedCandidate[] => {
    const [port] = component ? fitting(component) : [];
    if (!component || !port) return [];
    const place = { x: end.side === "import" ? at.x - NODE_WIDTH : at.x, y: at.y - PORT_OFFSET };
    const name = parseComponentKey(key)?.name ?? key;
    return [
      {
        ...described(`library ${sha256}`, name, key, component, port, verb),
        place: "In the library",
        choose: () =>
          addInstance({ sha256, position: place }, (node) =>
            connectCommand(end, { node, side: otherSide, port: port.name })!,
          ),
      },
    ];
  });
  return [...onCanvas, ...inLibrary, worldCandidate(end)];
}

const NODE_WIDTH = 220;
const PORT_OFFSET = 56;
const EMPTY = { type: { imports: new Map(), exports: new Map() } } as unknown as Component;

function isCommon({ extern }: FittingPort): boolean {
  return extern.kind !== "instance" || isTypesOnly(extern);
}

function described(
  id: string,
  name: string,
  key: string,
  component: Component | undefined,
  { name: port, fit }: FittingPort,
  verb: string,
): Omit<Candidate, "place"> {
  return {
    id,
    name,
    version: parseComponentKey(key)?.version ?? null,
    language: component ? languageOf(component.producers) : null,
    world: false,
    detail: `${verb} ${port.replace("@", " ")}`,
    note: fit.kind === "compatible" ? fitNoteText(fit.notes) : null,
  };
}

function worldCandidate(end: PortEnd): OfferedCandidate {
  const isImport = end.side === "import";
  return {
    id: "world",
    name: isImport ? "Leave to the host" : "Export from the composition",
    version: null,
    language: null,
    world: true,
    place: "The world",
    detail: isImport ? `the composition imports ${end.port}` : `the composition exports ${end.port}`,
    note: null,
    choose: () => connectToWorld(end),
  };
}
