// Models for tests, drawn as text: `graphFromText("a.log -> b.log, b.out -> c.in")` makes instances in a row with the
// ports and wires it names; `world -> a.http` joins an import with the left rail, `c.out -> world` an export with the right.

import type { CanvasModel, CanvasNode, CanvasPort, CanvasWire, Rail, RailItem } from "../canvas-model.ts";
import type { MeasureText } from "../geometry/node-layout.ts";

/** Every letter is 6 wide. */
export const measureLetters: MeasureText = (text) => text.length * 6;

const PITCH = 300;

export function graphFromText(text: string): CanvasModel {
  const nodes = new Map<string, { imports: string[]; exports: string[] }>();
  const wires: CanvasWire[] = [];
  const world = { imports: [] as RailItem[], exports: [] as RailItem[] };
  const end = (name: string, side: "import" | "export") => {
    const [node = "", port = ""] = name.split(".");
    const ports = nodes.get(node) ?? { imports: [], exports: [] };
    nodes.set(node, ports);
    const list = side === "import" ? ports.imports : ports.exports;
    if (!list.includes(port)) list.push(port);
    return { node, side, port };
  };
  for (const [from = "", to = ""] of text.split(", ").map((wire) => wire.split(" -> "))) {
    if (from === "world") world.imports.push(itemOf(end(to, "import")));
    else if (to === "world") world.exports.push(itemOf(end(from, "export")));
    else {
      const source = end(from, "export");
      const target = end(to, "import");
      const { port } = source;
      wires.push({
        id: `${from}->${to}`,
        source,
        target,
        label: port,
        version: null,
        colour: "jade",
        shape: "circle",
        state: "idle",
      });
    }
  }
  return {
    nodes: [...nodes].map(([id, ports], i) => nodeOf(id, ports.imports, ports.exports, i * PITCH)),
    wires,
    worldImports: railOf(world.imports),
    worldExports: railOf(world.exports),
  };
}

function nodeOf(id: string, imports: readonly string[], exports: readonly string[], x: number): CanvasNode {
  return {
    id,
    title: id,
    packageName: id,
    version: null,
    language: null,
    position: { x, y: 0 },
    imports: imports.map(portOf),
    exports: exports.map(portOf),
    capabilities: [],
    problem: null,
  };
}

function portOf(name: string): CanvasPort {
  return { name, label: name, version: null, colour: "jade", shape: "circle", state: "wired" };
}

function itemOf(end: RailItem["ends"][number]): RailItem {
  return { name: end.port, label: end.port, detail: "", colour: "slate", shape: "circle", state: "idle", ends: [end] };
}

function railOf(items: readonly RailItem[]): Rail {
  return { title: "World", detail: "", items, folded: null };
}
