// Laws of reading, printing and composing that hold of any component, with wasm-tools as the judge.
// A failure prints the seed and the shrunk package; LAW_SEED=… runs it again.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { evaluate } from "../core/graph/evaluate.ts";
import { fitOf } from "../core/graph/fit.ts";
import { exportOfInstance, type Graph, type Item } from "../core/graph/graph.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { neighbour, type WitPackage, witPackage, witText } from "./random-wit.ts";
import { componentFromWit, validationError } from "./wasm-tools.ts";

const SEED = Number(process.env["LAW_SEED"] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env["LAW_RUNS"] ?? 60);
const SETTINGS = { seed: SEED, numRuns: RUNS };
const OPTIONS = { packageName: "test:composed", embed: true, toolVersion: "0.0.0" };

function read(bytes: Uint8Array): Component {
  const result = readComponent(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const names = (wit: WitPackage): string[] => wit.interfaces.map(({ name }) => name);

function instance(
  name: string,
  component: Component,
  args: readonly (readonly [string, Item])[] = [],
): Graph["instances"][number] {
  return { name, key: `test:${name}`, component, arguments: new Map(args) };
}

describe(`laws, seed ${SEED}`, () => {
  it("read ∘ print ∘ embed ∘ read gives the same world", async () => {
    await fc.assert(
      fc.asyncProperty(witPackage, fc.boolean(), async (wit, exported) => {
        const all = names(wit);
        const text = exported ? witText(wit, [], all) : witText(wit, all, []);
        const printed = printWorld(read(await componentFromWit(text, "w")).type);
        const again = await componentFromWit(printed, "root");
        expect(printWorld(read(again).type)).toBe(printed);
      }),
      SETTINGS,
    );
  });

  it("a component wrapped in a composition keeps its world and stays valid", async () => {
    await fc.assert(
      fc.asyncProperty(witPackage, async (wit) => {
        const all = names(wit);
        const bytes = await componentFromWit(witText(wit, all.slice(0, -1), all.slice(-1)), "w");
        const component = read(bytes);
        const exports = Array.from(component.type.exports.keys(), (name) => ({
          name,
          item: exportOfInstance("a", name),
        }));
        const composed = compose(
          evaluate({ instances: [instance("a", component)], imports: [], exports }),
          () => bytes,
          OPTIONS,
        );
        if (!composed.ok) throw new Error(JSON.stringify(composed.error));
        const result = joinChunks(composed.value);
        expect(await validationError(result)).toBeNull();
        expect(sortedLines(printWorld(read(result).type))).toEqual(sortedLines(printWorld(component.type)));
      }),
      SETTINGS,
    );
  });

  it("our verdict on a wire is wasm-tools' verdict on the composition", async () => {
    await fc.assert(
      fc.asyncProperty(
        witPackage.chain((wit) => fc.tuple(fc.constant(wit), neighbour(wit))),
        async ([offered, needed]) => {
          const [name] = names(offered).slice(-1);
          const provider = await componentFromWit(witText(offered, [], [name!]), "w");
          const consumer = await componentFromWit(witText(needed, [name!], []), "w");
          const [exportName, importName] = [
            `test:gen/${name}@${offered.version}`,
            `test:gen/${name}@${needed.version}`,
          ];
          const [p, c] = [read(provider), read(consumer)];
          if (!c.type.imports.has(importName)) return;
          const graph = {
            instances: [instance("p", p), instance("c", c, [[importName, exportOfInstance("p", exportName)]])],
            imports: [],
            exports: [],
          };
          const evaluation = evaluate(graph);
          const forced = compose(
            { ...evaluation, problems: [] },
            (key) => (key === "test:p" ? provider : consumer),
            OPTIONS,
          );
          if (!forced.ok) throw new Error("forced compositions are written whatever is wrong with them");
          const theirs = await validationError(joinChunks(forced.value));
          expect({ problems: evaluation.problems, theirs }).toSatisfy(
            () => (evaluation.problems.length === 0) === (theirs === null),
          );
          // The verdict before evaluation may be kinder, for want of resource identity, but never harsher.
          const fit = fitOf(
            { name: exportName, extern: p.type.exports.get(exportName)! },
            { name: importName, extern: c.type.imports.get(importName)! },
          );
          if (fit.kind === "unfit") expect(evaluation.problems).not.toEqual([]);
        },
      ),
      SETTINGS,
    );
  });
});

function sortedLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .toSorted();
}
