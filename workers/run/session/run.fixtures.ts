// Runs in Node for tests: components from text, a graph of them, and a session that keeps what it tells.

import { expect } from "vitest";
import { evaluate, type Evaluation } from "../../../core/graph/evaluate.ts";
import { exportOfInstance, type Graph, type GraphInstance, type Item } from "../../../core/graph/graph.ts";
import { type Component, readComponent } from "../../../core/wit/read.ts";
import type { WitValue } from "../../../core/values/value.ts";
import type { Artifact } from "../../toolchain/artifact.ts";
import { hasMultiMemory } from "../../toolchain/multi-memory.ts";
import { loadBindgen } from "../../toolchain/tools.ts";
import { transpile } from "../../toolchain/transpile.ts";
import { buildComponent, type ComponentText, wiresInto } from "../../testbed/build-component.ts";
import type { CallOutcome } from "./calls.ts";
import { CONTROL_WORDS } from "../control/control-buffer.ts";
import type { Determinism } from "../control/determinism.ts";
import { DEFAULT_LIMITS, type RunLimits } from "../control/limits.ts";
import { compileFor, type RunComponent } from "../prepare/run-component.ts";
import type { RunEvent } from "./run-events.ts";
import type { ServedFrame, ServeEnd, ServeQuestion } from "../http/serve.protocol.ts";
import { composeRelease, planRelease } from "../prepare/release.ts";
import { COMPOSED, planRun, type RunOptions, type RunPlan } from "../prepare/run-plan.ts";
import type { RunPorts } from "./run-thread.ts";
import { RunSession } from "./session.ts";
import type { RunEnd } from "../trap/trap-report.ts";
import type { TreeEntry } from "../wasi/filesystem/snapshot.ts";
import { type Grants, NO_GRANTS } from "../wasi/grants.ts";

export interface GraphText {
  /** Components by instance name; two instances with the same text are of one component. */
  readonly components: Readonly<Record<string, ComponentText>>;
  /** `consumer.import = provider.export`, one a line. */
  readonly wires?: string;
  /** What the whole exports: `name = provider.export`, one a line. */
  readonly exports?: string;
  readonly grants?: Readonly<Record<string, Partial<Grants>>>;
  readonly trees?: Readonly<Record<string, readonly TreeEntry[]>>;
  readonly limits?: Partial<RunLimits>;
  readonly determinism?: Determinism;
}

export interface PlannedRun {
  readonly plan: RunPlan;
  readonly components: ReadonlyMap<string, RunComponent>;
}

/** The evaluation of a graph, with the bytes of its components. */
export async function evaluated(
  text: GraphText,
): Promise<{ evaluation: Evaluation; bytesOf: (key: string) => Uint8Array<ArrayBuffer> }> {
  const components = new Map<string, { bytes: Uint8Array<ArrayBuffer>; component: Component }>();
  const instances: GraphInstance[] = [];
  for (const [name, component] of Object.entries(text.components)) {
    const key = component instanceof Uint8Array ? name : JSON.stringify(component);
    if (!components.has(key)) {
      const bytes = await buildComponent(component);
      const read = readComponent(bytes);
      components.set(key, { bytes, component: read.ok ? read.value : expect.fail(JSON.stringify(read.error)) });
    }
    const args = argumentsOf(name, text.wires ?? "");
    instances.push({ name, key, component: components.get(key)!.component, arguments: args });
  }
  const exports = (text.exports ?? "").matchAll(/^\s*(\S+) = ([\w-]+)\.(\S+)\s*$/gm);
  const graph: Graph = {
    instances,
    imports: [],
    exports: Array.from(exports, ([, name, instance, exported]) => {
      return { name: name!, item: exportOfInstance(instance!, exported!) };
    }),
  };
  const evaluation = evaluate(graph);
  expect(evaluation.problems).toEqual([]);
  return { evaluation, bytesOf: (key) => components.get(key)!.bytes };
}

/** What each instance of a graph is run with. */
function optionsOf(text: GraphText): Omit<RunOptions, "importsOf"> {
  return {
    grantsOf: (name) => ({ ...NO_GRANTS, ...text.grants?.[name] }),
    trees: new Map(Object.entries(text.trees ?? {})),
    limits: { ...DEFAULT_LIMITS, ...text.limits },
    determinism: text.determinism ?? null,
  };
}

/** The plan and the compiled components of a graph that has no problems. */
export async function planned(text: GraphText): Promise<PlannedRun> {
  const { evaluation, bytesOf } = await evaluated(text);
  const options = optionsOf(text);
  const artifacts = new Map<string, Artifact>();
  const components = new Map<string, RunComponent>();
  for (const { instance } of evaluation.instances) {
    const { name, key } = instance;
    const artifact = artifacts.get(key) ?? (await artifactOf(bytesOf(key)));
    artifacts.set(key, artifact);
    components.set(name, await compileFor(name, artifact, options.limits.memoryBytes));
  }
  const plan = planRun(evaluation, { ...options, importsOf: (key) => artifacts.get(key)?.imports });
  return plan.ok ? { plan: plan.value, components } : expect.fail(JSON.stringify(plan.error));
}

