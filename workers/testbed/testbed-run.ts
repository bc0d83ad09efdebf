// A graph of components → a run in this page, the way the app does it: read, transpile, evaluate, plan, start.

import { evaluate } from "../../core/graph/evaluate.ts";
import { exportOfInstance, type GraphInstance } from "../../core/graph/graph.ts";
import type { WitValue } from "../../core/values/value.ts";
import { readComponent } from "../../core/wit/read.ts";
import { buildComponent, type ComponentText, wiresInto } from "./build-component.ts";
import type { CallOutcome } from "../run/session/calls.ts";
import { DEFAULT_LIMITS, type RunLimits } from "../run/control/limits.ts";
import { Runner } from "../run/run.client.ts";
import type { Run } from "../run/run.ts";
import type { RunEvent } from "../run/session/run-events.ts";
import { composeRelease, planRelease, suspendingRelease } from "../run/prepare/release.ts";
import type { ModuleNames } from "../run/prepare/run-component.ts";
import { COMPOSED, planRun, type RunOptions, type RunPlan } from "../run/prepare/run-plan.ts";
import { suspendingOf } from "../run/prepare/suspending.ts";
import type { TreeEntry } from "../run/wasi/filesystem/snapshot.ts";
import { sha256Of } from "../library/sha256.ts";
import { type Grants, NO_GRANTS } from "../run/wasi/grants.ts";
import { type WaitMode, waitModeHere } from "../run/wait/wait-mode.ts";
import type { Artifact } from "../toolchain/artifact.ts";
import { NO_STORE } from "../toolchain/artifact-store.ts";
import type { Suspending } from "../toolchain/suspending-names.ts";
import { Toolchain } from "../toolchain/toolchain.client.ts";

export interface TestGraph {
  readonly components: Readonly<Record<string, ComponentText>>;
  readonly wires?: string;
  readonly grants?: Readonly<Record<string, Partial<Grants>>>;
  readonly trees?: Readonly<Record<string, readonly TreeEntry[]>>;
  readonly limits?: Partial<RunLimits>;
}

interface ReadyGraph {
  readonly plan: RunPlan;
  readonly artifactOf: (instance: string) => Artifact;
  readonly namesOf?: ModuleNames;
}

export const toolchain = new Toolchain({ store: NO_STORE });
const runner = new Runner();

/** How runs wait: the best way there is, or what the address asks for: `?waiting=asleep`. */
export const waitMode = (new URLSearchParams(location.search).get("waiting") ?? waitModeHere()) as WaitMode;

/** Everything that a run of `graph` needs, transpiled by `tools`. */
export async function prepare(graph: TestGraph, tools: Toolchain = toolchain): Promise<ReadyGraph> {
  const artifacts = new Map<string, Artifact>();
  const { instances, bytesOf } = await read(graph);
  const evaluation = evaluate({ instances, imports: [], exports: [] });
  for (const { name } of instances) {
    artifacts.set(name, await artifactOf(name, bytesOf(name), suspendingOf(evaluation, name), tools));
  }
  const plan = planRun(evaluation, {
    ...optionsOf(graph),
    importsOf: (key) => artifacts.get(key)?.imports,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { plan: plan.value, artifactOf: (name) => artifacts.get(name)! };
}

/** The same for a release run that exports the function `name` of an instance. */
export async function prepareRelease(graph: TestGraph, instance: string, name: string): Promise<ReadyGraph> {
  const { instances, bytesOf } = await read(graph);
  const evaluation = evaluate({ instances, imports: [], exports: [{ name, item: exportOfInstance(instance, name) }] });
  const release = composeRelease(evaluation, bytesOf, { packageName: "test:composed", toolVersion: "test" });
  if (!release.ok) throw new Error(JSON.stringify(release.error));
  const artifact = await artifactOf(COMPOSED, release.value.bytes, suspendingRelease(release.value), toolchain);
  const plan = planRelease(evaluation, release.value, artifact.imports, optionsOf(graph));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { plan: plan.value, artifactOf: () => artifact, namesOf: release.value.moduleNames };
}

/** @param suspending where its code is suspended, where runs wait so */
async function artifactOf(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  suspending: Suspending,
  tools: Toolchain,
): Promise<Artifact> {
  const source = { name, sha256: await sha256Of(bytes), bytes };
  const artifact = await tools.transpile(source, undefined, waitMode === "suspended" ? suspending : null);
  if (!artifact.ok) throw new Error(JSON.stringify(artifact.error));
  return artifact.value;
}

async function read(graph: TestGraph): Promise<{
  readonly instances: readonly GraphInstance[];
  readonly bytesOf: (key: string) => Uint8Array<ArrayBuffer>;
}> {
  const bytesByName = new Map<string, Uint8Array<ArrayBuffer>>();
  const instances: GraphInstance[] = [];
  for (const [name, text] of Object.entries(graph.components)) {
    const bytes = await buildComponent(text);
    const component = readComponent(bytes);
    if (!component.ok) throw new Error(JSON.stringify(component));
    bytesByName.set(name, bytes);
    const wires = Array.from(wiresInto(name, graph.wires ?? ""), ([wanted, [provider, offered]]) => {
      return [wanted, exportOfInstance(provider, offered)] as const;
    });
    instances.push({ name, key: name, component: component.value, arguments: new Map(wires) });
  }
  return { instances, bytesOf: (key) => bytesByName.get(key)! };
}

function optionsOf(graph: TestGraph): Omit<RunOptions, "importsOf"> {
  return {
    grantsOf: (name) => ({ ...NO_GRANTS, ...graph.grants?.[name] }),
    trees: new Map(Object.entries(graph.trees ?? {})),
    limits: { ...DEFAULT_LIMITS, ...graph.limits },
  };
}

interface DemoRun {
  readonly run: Run;
  readonly events: readonly RunEvent[];
  /** Calls `instance.function` or `instance.interface#function`. */
  call(name: string, ...args: WitValue[]): Promise<CallOutcome>;
  /** What the instance has written so far. */
  output(instance: string): string;
}

/** @param onEvents is told whenever something has happened */
export function startReady(ready: ReadyGraph, onEvents: () => void = () => {}): DemoRun {
  const events: RunEvent[] = [];
  const note = (batch: readonly RunEvent[]): void => {
    events.push(...batch);
    onEvents();
  };
  const run = runner.start({ ...ready, onEvents: note, waiting: waitMode });
  return {
    run,
    events,
    call(name, ...args) {
      const [, instance = "", owner = null, member = ""] = /^([\w -]+)\.(?:(.+)#)?([^#]+)$/.exec(name) ?? [];
      return run.call({ instance, interface: owner, function: member, arguments: args });
    },
    output(instance) {
      const decoder = new TextDecoder();
      const written = events.filter((event) => event.kind === "output" && event.instance === instance);
      return written
        .map((event) => (event.kind === "output" ? decoder.decode(event.bytes, { stream: true }) : ""))
        .join("");
    },
  };
}

/** A run of `graph` with all instances there. */
export async function start(graph: TestGraph): Promise<DemoRun> {
  const demo = startReady(await prepare(graph));
  const end = await demo.run.ready;
  if (end !== null) throw new Error(JSON.stringify(end));
  return demo;
}

/** Fails unless both are the same, as JSON has it. */
export function expectSame(found: unknown, expected: unknown): void {
  const [a, b] = [found, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}

export function expectTrue(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

export const delay = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
