// A graph as plain records: nodes by number, and the edges between them, for other programs to read.

import { printExternKind } from "../wit/print-extern-kind.ts";
import type { Extern, NamedType } from "../wit/types.ts";
import type { Graph, Item } from "./graph.ts";
import { externOfItem, type ItemTypes } from "./item-types.ts";

export interface NodeRecord {
  readonly id: number;
  readonly kind: "definition" | "import" | "instance" | "alias";
  /** The instance's own name, or that under which a type or an import is known outside. */
  readonly name: string;
  /** What it is, in a word or two: `function`, `interface`, `record`. */
  readonly type: string;
  /** Key of the component of an instance, else null. */
  readonly component: string | null;
  readonly exports: readonly string[];
}

export type EdgeRecord =
  /** `to` is made with `from` as its argument `name`. */
  | { readonly kind: "argument"; readonly from: number; readonly to: number; readonly name: string }
  /** `to` is the export `name` of `from`. */
  | { readonly kind: "alias"; readonly from: number; readonly to: number; readonly name: string };

export interface GraphRecord {
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
}

/** The record of `graph`: types, imports and instances in its order, and what is taken from them where it is needed. */
export function graphRecord(graph: Graph): GraphRecord {
  return new Recorder(graph).record();
}

class Recorder {
  readonly #graph: Graph;
  readonly #types: ItemTypes;
  readonly #nodes: (NodeRecord & { readonly exports: string[] })[] = [];
  readonly #edges: EdgeRecord[] = [];
  readonly #ids = new Map<string, number>();

  constructor(graph: Graph) {
    this.#graph = graph;
    const imports = new Map(graph.imports.map(({ name, extern }) => [name, extern]));
    const instances = new Map(graph.instances.map(({ name, component }) => [name, component.type.exports]));
    this.#types = {
      import: (name) => imports.get(name),
      instance: (name) => {
        const exports = instances.get(name);
        return exports && { kind: "instance", type: { kind: "instance", exports, resources: [] } };
      },
    };
  }

  record(): GraphRecord {
    const { definitions = [], imports, instances, exports } = this.#graph;
    for (const { name, type } of definitions) this.#add("definition", name, typeExtern(type)).exports.push(name);
    for (const { name } of imports) this.#id({ kind: "import", name });
    for (const instance of instances) this.#id({ kind: "instance", instance: instance.name });
    for (const { name: instance, arguments: args } of instances) {
      const to = this.#id({ kind: "instance", instance });
      for (const [name, item] of args) this.#edges.push({ kind: "argument", from: this.#id(item), to, name });
    }
    for (const { name, item } of exports) this.#nodes[this.#id(item)]!.exports.push(name);
    return { nodes: this.#nodes, edges: this.#edges };
  }

  #id(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const owner = item.kind === "export" ? this.#id(item.of) : null;
    const kind = item.kind === "export" ? "alias" : item.kind;
    const name = item.kind === "instance" ? item.instance : item.name;
    const { id } = this.#add(kind, name, externOfItem(item, this.#types));
    if (owner !== null) this.#edges.push({ kind: "alias", from: owner, to: id, name });
    this.#ids.set(key, id);
    return id;
  }

  #add(
    kind: NodeRecord["kind"],
    name: string,
    extern: Extern | undefined,
  ): { readonly id: number; readonly exports: string[] } {
    const instance = kind === "instance" ? this.#graph.instances.find((other) => other.name === name) : undefined;
    const type = extern ? printExternKind(extern) : "unknown";
    const node = { id: this.#nodes.length, kind, name, type, component: instance?.key ?? null, exports: [] };
    this.#nodes.push(node);
    return node;
  }
}

function typeExtern(type: NamedType): Extern {
  return { kind: "type", type };
}
