// Laws of taking apart: what was composed comes back, the same instances with the same arguments, whatever it was.
// A failure prints the seed and the shrunk composition; LAW_SEED=… runs it again.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { decompose } from "../core/decompose/decompose.ts";
import { projectOf } from "../core/decompose/project-of.ts";
import { readProject } from "../core/deliver/project-files.ts";
import { evaluate } from "../core/graph/evaluate.ts";
import { exportOfInstance, type Graph, type GraphInstance, type Item } from "../core/graph/graph.ts";
import { ok } from "../core/base/result.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { type WitPackage, witPackage, witText } from "./random-wit.ts";
import { componentFromWit, validationError } from "./wasm-tools.ts";

const SEED = Number(process.env["LAW_SEED"] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env["LAW_RUNS"] ?? 15);

function read(bytes: Uint8Array): Component {
  const result = readComponent(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Instances of three components over one package: who exports everything, who passes on the last, who only consumes. */
interface Drawn {
  readonly wit: WitPackage;
  /** Per instance: which component, and for each interface the earlier instance that it is taken from, if any. */
  readonly instances: readonly { readonly part: 0 | 1 | 2; readonly from: readonly (number | null)[] }[];
  readonly exported: readonly number[];
}

const drawn: fc.Arbitrary<Drawn> = witPackage.chain((wit) => {
  const count = wit.interfaces.length;
  const instance = (index: number): fc.Arbitrary<Drawn["instances"][number]> =>
    fc.record({
      part: fc.constantFrom(0 as const, 1 as const, 2 as const),
      from: fc.array(fc.option(fc.integer({ min: 0, max: Math.max(0, index - 1) })), {
        minLength: count,
        maxLength: count,
      }),
    });
  const instances = fc
    .integer({ min: 1, max: 5 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => instance(i))));
  return fc.record({ wit: fc.constant(wit), instances, exported: fc.uniqueArray(fc.nat(4), { maxLength: 2 }) });
});

interface Built {
  readonly graph: Graph;
  readonly bytesOf: ReadonlyMap<string, Uint8Array>;
}

async function build({ wit, instances, exported }: Drawn): Promise<Built> {
  const all = wit.interfaces.map(({ name }) => name);
  const last = all.slice(-1);
  const wits = [witText(wit, [], all), witText(wit, all, last), witText(wit, all, [])];
  const parts = await Promise.all(wits.map((text) => componentFromWit(text, "w")));
  const bytesOf = new Map(parts.map((bytes, i) => [`test:part-x${i}`, bytes]));
  const components = parts.map(read);
  const made: GraphInstance[] = [];
  for (const [index, { part, from }] of instances.entries()) {
    const component = components[part]!;
    const args = new Map<string, Item>();
    for (const [i, name] of all.entries()) {
      const full = `test:gen/${name}@${wit.version}`;
      const provider = made[from[i] ?? -1];
      if (provider?.component.type.exports.has(full) && component.type.imports.has(full)) {
        args.set(full, exportOfInstance(provider.name, full));
      }
    }
    made.push({ name: `n${index}`, key: `test:part-x${part}`, component, arguments: args });
  }
  const taken = new Set<string>();
  const exports = exported.flatMap((index) => {
    const names = [...(made[index]?.component.type.exports.keys() ?? [])].filter((name) => !taken.has(name));
    for (const name of names) taken.add(name);
    return names.map((name) => ({ name, item: exportOfInstance(`n${index}`, name) }));
  });
  return { graph: { instances: made, imports: [], exports }, bytesOf };
}

/** What counts of a graph: names, components, arguments and exports, in no order. */
function essence(graph: Graph, exports: Graph["exports"]): unknown {
  return {
    instances: texts(graph.instances.map(({ name, key, arguments: args }) => [name, key, texts([...args])])),
    imports: graph.imports.map(({ name }) => name),
    exports: texts(exports.map(({ name, item }) => [name, item])),
  };
}

function texts(items: readonly unknown[]): readonly string[] {
  return items.map((item) => JSON.stringify(item)).toSorted();
}

describe(`taking apart, seed ${SEED}`, () => {
  it("decompose ∘ compose gives the same graph, and its project the same composition", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(drawn, async (drawing) => {
        const { graph, bytesOf } = await build(drawing);
        const evaluation = evaluate(graph);
        const options = { packageName: "test:whole", embed: true, toolVersion: "0.0.0" };
        const composed = compose(evaluation, (key) => bytesOf.get(key)!, options);
        if (!composed.ok) return;
        const bytes = joinChunks(composed.value);
        expect(await validationError(bytes)).toBeNull();
        const apart = decompose(bytes, read(bytes), "whole.wasm");
        if (!apart.ok) throw new Error(JSON.stringify(apart.error));
        const exports = evaluation.exports.map(({ name, item }) => ({ name, item }));
        expect(essence(apart.value.graph, apart.value.graph.exports)).toEqual(essence(graph, exports));
        for (const { key, bytes: own } of apart.value.components) expect(own).toEqual(bytesOf.get(key));
        await expectSameProject(bytes, graph);
        taken += 1;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(0);
  });
});

const COMPOSED = new URL("fixtures/composed/", import.meta.url);
const SAMPLES = ["wac-chain", "wac-explicit-import", "wac-imported-components"].map((name) => {
  return new Uint8Array(readFileSync(new URL(`${name}/composed.wasm`, COMPOSED)));
});

describe(`damaged files, seed ${SEED}`, () => {
  it("come apart or are refused with a place, whatever bytes they hold", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), damage, (sample, changes) => {
        const bytes = sample.slice();
        for (const [at, value] of changes) bytes[8 + (at % (bytes.length - 8))] = value;
        const project = projectOf(bytes, "damaged.wasm");
        if (!project.ok) expect(project.error.byteOffset).toBeLessThanOrEqual(bytes.length);
      }),
      { seed: SEED, numRuns: RUNS * 40 },
    );
  });
});

describe("names that would end a string of WAC", () => {
  it("are refused", () => {
    const text = new TextDecoder("latin1").decode(SAMPLES[0]);
    const bytes = Uint8Array.from(text.replaceAll("lines@1", 'li"es@1'), (character) => character.charCodeAt(0));
    expect(projectOf(bytes, "quoted.wasm")).toMatchObject({
      ok: false,
      error: { kind: "not-in-wac", what: "a name with a quote or a control character" },
    });
  });
});

async function expectSameProject(bytes: Uint8Array, graph: Graph): Promise<void> {
  const project = projectOf(bytes, "whole.wasm");
  if (!project.ok) throw new Error(JSON.stringify(project.error));
  const document = await readProject(project.value.files, async (key, path, content) => {
    if (content.kind === "wit") throw new Error(`${path}: what was taken apart has no WIT`);
    return ok({ sha256: key, component: read(content.bytes) });
  });
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  const { wires } = document.value.composition;
  const expected = graph.instances.flatMap(({ name, arguments: args }) =>
    Array.from(args, ([imported, item]) => `${JSON.stringify(item)} -> ${name} ${imported}`),
  );
  const found = wires.map((wire) => {
    return `${JSON.stringify(exportOfInstance(wire.provider, wire.export))} -> ${wire.consumer} ${wire.import}`;
  });
  expect(found.toSorted()).toEqual(expected.toSorted());
}
