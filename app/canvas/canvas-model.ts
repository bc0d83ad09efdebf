// A document, its components and its diagnosis → what the canvas draws. Pure; remembered per composition and per node,
// so that moving one node makes one new object.

import type {
  CanvasModel,
  CanvasNode,
  CanvasPort,
  CanvasWire,
  PortColour,
  Position,
  Rail,
} from "../../components/canvas/canvas-model.ts";
import { getOrInsert } from "../../core/base/collections.ts";
import { memoizeLast } from "../../core/base/memo.ts";
import type { Composition, Instance } from "../../core/graph/composition.ts";
import { type Diagnosis, isError, isHostInterface, isTypesOnly, type Problem } from "../../core/graph/diagnose.ts";
import type { Grant, InstanceGrants } from "../../core/graph/grants.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import type { ComponentType, Extern, ExternMap } from "../../core/wit/types.ts";
import { wireId } from "../documents/edit.ts";
import { instancesOf } from "../problems/places.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { languageOf } from "./languages.ts";
import { externOf, UNKNOWN_EXTERN } from "./externs.ts";
import { portLook } from "../../core/draw/port-look.ts";
import { exportRail, importRail } from "./rails.ts";

/** A node but for where it stands and what it may do: changes with the composition, not while it is dragged. */
interface NodeBody extends Omit<CanvasNode, "position" | "capabilities"> {
  readonly type: ComponentType | null;
}

interface CompositionModel {
  readonly bodies: readonly NodeBody[];
  readonly wires: readonly CanvasWire[];
  readonly worldImports: Rail;
  readonly worldExports: Rail;
}

/** The model of the canvas; a node without a position stands at the origin. */
export function canvasModelOf(
  composition: Composition,
  positions: ReadonlyMap<string, Position>,
  componentOf: ComponentLookup,
  diagnosis: Diagnosis,
  rights: Rights = NO_RIGHTS,
): CanvasModel {
  const { bodies, ...rest } = compositionModel(composition, componentOf, diagnosis);
  const nodes = bodies.map((body) => {
    const position = positions.get(body.id) ?? ORIGIN;
    return placed(body, position, rights.grants.get(body.id) ?? NONE, rights.refusals.get(body.id) ?? 0);
  });
  return { ...rest, nodes };
}

/** What instances may do, and how often the run refused them something: by instance. */
export interface Rights {
  readonly grants: InstanceGrants;
  readonly refusals: ReadonlyMap<string, number>;
}

const NO_RIGHTS: Rights = { grants: new Map(), refusals: new Map() };
const NONE: readonly Grant[] = [];
const ORIGIN: Position = { x: 0, y: 0 };

interface Placed {
  readonly grants: readonly Grant[];
  readonly refused: number;
  readonly node: CanvasNode;
}

const PLACED = new WeakMap<NodeBody, Placed>();

function placed(body: NodeBody, position: Position, grants: readonly Grant[], refused: number): CanvasNode {
  const known = PLACED.get(body);
  if (known?.node.position === position && known.grants === grants && known.refused === refused) return known.node;
  const { type, ...rest } = body;
  const capabilities = type ? capabilitiesOf(type, grants) : [];
  const refusal = refused > 0 ? ({ severity: "refused", text: `${refused} refused` } as const) : null;
  const node = { ...rest, position, capabilities, problem: rest.problem ?? refusal };
  PLACED.set(body, { grants, refused, node });
  return node;
}

const compositionModel = memoizeLast(
  (composition: Composition, componentOf: ComponentLookup, diagnosis: Diagnosis): CompositionModel => {
    const problems = problemsByInstance(diagnosis.problems);
    const failed = failedImports(diagnosis.problems);
    const wires = composition.wires.map((wire): CanvasWire => {
      const extern = externOf(composition, componentOf, wire.provider, wire.export);
      const look = portLook(wire.export, extern ?? UNKNOWN_EXTERN);
      return {
        id: wireId(wire),
        source: { node: wire.provider, side: "export", port: wire.export },
        target: { node: wire.consumer, side: "import", port: wire.import },
        label: look.label,
        version: look.version,
        colour: look.colour,
        shape: look.shape,
        state: failed.has(wireId(wire)) ? "error" : "idle",
      };
    });
    const used = usedPorts(composition, diagnosis);
    const colours = new Map(wires.map(({ id, colour }) => [id, colour]));
    const bodies = composition.instances.map((instance) => {
      const context = { used: used.get(instance.name), problems: problems.get(instance.name) ?? [], colours };
      return nodeBody(instance, componentOf, composition, context);
    });
    return {
      bodies,
      wires,
      worldImports: importRail(composition, diagnosis),
      worldExports: exportRail(composition, componentOf, diagnosis),
    };
  },
);

interface UsedPorts {
  readonly imports: Set<string>;
  readonly exports: Set<string>;
}

