// A graph → what pictures of it show: a box per instance with all of its ports, a box per import of the whole that is
// used and per export, and the lines between them. Sizes are in pixels; where boxes go is a layout's business.

import { interfaceOf } from "../graph/fit.ts";
import type { Evaluation } from "../graph/evaluate.ts";
import type { Graph, Item } from "../graph/graph.ts";
import type { Extern } from "../wit/types.ts";
import { type PortColour, portLook } from "./port-look.ts";

export interface DrawnPort {
  /** Unique on its side of the box. */
  readonly id: string;
  readonly label: string;
  readonly version: string | null;
  readonly colour: PortColour;
  readonly shape: "circle" | "diamond";
}

export interface DrawnBox {
  readonly id: string;
  readonly kind: "instance" | "import" | "export";
  readonly title: string;
  /** The component of an instance, the package of an import or export; may be empty. */
  readonly subtitle: string;
  /** Left side. */
  readonly inputs: readonly DrawnPort[];
  /** Right side. */
  readonly outputs: readonly DrawnPort[];
}

export interface DrawnEnd {
  readonly box: string;
  readonly port: string;
}

export interface DrawnLine {
  readonly from: DrawnEnd;
  readonly to: DrawnEnd;
  readonly label: string;
  readonly colour: PortColour;
}

export interface Drawing {
  readonly boxes: readonly DrawnBox[];
  readonly lines: readonly DrawnLine[];
}

/** The picture of `graph`, whose evaluation says where arguments come from; `hostImports` false leaves imports out. */
export function drawingOf(graph: Graph, evaluation: Evaluation, { hostImports }: { hostImports: boolean }): Drawing {
  const boxes: DrawnBox[] = graph.instances.map(({ name, key, component: { type } }) => ({
    id: `instance ${name}`,
    kind: "instance",
    title: name,
    subtitle: key,
    inputs: Array.from(type.imports, ([port, extern]) => drawnPort(port, extern)),
    outputs: Array.from(type.exports, ([port, extern]) => drawnPort(port, extern)),
  }));
  const lines: DrawnLine[] = [];
  const connect = (item: Item, to: DrawnEnd, port: DrawnPort): void => {
    const from = endOf(item);
    if (from) lines.push({ from, to, label: port.label, colour: port.colour });
  };
  const used = new Set<string>();
  for (const { instance, sources } of evaluation.instances) {
    for (const [name, source] of sources) {
      if (source.kind === "type-of-argument") continue;
      const port = drawnPort(name, instance.component.type.imports.get(name)!);
      const to = { box: `instance ${instance.name}`, port: port.id };
      if (source.kind === "item" && source.item.kind !== "import") connect(source.item, to, port);
      else if (hostImports) {
        const wanted = source.kind === "item" ? (source.item as { readonly name: string }).name : source.name;
        const merged = evaluation.findImport(wanted)?.name ?? wanted;
        used.add(merged);
        connect({ kind: "import", name: merged }, to, port);
      }
    }
  }
  for (const { name, extern } of evaluation.imports) {
    if (used.has(name)) boxes.push(worldBox("import", name, extern));
  }
  for (const { name, item, extern } of evaluation.exports) {
    const box = worldBox("export", name, extern);
    boxes.push(box);
    connect(item, { box: box.id, port: name }, box.inputs[0]!);
  }
  const known = new Set(boxes.map(({ id }) => id));
  return { boxes, lines: lines.filter(({ from, to }) => known.has(from.box) && known.has(to.box)) };
}

function drawnPort(name: string, extern: Extern): DrawnPort {
  const { label, version, colour, shape } = portLook(name, extern);
  return { id: name, label, version, colour, shape };
}

function worldBox(kind: "import" | "export", name: string, extern: Extern): DrawnBox {
  const port = drawnPort(name, extern);
  const { packageName } = portLook(interfaceOf({ name, extern }), extern);
  const subtitle = packageName + (port.version === null ? "" : ` ${port.version}`);
  const [inputs, outputs] = kind === "import" ? [[], [port]] : [[port], []];
  return { id: `${kind} ${name}`, kind, title: port.label, subtitle, inputs, outputs };
}

/** The box and port that `item` comes out of: for a path into an instance, its outermost export. */
function endOf(item: Item): DrawnEnd | null {
  if (item.kind === "import") return { box: `import ${item.name}`, port: item.name };
  if (item.kind === "instance") return { box: `instance ${item.instance}`, port: "" };
  let inner = item;
  while (inner.of.kind === "export") inner = inner.of;
  if (inner.of.kind === "import") return { box: `import ${inner.of.name}`, port: inner.of.name };
  return { box: `instance ${inner.of.instance}`, port: inner.name };
}
