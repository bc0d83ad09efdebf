// What the fuzzer feeds and checks: one function per target, each deterministic in its seed. fuzz.test.ts runs them.

import { expect } from "vitest";
import type { Span } from "../core/base/diagnostics.ts";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { evaluate, type Evaluation } from "../core/graph/evaluate.ts";
import { fitOf } from "../core/graph/fit.ts";
import { exportOfInstance, type Graph, type Item } from "../core/graph/graph.ts";
import { parseWac } from "../core/wac/parser.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { unversioned } from "../core/wit/names.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { childrenOf, type Extern } from "../core/wit/types.ts";
import { mutateComponent } from "./mutate-component.ts";
import { mutateText } from "./mutate-text.ts";
import { type Random, randomFrom } from "./random.ts";
import { NO_VERDICT, validationError, worldOf } from "./wasm-tools.ts";

export interface PoolComponent {
  readonly bytes: Uint8Array;
  readonly component: Component;
}

const OPTIONS = { packageName: "test:fuzzed", embed: true, toolVersion: "0.0.0" };

/** The types that can be reached from `type`, each once. */
function reachableFrom(extern: Extern["type"]): number {
  const seen = new Set<object>();
  const rest: Extern["type"][] = [extern];
  for (let type = rest.pop(); type; type = rest.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    rest.push(...childrenOf(type));
  }
  return seen.size;
}

/** A damaged component is refused with a place, or it opens, prints and composes; what wasm-tools accepts opens. */
export async function fuzzReader(seed: number, bases: readonly Uint8Array[]): Promise<void> {
  const random = randomFrom(seed);
  const mutant = mutateComponent(random.pick(bases), bases, random);
  const read = readComponent(mutant);
  if (!read.ok) {
    expect(read.error.byteOffset).toBeLessThanOrEqual(mutant.length);
    // A file that just ends is not always missed by wasm-tools.
    if (read.error.kind === "unexpected-end" && read.error.byteOffset === mutant.length) return;
    expect(await validationError(mutant), JSON.stringify(read.error)).not.toBeNull();
    return;
  }
  expect(reachableFrom(read.value.type)).toBeLessThan(1_000 + 50 * mutant.length);
  printWorld(read.value.type);
  const valid = (await validationError(mutant)) === null;
  const { imports, exports } = read.value.type;
  for (const [name, extern] of exports) {
    for (const [needed, import_] of imports) fitOf({ name, extern }, { name: needed, extern: import_ });
  }
  const graph: Graph = {
    instances: [{ name: "a", key: "test:a", component: read.value, arguments: new Map() }],
    imports: [],
    exports: Array.from(exports.keys(), (name) => ({ name, item: exportOfInstance("a", name) })),
  };
  const evaluation = evaluate(graph);
  if (!valid) return;
  expect(read.value.notices).toEqual([]);
  expect(evaluation.problems).toEqual([]);
  const composed = compose(evaluation, () => mutant, OPTIONS);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  expect([null, NO_VERDICT]).toContain(await validationError(joinChunks(composed.value)));
}

/** A damaged text is parsed, or refused with places inside it. */
export function fuzzWac(seed: number, texts: readonly string[]): void {
  const random = randomFrom(seed);
  const mutant = mutateText(random.pick(texts), texts, random);
  const parsed = parseWac(mutant);
  if (parsed.ok) return;
  const isOutside = ({ start, end }: Span): boolean => start < 0 || end < start || end > mutant.length;
  expect(parsed.error).not.toEqual([]);
  expect(parsed.error.find(({ span }) => isOutside(span))).toBeUndefined();
}

/** A random graph is composed to something valid, or what is said against it is what wasm-tools says of it. */
export async function fuzzGraph(seed: number, pool: readonly PoolComponent[]): Promise<void> {
  const random = randomFrom(seed);
  const graph = randomGraph(pool, random);
  const evaluation = evaluate(graph);
  const bytes = new Map(graph.instances.map(({ key, component }) => [key, bytesOf(pool, component)]));
  expectSameAfterEdit(graph, evaluation, random);
  const kinds = new Set(evaluation.problems.map(({ kind }) => kind));
  // What a conflict or a cycle leaves out can't be forced into a composition.
  if (kinds.has("conflicting-imports") || kinds.has("cycle")) return;
  const forced = compose({ ...evaluation, problems: [] }, (key) => bytes.get(key)!, OPTIONS);
  if (!forced.ok) throw new Error(JSON.stringify(forced.error));
  const theirs = await validationError(joinChunks(forced.value));
  if (theirs === NO_VERDICT) return;
  if (kinds.size === 0) {
    expect(theirs).toBeNull();
    await expectSameWorld(joinChunks(forced.value));
  } else expect(theirs, JSON.stringify(evaluation.problems)).not.toBeNull();
}

/** The world that we read from `bytes` has the imports and exports that wasm-tools prints. */
async function expectSameWorld(bytes: Uint8Array): Promise<void> {
  const theirs = await worldOf(bytes);
  const read = readComponent(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  if (theirs !== null) expect(portLines(printWorld(read.value.type))).toEqual(portLines(theirs));
}

const PORT = /^ {2}(?:import|export) .*$/gm;

function portLines(world: string): readonly string[] {
  return (world.match(PORT) ?? []).map((line) => line.replace(/func\(.*/, "func")).toSorted();
}

/** What an evaluation takes over from one before an edit leaves its answer as it is. */
function expectSameAfterEdit(graph: Graph, evaluation: Evaluation, random: Random): void {
  const edited = random.pick(graph.instances);
  const instances = graph.instances
    .filter((instance) => instance !== edited || random.chance(0.7))
    .map((instance) => {
      const kept = [...instance.arguments].filter(() => instance !== edited || random.chance(0.5));
      return { ...instance, arguments: new Map(kept) };
    });
  const again = evaluate(graph, evaluate({ ...graph, instances }));
  expect(again.problems).toEqual(evaluation.problems);
  const [one, other] = [evaluation, again].map((each) => compose(each, () => new Uint8Array(), OPTIONS));
  expect(other).toEqual(one);
}

function bytesOf(pool: readonly PoolComponent[], component: Component): Uint8Array {
  return pool.find((one) => one.component === component)!.bytes;
}

function randomGraph(pool: readonly PoolComponent[], random: Random): Graph {
  const chosen = Array.from({ length: 2 + random.below(5) }, (_, i) => ({
    name: `n${i}`,
    at: random.below(pool.length),
  }));
  const instances = chosen.map(({ name, at }, i) => {
    const { component } = pool[at]!;
    const earlier = random.chance(0.02) ? chosen : chosen.slice(0, i);
    const args = new Map<string, Item>();
    for (const [needed, extern] of component.type.imports) {
      const offers = earlier.flatMap((other) =>
        Array.from(pool[other.at]!.component.type.exports, ([offer, offered]) => ({ other, offer, offered })),
      );
      const fitting = offers.filter(({ offer, offered }) => {
        if (offered.kind !== extern.kind) return false;
        return unversioned(offer) === unversioned(needed) || random.chance(0.02);
      });
      if (fitting.length > 0 && random.chance(0.7)) {
        const { other, offer } = random.pick(fitting);
        args.set(needed, exportOfInstance(other.name, offer));
      }
    }
    return { name, key: `test:c${at}`, component, arguments: args };
  });
  const exports = new Map<string, Item>();
  for (const { name, component } of instances) {
    for (const exported of component.type.exports.keys()) {
      if (random.chance(0.4)) exports.set(exported, exportOfInstance(name, exported));
    }
  }
  return { instances, imports: [], exports: Array.from(exports, ([name, item]) => ({ name, item })) };
}