/** The same as one composed component, of which only what the graph exports can be called. */
export async function plannedRelease(text: GraphText): Promise<PlannedRun> {
  const { evaluation, bytesOf } = await evaluated(text);
  const options = optionsOf(text);
  const release = composeRelease(evaluation, bytesOf, { packageName: "test:composed", toolVersion: "test" });
  if (!release.ok) return expect.fail(JSON.stringify(release.error));
  const artifact = await artifactOf(release.value.bytes);
  const plan = planRelease(evaluation, release.value, artifact.imports, options);
  if (!plan.ok) return expect.fail(JSON.stringify(plan.error));
  const { memoryBytes } = options.limits;
  const component = await compileFor(COMPOSED, artifact, memoryBytes, release.value.moduleNames);
  return { plan: plan.value, components: new Map([[COMPOSED, component]]) };
}

async function artifactOf(bytes: Uint8Array): Promise<Artifact> {
  const artifact = await transpile(bytes, { multiMemory: hasMultiMemory(), suspending: null }, loadBindgen);
  return artifact.ok ? artifact.value : expect.fail(JSON.stringify(artifact.error));
}

function argumentsOf(consumer: string, wires: string): Map<string, Item> {
  const items = Array.from(wiresInto(consumer, wires), ([wanted, [provider, offered]]) => {
    return [wanted, exportOfInstance(provider, offered)] as const;
  });
  return new Map(items);
}

export interface TestRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly instances?: ServeQuestion["instances"];
}

interface Served {
  readonly end: ServeEnd;
  readonly frames: readonly ServedFrame[];
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly body: string;
}

/** A session in this thread, with everything that it told. */
export class TestRun {
  readonly session: RunSession;
  readonly events: RunEvent[] = [];
  readonly words = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT));
  /** What each instance wrote, by `instance stream`. */
  readonly output: Record<string, string> = {};
  readonly #planned: PlannedRun;

  constructor(run: PlannedRun, ports: Partial<RunPorts> = {}) {
    this.#planned = run;
    this.session = new RunSession(run.plan, {
      words: this.words,
      canWait: true,
      bell: null,
      write: (instance, stream, bytes) => {
        const key = `${instance} ${stream}`;
        this.output[key] = (this.output[key] ?? "") + new TextDecoder().decode(bytes);
      },
      flush: () => {},
      input: null,
      fetch: null,
      emit: (event) => void this.events.push(event),
      loadScript: importText,
      ...ports,
    });
  }

  start(): Promise<RunEnd | null> {
    return this.session.start(this.#planned.components);
  }

  /** Calls `instance.function` or `instance.interface#function`. */
  call(name: string, ...args: WitValue[]): CallOutcome {
    const [, instance = "", interfaceName = null, functionName = ""] =
      /^([\w -]+)\.(?:(.+)#)?([^#]+)$/.exec(name) ?? [];
    const request = { instance, interface: interfaceName, function: functionName, arguments: args };
    const outcome = this.session.call(request);
    return outcome instanceof Promise ? expect.fail("a promise") : outcome;
  }

  /** Has `instance` answer a request with a whole body; what it answered, and how it ended. */
  async serve(
    instance: string,
    { method, path, headers = {}, body = "", instances = "each" }: TestRequest,
  ): Promise<Served> {
    const encoder = new TextEncoder();
    const frames: ServedFrame[] = [];
    const question: ServeQuestion = {
      instance,
      method,
      scheme: "http",
      authority: "localhost",
      pathWithQuery: path,
      headers: Object.entries(headers).map(([name, value]) => [name, encoder.encode(value)]),
      instances,
      pipe: null,
      body: encoder.encode(body),
    };
    const end = await this.session.serve(question, (frame) => void frames.push(frame));
    const decoder = new TextDecoder();
    const data = frames.map((frame) => (frame.kind === "data" ? decoder.decode(frame.bytes, { stream: true }) : ""));
    const head = frames.find((frame) => frame.kind === "head");
    return { end, frames, status: head?.kind === "head" ? head.status : null, body: data.join("") };
  }

  /** As `call`, for what returns: its value. */
  value(name: string, ...args: WitValue[]): WitValue {
    const outcome = this.call(name, ...args);
    return outcome.kind === "returned" ? outcome.value : expect.fail(JSON.stringify(outcome, null, 1));
  }
}

/** A started run of the graph. */
export async function started(text: GraphText, ports: Partial<RunPorts> = {}): Promise<TestRun> {
  const run = new TestRun(await planned(text), ports);
  expect(await run.start()).toBeNull();
  return run;
}

function importText(js: string): Promise<object> {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(js).toString("base64")}`);
}
