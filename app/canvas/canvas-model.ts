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
  RailItem,
} from "../../components/canvas/canvas-model.ts";
import { getOrInsert } from "../../core/base/collections.ts";
import { memoizeLast } from "../../core/base/memo.ts";
import type { Composition, Instance } from "../../core/graph/composition.ts";
import { type Diagnosis, isError, isHostInterface, isTypesOnly, type Problem } from "../../core/graph/diagnose.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import type { Extern, ExternMap } from "../../core/wit/types.ts";
import { wireId } from "../documents/edit.ts";
import { instancesOf } from "../problems/places.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { languageOf } from "./languages.ts";
import { portLook } from "./port-look.ts";

/** A node but for where it stands: changes with the composition, not while it is dragged. */
type NodeBody = Omit<CanvasNode, "position">;

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
): CanvasModel {
  const { bodies, ...rest } = compositionModel(composition, componentOf, diagnosis);
  return { ...rest, nodes: bodies.map((body) => placed(body, positions.get(body.id) ?? ORIGIN)) };
}

const ORIGIN: Position = { x: 0, y: 0 };
const PLACED = new WeakMap<NodeBody, CanvasNode>();

function placed(body: NodeBody, position: Position): CanvasNode {
  const known = PLACED.get(body);
  if (known?.position === position) return known;
  const node = { ...body, position };
  PLACED.set(body, node);
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
    const used = usedPorts(composition);
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

const UNKNOWN_EXTERN: Extern = {
  kind: "instance",
  type: { kind: "instance", exports: new Map(), resources: [], opaque: true },
};

function externOf(
  composition: Composition,
  componentOf: ComponentLookup,
  instance: string,
  exported: string,
): Extern | undefined {
  const key = composition.instances.find(({ name }) => name === instance)?.component;
  return key === undefined ? undefined : componentOf(key)?.type.exports.get(exported);
}

interface UsedPorts {
  readonly imports: Set<string>;
  readonly exports: Set<string>;
}

function usedPorts(composition: Composition): ReadonlyMap<string, UsedPorts> {
  const used = new Map<string, UsedPorts>();
  const of = (name: string): UsedPorts => getOrInsert(used, name, () => ({ imports: new Set(), exports: new Set() }));
  for (const wire of composition.wires) {
    of(wire.consumer).imports.add(wire.import);
    of(wire.provider).exports.add(wire.export);
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
    capabilities: component ? capabilitiesOf(component.type) : [],
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

function importRail(composition: Composition, { evaluation, problems }: Diagnosis): Rail {
  const chosen = new Set(composition.worldImports);
  const shown = evaluation.imports.filter(
    ({ name, needs }) => chosen.has(name) || needs.some((need) => chosen.has(need.import)),
  );
  const conflicting = new Set(problems.flatMap((p) => (p.kind === "conflicting-imports" ? [p.worldImport] : [])));
  const items = shown.map(({ name, extern, needs }): RailItem => {
    const look = portLook(name, extern);
    return {
      name,
      label: look.label,
      detail: detailOf(look),
      colour: look.colour,
      shape: look.shape,
      state: conflicting.has(name) ? "error" : "idle",
      ends: needs
        .filter(({ instance }) => instance !== "")
        .map((need) => ({ node: need.instance, side: "import", port: need.import })),
    };
  });
  const shownNames = new Set(shown.map(({ name }) => name));
  const host = evaluation.imports.filter(({ name }) => isHostInterface(name) && !shownNames.has(name));
  return {
    title: "World imports",
    detail: "supplied by the host",
    items,
    folded: foldedText(host.map(({ name }) => name)),
  };
}

function detailOf({ packageName, version }: ReturnType<typeof portLook>): string {
  return version === null ? packageName : `${packageName} ${version}`;
}

function foldedText(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const packages = [...new Set(names.flatMap((name) => parseInterfaceName(name)?.packageName ?? []))];
  return `${names.length} wasi ${names.length === 1 ? "interface" : "interfaces"}: ${packages.join(", ")}`;
}

function exportRail(composition: Composition, componentOf: ComponentLookup, { evaluation, problems }: Diagnosis): Rail {
  const failed = new Set(
    problems.flatMap((p) => ("name" in p && isError(p) ? [p.name] : p.kind === "unknown-export" ? [p.export] : [])),
  );
  const asked = composition.exports.map(({ name, instance, export: exported }) => {
    const extern = externOf(composition, componentOf, instance, exported) ?? UNKNOWN_EXTERN;
    return { name, instance, exported, extern };
  });
  const implied = evaluation.exports.flatMap(({ name, item, extern, neededBy }) => {
    if (neededBy === null || item.kind !== "export" || item.of.kind !== "instance") return [];
    return [{ name, instance: item.of.instance, exported: item.name, extern }];
  });
  const items = [...asked, ...implied].map(({ name, instance, exported, extern }): RailItem => {
    const look = portLook(name, extern);
    return {
      name,
      label: look.label,
      detail: detailOf(look),
      colour: look.colour,
      shape: look.shape,
      state: failed.has(name) || failed.has(exported) ? "error" : "idle",
      ends: [{ node: instance, side: "export", port: exported }],
    };
  });
  return { title: "World exports", detail: composition.packageName, items, folded: null };
}
