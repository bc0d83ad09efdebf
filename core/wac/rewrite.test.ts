// Text and canvas stay one: whatever is done on the canvas, the text says it, and says the rest as it was written.
// A failure prints the seed and the commands; REWRITE_SEED=… runs it again.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../base/wording.ts";
import { applyCommand, type DocumentCommand } from "../graph/commands.ts";
import { type Composition, type Document, EMPTY_COMPOSITION, EMPTY_DOCUMENT } from "../graph/composition.ts";
import { diagnose } from "../graph/diagnose.ts";
import { graphOf } from "../graph/graph.ts";
import { topologyOf } from "../graph/topology.ts";
import type { Component } from "../wit/read.ts";
import { componentWith } from "../../tests/graph-from-text.ts";
import { graphWithText } from "./graph-with-text.ts";
import { parseWac } from "./parser.ts";
import { resolveWac } from "./resolve.ts";
import { wacOf } from "./rewrite.ts";

const SEED = Number(process.env["REWRITE_SEED"] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env["REWRITE_RUNS"] ?? 60);

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
const component = (imports: string, exports: string): Component => componentWith(words(imports), words(exports));

const COMPONENTS: ReadonlyMap<string, Component> = new Map([
  ["demo:store", component("clock", "get put")],
  ["demo:cache", component("get put tick", "cached-get flush")],
  ["demo:desk", component("get log extra", "run stop")],
  ["demo:logger", component("clock", "log")],
]);
const componentOf = (key: string): Component | undefined => COMPONENTS.get(key);

const TEXT = `// What this is for.

// Right above the package.
package demo:whole;

/// A record that nothing here uses.
record point { x: u8,   y: u8 }

// Given by the host.
import clock as host-clock: func();
interface tools { turn: func(); }

let store = new demo:store { "clock": clock }; // behind the store
let cache = new demo:cache { ...store, ... };

// Far from what follows.

// Aliased on purpose.
let get = store.get;
let desk = new demo:desk {
  get, // inferred
  /* named */ log: (new demo:logger { clock }).log,
  ...
};

export desk["run"] as "start"; export clock as ticking;
// All of it:
export cache...;
// The end.
`;

