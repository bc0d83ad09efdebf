// The fuzzer: damaged components, damaged WAC texts, random graphs. No exception, no hang, memory bounded by the input,
// and wasm-tools' verdict on whatever comes out. Seeds that found a fault stand in fixtures/fuzz-seeds.json and are
// always replayed. FUZZ_SECONDS=60 runs each target that long; FUZZ_SEED=… begins where a failure was printed.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, it } from "vitest";
import { memoizeLast } from "../core/base/memo.ts";
import { readComponent } from "../core/wit/read.ts";
import { fuzzGraph, fuzzReader, fuzzWac, type PoolComponent } from "./fuzz.ts";
import { neighbour, witPackage, witText } from "./random-wit.ts";
import { componentFromWit } from "./wasm-tools.ts";

const SECONDS = Number(process.env["FUZZ_SECONDS"] ?? 0);
const SEED = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const SAMPLES = fileURLToPath(new URL("../public/samples/", import.meta.url));
const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));
const LARGEST_BASE_BYTES = 16_000;
const GRAPHS_PER_POOL = 200;

type Target = "reader" | "wac" | "graph";
const PINNED = JSON.parse(readFileSync(`${FIXTURES}fuzz-seeds.json`, "utf8")) as Record<Target, readonly number[]>;

function filesBelow(folder: string, extension: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(extension))
    .toSorted()
    .map((name) => folder + name);
}

/** Runs the pinned seeds and then new ones, `count` of them or for as long as FUZZ_SECONDS says. */
async function fuzz(target: Target, count: number, run: (seed: number) => Promise<void> | void): Promise<void> {
  const check = async (seed: number): Promise<void> => {
    try {
      await run(seed);
    } catch (cause) {
      throw new Error(`FUZZ_SEED=${seed} for the ${target}`, { cause });
    }
  };
  for (const seed of PINNED[target]) await check(seed);
  const end = performance.now() + SECONDS * 1000;
  for (let i = 0; SECONDS > 0 ? performance.now() < end : i < count; i++) await check(SEED + i);
}

/** Components of random packages and their neighbours: the same interface in slightly different forms. */
const poolFor = memoizeLast(async (seed: number): Promise<readonly PoolComponent[]> => {
  const packages = fc.sample(
    witPackage.chain((wit) => fc.tuple(fc.constant(wit), neighbour(wit), neighbour(wit))),
    { seed, numRuns: 4 },
  );
  const pool: PoolComponent[] = [];
  for (const wit of packages.flat()) {
    const names = wit.interfaces.map(({ name }) => name);
    for (const text of [
      witText(wit, names, []),
      witText(wit, [], names),
      witText(wit, names.slice(0, -1), names.slice(-1)),
      witText(wit, names.slice(-1), names.slice(-1)),
    ]) {
      const bytes = await componentFromWit(text, "w");
      const read = readComponent(bytes);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      pool.push({ bytes, component: read.value });
    }
  }
  return pool;
});

describe(`fuzzing, seed ${SEED}`, { timeout: 30_000 + SECONDS * 2_000 }, () => {
  it("the reader survives damaged components and opens every valid one", async () => {
    const samples = filesBelow(SAMPLES, ".wasm").map((path) => new Uint8Array(readFileSync(path)));
    const small = samples.filter(({ length }) => length < LARGEST_BASE_BYTES);
    const bases = [...small, ...(await poolFor(0)).map(({ bytes }) => bytes)];
    await fuzz("reader", 250, (seed) => fuzzReader(seed, bases));
  });

  it("the WAC parser survives damaged texts", async () => {
    const paths = [...filesBelow(SAMPLES, ".wac"), ...filesBelow(FIXTURES, ".wac")];
    const texts = paths.map((path) => readFileSync(path, "utf8"));
    await fuzz("wac", 300, (seed) => fuzzWac(seed, texts));
  });

  it("a random graph is composed to something valid, or wasm-tools refuses it too", async () => {
    await fuzz("graph", 100, async (seed) => fuzzGraph(seed, await poolFor(Math.floor(seed / GRAPHS_PER_POOL))));
  });
});
