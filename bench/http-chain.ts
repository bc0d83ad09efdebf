// A chain of HTTP middleware, each instance wired to the one before: what it costs to check, to check again after an
// edit, and to compose.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadComposition } from "../cli/load.ts";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { type Composition, EMPTY_COMPOSITION } from "../core/graph/composition.ts";
import { type Diagnosis, diagnose, isError } from "../core/graph/diagnose.ts";
import { Writer } from "../core/binary/writer.ts";
import { SECTION } from "../core/binary/opcodes.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { componentFromWit } from "../tests/wasm-tools.ts";
import type { Pair } from "./engine.ts";

const HTTP_COMPONENT = "public/samples/orders/deps/shop/gateway/1.2.0.wasm";
const HANDLER = "wasi:http/incoming-handler@0.2.12";
const KEY = "bench:middleware@1.0.0";
const FRAME_MS = 1000 / 60;
const HEAVY_BYTES = 10_000_000;
const OPTIONS = { packageName: "bench:chain", embed: true, toolVersion: "bench" };

export interface HttpChain {
  readonly composition: Composition;
  readonly component: Component;
  readonly bytes: Uint8Array;
}

function read(bytes: Uint8Array): Component {
  const result = readComponent(bytes);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** `length` instances of one component with the world of a real HTTP service, which also imports a handler. */
export async function httpChain(length: number): Promise<HttpChain> {
  const world = printWorld(read(readFileSync(HTTP_COMPONENT)).type);
  const bytes = await componentFromWit(world.replace("world root {", `world root {\n  import ${HANDLER};`), "root");
  const instances = Array.from({ length }, (_, i) => ({ name: `stage${i}`, component: KEY }));
  const wires = instances.slice(1).map(({ name: consumer }, i) => {
    return { consumer, import: HANDLER, provider: `stage${i}`, export: HANDLER };
  });
  const exports = [{ name: HANDLER, instance: `stage${length - 1}`, export: HANDLER }];
  const components = new Map([[KEY, { key: KEY, sha256: KEY }]]);
  return {
    composition: { ...EMPTY_COMPOSITION, components, instances, wires, exports },
    component: read(bytes),
    bytes,
  };
}

/** The chain as WAC. */
export function chainText(length: number): string {
  const lines = Array.from({ length }, (_, i) => {
    const handler = i === 0 ? "" : `"${HANDLER}": stage${i - 1}["${HANDLER}"], `;
    return `let stage${i} = new ${KEY} { ${handler}... };`;
  });
  return ["package bench:chain;", ...lines, `export stage${length - 1}["${HANDLER}"];`, ""].join("\n");
}

/** Checking again with one wire taken out or put back, beside checking from scratch. */
export function recheckingPair({ composition, component }: HttpChain): Pair {
  const { wires, instances } = composition;
  const edited = { ...composition, wires: wires.toSpliced(wires.length >> 1, 1) };
  const componentOf = (): Component => component;
  let latest: Diagnosis = diagnose(composition, componentOf);
  let isEdited = false;
  return {
    name: `${instances.length} instances`,
    byteLength: 0,
    work: () => {
      isEdited = !isEdited;
      latest = diagnose(isEdited ? edited : composition, componentOf, latest);
    },
    yardstick: () => void diagnose(composition, componentOf),
  };
}

/** The milliseconds of one frame, for what has to fit into it. */
export function shareOfFrame(milliseconds: number): number {
  return milliseconds / FRAME_MS;
}

/** Composing the chain from its evaluation, beside checking it. */
export function chainPair({ composition, component, bytes }: HttpChain): Pair {
  const componentOf = (): Component => component;
  const { evaluation, problems } = diagnose(composition, componentOf);
  if (problems.some(isError)) throw new Error("the chain has errors");
  const run = (): Uint8Array => {
    const composed = compose(evaluation, () => bytes, OPTIONS);
    if (!composed.ok) throw new Error("the chain cannot be composed");
    return joinChunks(composed.value);
  };
  return {
    name: `${composition.instances.length} instances`,
    byteLength: run().length,
    work: () => void run(),
    yardstick: () => void diagnose(composition, componentOf),
  };
}

/** Composing three components of ten megabytes each, as chunks and into one buffer, beside copying them into one. */
export function heavyPairs({ composition, component, bytes }: HttpChain): readonly Pair[] {
  const heavy = padded(bytes, HEAVY_BYTES);
  const keys = ["a", "b", "c"].map((name) => `bench:${name}@1.0.0`);
  const instances = keys.map((key, i) => ({ name: `stage${i}`, component: key }));
  const three = { ...composition, instances, wires: composition.wires.slice(0, 2), exports: [] };
  const { evaluation } = diagnose(three, () => component);
  const chunks = (): readonly Uint8Array[] => {
    const composed = compose(evaluation, () => heavy, OPTIONS);
    if (!composed.ok) throw new Error("the heavy chain cannot be composed");
    return composed.value;
  };
  const pair = {
    byteLength: joinChunks(chunks()).length,
    yardstick: () => void joinChunks([heavy, heavy, heavy]),
  };
  return [
    { ...pair, name: "as a list of chunks", work: () => void chunks() },
    { ...pair, name: "into one buffer", work: () => void joinChunks(chunks()) },
  ];
}

/** `component` with a custom section of `byteLength` bytes at its end. */
function padded(component: Uint8Array, byteLength: number): Uint8Array {
  const name = new Writer().name("padding").finish();
  const header = new Writer()
    .u8(SECTION.custom)
    .u32(name.length + byteLength)
    .finish();
  return joinChunks([component, header, name, new Uint8Array(byteLength)]);
}

/** From the WAC text to the composed file, by our command and by our engine alone, beside the command of `wac`. */
export function besideWacPairs({ bytes, composition }: HttpChain): readonly AsyncPair[] | null {
  if (spawnSync("wac", ["--version"]).status !== 0) return null;
  const folder = join(tmpdir(), "witloom-bench");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "deps/bench/middleware"), { recursive: true });
  writeFileSync(join(folder, "deps/bench/middleware/1.0.0.wasm"), bytes);
  const source = join(folder, "composition.wac");
  const text = chainText(composition.instances.length);
  writeFileSync(source, text);
  const [ours, theirs] = ["ours.wasm", "theirs.wasm"].map((name) => join(folder, name)) as [string, string];
  const command = [join("cli", "witloom.js"), "compose", source, "-o", ours];
  const wacArguments = ["compose", source, "--deps-dir", join(folder, "deps"), "--no-validate", "-o", theirs];
  const pair = {
    byteLength: text.length,
    yardstick: () => void execFileSync("wac", wacArguments, { stdio: "ignore" }),
  };
  const name = `${composition.instances.length} instances`;
  return [
    {
      ...pair,
      name: `${name}, command`,
      work: async () => void execFileSync(process.execPath, command, { stdio: "ignore" }),
    },
    { ...pair, name: `${name}, engine warm`, work: () => composeFile(source, ours) },
  ];
}

interface AsyncPair extends Omit<Pair, "work"> {
  readonly work: () => Promise<void>;
}

async function composeFile(source: string, target: string): Promise<void> {
  const { composition, componentOf, bytesOf } = await loadComposition(source);
  const composed = compose(diagnose(composition, componentOf).evaluation, bytesOf, OPTIONS);
  if (!composed.ok) throw new Error("the chain cannot be composed");
  writeFileSync(target, joinChunks(composed.value));
}