function usedPorts(composition: Composition, { evaluation }: Diagnosis): ReadonlyMap<string, UsedPorts> {
  const used = new Map<string, UsedPorts>();
  const of = (name: string): UsedPorts => getOrInsert(used, name, () => ({ imports: new Set(), exports: new Set() }));
  for (const wire of composition.wires) {
    of(wire.consumer).imports.add(wire.import);
    of(wire.provider).exports.add(wire.export);
  }
  // What only the text gives: an import of the composition, or a part of an instance.
  for (const { instance, sources } of evaluation.instances) {
    for (const [name, { kind }] of sources) if (kind === "item") of(instance.name).imports.add(name);
  }
  for (const exported of composition.exports) of(exported.instance).exports.add(exported.export);
  return used;
}

function problemsByInstance(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const byInstance = new Map<string, Problem[]>();
  for (const problem of problems) {
    for (const name of instancesOf(problem)) getOrInsert(byInstance, name, () => []).push(problem);
  }
  return byInstance;
}

/** Wire ids of imports whose argument is refused. */
function failedImports(problems: readonly Problem[]): ReadonlySet<string> {
  const failed = new Set<string>();
  for (const problem of problems) {
    if ("import" in problem && isError(problem))
      failed.add(wireId({ consumer: problem.instance, import: problem.import }));
  }
  return failed;
}

interface NodeContext {
  readonly used: UsedPorts | undefined;
  readonly problems: readonly Problem[];
  /** By wire id. */
  readonly colours: ReadonlyMap<string, PortColour>;
}

function nodeBody(
  { name, component: key }: Instance,
  componentOf: ComponentLookup,
  composition: Composition,
  { used, problems, colours }: NodeContext,
): NodeBody {
  const component = componentOf(key);
  const parts = parseComponentKey(key);
  const worldImports = new Set(composition.worldImports);
  const open = new Set(problems.flatMap((p) => (OPEN.has(p.kind) && "import" in p ? [p.import] : [])));
  const ports = (side: "import" | "export", externs: ExternMap | undefined): CanvasPort[] => {
    const taken = side === "import" ? used?.imports : used?.exports;
    const shown = [...(externs ?? [])].filter(([port, extern]) => {
      if (taken?.has(port) || worldImports.has(port)) return true;
      const isFolded = isTypesOnly(extern) || extern.kind === "type";
      return !isFolded && !(side === "import" && isHostInterface(port));
    });
    const listed = shown.map(([port, extern]) => {
      const { packageName, ...look } = portLook(port, extern);
      const isWired = taken?.has(port) || (side === "import" && worldImports.has(port));
      const state = isWired ? "wired" : side === "import" && open.has(port) ? "missing" : "free";
      // A plain name says nothing of its interface: what is wired to it does.
      const wired =
        packageName === "" && side === "import" ? colours.get(wireId({ consumer: name, import: port })) : undefined;
      const colour = wired ?? look.colour;
      return { name: port, ...look, colour, label: distinctLabel(port, shown), state } satisfies CanvasPort;
    });
    // Wires whose port the component doesn't have (any more) still need a place to end at.
    const lost = [...(taken ?? [])].filter((port) => !externs?.has(port));
    return [...listed, ...lost.map((port) => lostPort(port))];
  };
  return {
    id: name,
    title: name,
    packageName: parts ? parts.name : key,
    version: parts?.version ?? null,
    language: component ? languageOf(component.producers) : null,
    imports: ports("import", component?.type.imports),
    exports: ports("export", component?.type.exports),
    type: component?.type ?? null,
    problem: chipOf(problems),
  };
}

/** Problems of an import that nothing is wired to. */
const OPEN: ReadonlySet<Problem["kind"]> = new Set(["unsatisfied-import", "ambiguous-import"]);

function lostPort(name: string): CanvasPort {
  return { name, ...pick(portLook(name, UNKNOWN_EXTERN)), state: "missing" };
}

function pick({ label, version, colour, shape }: ReturnType<typeof portLook>): Omit<CanvasPort, "name" | "state"> {
  return { label, version, colour, shape };
}

/** The interface's own name, with its package's where another port on this side has the same. */
function distinctLabel(name: string, shown: readonly (readonly [string, Extern])[]): string {
  const own = parseInterfaceName(name);
  if (!own) return name;
  const clash = shown.some(([other]) => {
    const parts = parseInterfaceName(other);
    return other !== name && parts?.interfaceName === own.interfaceName && parts.packageName !== own.packageName;
  });
  return clash ? `${own.packageName}/${own.interfaceName}` : own.interfaceName;
}

function chipOf(problems: readonly Problem[]): CanvasNode["problem"] {
  const errors = problems.filter(isError);
  if (errors.length > 0) {
    const [first] = errors;
    const text = errors.length > 1 ? `${errors.length} problems` : (CHIP_TEXT[first!.kind] ?? "1 problem");
    return { severity: "error", text };
  }
  if (problems.length === 0) return null;
  return { severity: "warning", text: `${problems.length} unsatisfied` };
}

const CHIP_TEXT: Partial<Record<Problem["kind"], string>> = {
  "missing-component": "component missing",
  cycle: "in a circle",
  misfit: "does not fit",
  "resource-mismatch": "other resource",
  "conflicting-imports": "imports conflict",
};
