// A mini-notation for compositions: `a.log -> b.log` gives the export `log` of `a` to the import `log` of `b`.
// Components are made up to match: each instance imports and exports functions of the names that wires mention.

import { type Composition, EMPTY_COMPOSITION, type Wire } from "../core/graph/composition.ts";
import type { ComponentLookup } from "../core/graph/graph.ts";
import { getOrInsert } from "../core/base/collections.ts";
import type { Component } from "../core/wit/read.ts";
import type { Extern } from "../core/wit/types.ts";

const FUNCTION: Extern = { kind: "function", type: { kind: "function", async: false, parameters: [], result: null } };

export interface DrawnComposition {
  readonly composition: Composition;
  readonly componentOf: ComponentLookup;
}

/** The composition that `drawing` shows: wires separated by commas or lines; a bare name is an instance of its own. */
export function graphFromText(drawing: string): DrawnComposition {
  const imports = new Map<string, Set<string>>();
  const exports = new Map<string, Set<string>>();
  const wires: Wire[] = [];
  const end = (text: string): [instance: string, port: string] => {
    const [instance = "", port = ""] = text.trim().split(".");
    getOrInsert(imports, instance, () => new Set());
    getOrInsert(exports, instance, () => new Set());
    return [instance, port];
  };
  for (const part of drawing.split(/[,\n]/).filter((text) => text.trim() !== "")) {
    const [from = "", to] = part.split("->");
    const [provider, exported] = end(from);
    if (to === undefined) continue;
    const [consumer, imported] = end(to);
    exports.get(provider)!.add(exported);
    imports.get(consumer)!.add(imported);
    wires.push({ consumer, import: imported, provider, export: exported });
  }
  const names = [...imports.keys()];
  const components = new Map(
    names.map((name) => [`test:${name}`, componentWith(imports.get(name)!, exports.get(name)!)]),
  );
  const composition: Composition = {
    ...EMPTY_COMPOSITION,
    components: new Map(names.map((name) => [`test:${name}`, { key: `test:${name}`, sha256: name }])),
    instances: names.map((name) => ({ name, component: `test:${name}` })),
    wires,
  };
  return { composition, componentOf: (key) => components.get(key) };
}

/** A component that is nothing but functions without parameters, of these names. */
export function componentWith(imports: Iterable<string>, exports: Iterable<string>): Component {
  const functions = (names: Iterable<string>): Map<string, Extern> =>
    new Map(Array.from(names, (name) => [name, FUNCTION]));
  return {
    type: {
      kind: "component",
      imports: functions(imports),
      exports: functions(exports),
      importedResources: [],
      definedResources: [],
    },
    root: {
      kind: "component",
      name: null,
      range: { start: 0, end: 8 },
      customSections: [],
      producers: new Map(),
      metadata: new Map(),
      parts: [],
    },
    producers: new Map(),
    byteLength: 8,
    notices: [],
  };
}