function read(text: string): Composition {
  const parsed = parseWac(text);
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.error)}\n${text}`);
  const resolved = resolveWac(parsed.value, text, (key) => {
    const found = COMPONENTS.get(key);
    return found && { reference: { key, sha256: key }, component: found };
  });
  if (!resolved.ok) throw new Error(`${JSON.stringify(resolved.error)}\n${text}`);
  return resolved.value.composition;
}

const documentOf = (text: string): Document => ({ ...EMPTY_DOCUMENT, composition: read(text) });

function apply(document: Document, ...commands: readonly DocumentCommand[]): Document {
  return commands.reduce((before, command) => {
    const after = applyCommand(before, command);
    if (!after.ok) throw new Error(after.error.kind);
    return after.value;
  }, document);
}

const textOf = ({ composition }: Document): string => wacOf(composition, componentOf);

/** What the canvas draws, in an order of its own. */
function drawn({ packageName, instances, wires, exports }: Composition): unknown {
  const sorted = (items: readonly object[]): string[] => items.map((item) => JSON.stringify(item)).toSorted();
  return {
    packageName,
    instances: sorted(instances.map(({ name, component: key }) => ({ name, key }))),
    wires: sorted(wires.map((wire) => [wire.consumer, wire.import, wire.provider, wire.export])),
    exports: sorted(exports.map((one) => [one.name, one.instance, one.export])),
  };
}

const wire = (provider: string, exported: string, consumer: string, imported: string): DocumentCommand => ({
  kind: "connect",
  wire: { consumer, import: imported, provider, export: exported },
});
const add = (name: string, key: string): DocumentCommand => ({
  kind: "add-instance",
  name,
  component: { key, sha256: key },
  position: { x: 0, y: 0 },
});

describe("the text of a composition that was read from text", () => {
  const document = documentOf(TEXT);

  it("is the same text while nothing changes", () => expect(textOf(document)).toBe(TEXT));

  it.each<[string, readonly DocumentCommand[], string, string]>([
    [
      "a wire added before `...`",
      [wire("store", "put", "desk", "extra")],
      "\n  ...\n};",
      '\n  "extra": store["put"],\n  ...\n};',
    ],
    [
      "a wire cut, and the import left open",
      [{ kind: "disconnect", consumer: "desk", import: "get" }],
      "  get, // inferred\n",
      "  // inferred\n",
    ],
    [
      "a wire in the place of an import that the canvas doesn't draw",
      [add("timer", "demo:logger"), wire("timer", "log", "store", "clock")],
      'let store = new demo:store { "clock": clock }; // behind the store',
      'let timer = new demo:logger { ... };\n\nlet store = new demo:store { "clock": timer["log"] }; // behind the store',
    ],
    [
      "an export under another name",
      [{ kind: "rename-export", name: "start", to: "begin" }],
      'as "start"',
      'as "begin"',
    ],
    [
      "an export taken back",
      [{ kind: "unexport", name: "start" }],
      '\n\nexport desk["run"] as "start"; export',
      "\nexport",
    ],
    [
      "one of the exports that were spread taken back",
      [{ kind: "unexport", name: "flush" }],
      "\n// All of it:\nexport cache...;\n",
      '\nexport cache["cached-get"];\n',
    ],
    [
      "the package under another name",
      [{ kind: "rename-package", to: "demo:new@2.0.0" }],
      "demo:whole;",
      "demo:new@2.0.0;",
    ],
    [
      "an instance without a `let` under a name",
      [{ kind: "rename-instance", name: "logger", to: "log" }],
      "let desk = new demo:desk {\n  get, // inferred\n  /* named */ log: (new demo:logger { clock }).log,",
      "let log = (new demo:logger { clock });\n\nlet desk = new demo:desk {\n  get, // inferred\n  /* named */ log: log.log,",
    ],
  ])("has %s, and nothing else changed", (_what, commands, before, after) => {
    expect(TEXT).toContain(before);
    expect(textOf(apply(document, ...commands))).toBe(TEXT.replace(before, () => after));
  });

  it("follows a new name to every mention", () => {
    const text = textOf(apply(document, { kind: "rename-instance", name: "store", to: "shelf" }));
    expect(text).toBe(
      TEXT.replace("let store", "let shelf").replace("...store", "...shelf").replace("= store.get", "= shelf.get"),
    );
  });

  it("loses what hung on an instance with it, and keeps what the canvas can't draw", () => {
    const text = textOf(apply(document, { kind: "remove-instances", names: ["store"] }));
    expect(text).not.toMatch(/store|let get/);
    expect(text).toContain("import clock as host-clock: func();\ninterface tools { turn: func(); }\n");
    expect(text).toContain("// Far from what follows.");
    expect(drawn(read(text))).toEqual(
      drawn(apply(document, { kind: "remove-instances", names: ["store"] }).composition),
    );
  });

  it("composes with what only the text says", () => {
    const changed = apply(document, wire("store", "put", "desk", "extra"));
    const graph = graphWithText(changed.composition, componentOf);
    expect(graph.imports.map(({ name }) => name)).toEqual(["host-clock"]);
    expect(graph.exports.map(({ name }) => name)).toEqual(["start", "ticking", "cached-get", "flush"]);
    expect(graph.definitions?.map(({ name }) => name)).toEqual(["point", "tools"]);
    expect(graph.instances.find(({ name }) => name === "desk")?.arguments.has("extra")).toBe(true);
  });
});

it("a package that the text takes types from is missed by name, and the rest still drawn", () => {
  const source = {
    text: "package a:b;\nimport i: no:body/i;\n",
    saysMore: true,
    packages: ["no:body"],
    instances: [],
    exports: [],
  };
  const composition: Composition = { ...EMPTY_COMPOSITION, packageName: "a:b", source };
  const { problems } = diagnose(composition, componentOf, undefined, graphWithText(composition, componentOf));
  expect(problems.map(formatDiagnostic)).toEqual([expect.stringContaining("error W3020: The package `no:body`")]);
});

/** Some command that makes sense for `composition`, picked by numbers. */
function commandFor({ instances, wires, exports }: Composition, [kind, a, b, c]: readonly number[]): DocumentCommand {
  const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(items.length, 1)];
  const ports = (direction: "imports" | "exports"): readonly (readonly [string, string])[] =>
    instances.flatMap(({ name, component: key }) =>
      Array.from(COMPONENTS.get(key)!.type[direction].keys(), (port) => [name, port] as const),
    );
  const [from, to] = [pick(ports("exports"), a!), pick(ports("imports"), b!)];
  const other = pick([...COMPONENTS.keys()], a!)!;
  const fallback = add(`extra-${a}-${b}-${c}`, other);
  const chosen = pick(instances, a!);
  switch (kind) {
    case 0:
      return from && to ? wire(from[0], from[1], to[0], to[1]) : fallback;
    case 1: {
      const cut = pick(wires, a!);
      return cut ? { kind: "disconnect", consumer: cut.consumer, import: cut.import } : fallback;
    }
    case 2:
      return chosen ? { kind: "remove-instances", names: [chosen.name] } : fallback;
    case 3:
      return chosen ? { kind: "rename-instance", name: chosen.name, to: `other-${b}-${c}` } : fallback;
    case 4:
      return from ? { kind: "export", export: { name: `out-${b}`, instance: from[0], export: from[1] } } : fallback;
    case 5: {
      const gone = pick(exports, a!);
      return gone ? { kind: "unexport", name: gone.name } : fallback;
    }
    case 6: {
      const renamed = pick(exports, a!);
      return renamed ? { kind: "rename-export", name: renamed.name, to: `again-${b}` } : fallback;
    }
    case 7:
      return chosen
        ? { kind: "replace-component", names: [chosen.name], component: { key: other, sha256: other } }
        : fallback;
    default:
      return fallback;
  }
}

describe(`random edits, seed ${SEED}`, () => {
  it("the text says what the canvas shows, and keeps every statement that it can't show", () => {
    const numbers = fc.tuple(fc.nat(8), fc.nat(40), fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 12 }), (choices) => {
        let document = documentOf(TEXT);
        for (const choice of choices) {
          const after = applyCommand(document, commandFor(document.composition, choice));
          if (!after.ok || topologyOf(graphOf(after.value.composition, componentOf)).cycles.length > 0) continue;
          if (hasDangling(after.value.composition)) continue;
          document = after.value;
          const text = textOf(document);
          expect(drawn(read(text)), text).toEqual(drawn(document.composition));
          expect(text).toContain("// Given by the host.\nimport clock as host-clock: func();");
          expect(text).toContain("/// A record that nothing here uses.\nrecord point { x: u8,   y: u8 }");
          expect(text).toContain("export clock as ticking;");
          // What was read again gives the same text again.
          expect(textOf({ ...document, composition: read(text) })).toBe(text);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

/** True where a wire or export is of a port that its component doesn't have: text can't say that. */
function hasDangling({ instances, wires, exports }: Composition): boolean {
  const typeOf = (name: string): Component["type"] =>
    COMPONENTS.get(instances.find((instance) => instance.name === name)!.component)!.type;
  return (
    wires.some(
      (one) => !typeOf(one.consumer).imports.has(one.import) || !typeOf(one.provider).exports.has(one.export),
    ) || exports.some((one) => !typeOf(one.instance).exports.has(one.export))
  );
}
