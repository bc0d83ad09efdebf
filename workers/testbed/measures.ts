// How fast the run engine is: cold and warm starts, and what a wire costs. In milliseconds and nanoseconds.

import { ADDER, LOOPER } from "./test-components.ts";
import { compileFor, type RunComponent } from "../run/prepare/run-component.ts";
import { NO_STORE } from "../toolchain/artifact-store.ts";
import { Toolchain } from "../toolchain/toolchain.client.ts";
import { bytesAt, grantsFor, programsOf } from "./conformance.ts";
import { buildComponent } from "./build-component.ts";
import { httpStreaming } from "./http-streaming.ts";
import { modes } from "./modes.ts";
import { type TestGraph, delay, expectSame, prepare, startReady, toolchain } from "./testbed-run.ts";

const GRAPH: TestGraph = { components: { adder: ADDER, looper: LOOPER }, wires: "looper.add = adder.add" };

export const measures = {
  httpStreaming,

  /** From component bytes to a first answer: everything new, then with artifacts at hand. */
  async starts() {
    const components = {
      adder: await buildComponent(ADDER),
      looper: await buildComponent(LOOPER),
    };
    const graph = { ...GRAPH, components };
    const fresh = new Toolchain({ store: NO_STORE });
    const coldMs = await timed(async () => answer(await prepare(graph, fresh)));
    const ready = await prepare(graph);
    const warmMs: number[] = [];
    for (let i = 0; i < 20; i++) {
      await delay(400);
      warmMs.push(await timed(() => answer(ready)));
    }
    return { coldMs, warmMs: summary(warmMs) };
  },

  /** Calls from one instance to another in release, beside the same calls in debug: how long they take, as a ratio. */
  modes: () => modes(GRAPH),

  /** From a key to its echo by a program, beside a message to a worker and back; keys come as fast as people type. */
  async typing() {
    const [[, url] = []] = programsOf("terminal");
    const ready = await prepare({ components: { program: await bytesAt(url!) }, trees: { files: [] } });
    const grants = { ...grantsFor({ asked: { arguments: ["poll"] } }), stdin: "live" } as const;
    let noticed = (): void => {};
    const demo = startReady({ ...ready, plan: { ...ready.plan, grants: new Map([["program", grants]]) } }, () =>
      noticed(),
    );
    void demo.run.command("program");
    const key = new TextEncoder().encode("a\n");
    let echoed = 0;
    const echoMs = await timedOften(async () => {
      echoed += 1;
      const came = new Promise<void>((resolve) => {
        noticed = () => void (demo.output("program").split("read").length > echoed && resolve());
      });
      void demo.run.input!.write(key);
      await came;
    });
    demo.run.stop();
    const worker = new Worker(new URL("echo.worker.ts", import.meta.url), { type: "module" });
    const messageMs = await timedOften(async () => {
      const came = new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));
      worker.postMessage(key, []);
      await came;
    });
    worker.terminate();
    return { echoMs, messageMs, ratio: echoMs.median / messageMs.median };
  },

  /**
   * Starting the greeting sample with its components made ready, until its first answer, beside the bare cost: a fresh
   * worker that imports the same generated code and instantiates the same modules. In turns; medians in milliseconds.
   * `again` is a start right after another, when no worker stands ready.
   */
  async warmStart() {
    const ready = await prepare(await greetingGraph());
    const components = await Promise.all(
      ready.plan.instances.map(({ name }) => compileFor(name, ready.artifactOf(name), ready.plan.limits.memoryBytes)),
    );
    const times: Record<"bare" | "warm" | "again", number[]> = { bare: [], warm: [], again: [] };
    for (let i = 0; i < WARM_ROUNDS; i++) {
      await delay(SETTLE_MS);
      times.bare.push(await timed(() => bareStart(components)));
      await delay(SETTLE_MS);
      times.warm.push(await timed(() => greet(ready)));
      times.again.push(await timed(() => greet(ready)));
    }
    const [bare, warm, again] = [times.bare, times.warm, times.again].map((values) => summary(values.slice(1)).median);
    return { bare, warm, again };
  },

  /** One call over a wire against the same call without one, and against one that is suspended, in one worker. */
  async wire() {
    const components = await Promise.all(
      [null, { wired: [] }].flatMap((suspending) =>
        [ADDER, LOOPER].map(async (text, i) => {
          const bytes = await buildComponent(text);
          const artifact = await toolchain.transpile(
            { name: "bench", sha256: `bench ${i}`, bytes },
            undefined,
            suspending,
          );
          if (!artifact.ok) throw new Error(JSON.stringify(artifact.error));
          return compileFor(`bench${i}`, artifact.value, 2 ** 30);
        }),
      ),
    );
    const worker = new Worker(new URL("wire-cost.worker.ts", import.meta.url), { type: "module" });
    worker.postMessage(components, []);
    return new Promise((resolve) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
    });
  },
};

const WARM_ROUNDS = 21;
/** Until the worker for the next run stands ready, and the last one is gone. */
const SETTLE_MS = 500;
const GREETING = ["phrases", "style", "greeter"];

async function greetingGraph(): Promise<TestGraph> {
  const components = GREETING.map(async (name) => {
    const response = await fetch(`/samples/greeting/deps/hello/${name}/1.0.0.wasm`);
    return [name, new Uint8Array(await response.arrayBuffer())] as const;
  });
  const wires = ["phrases", "style"].map((name) => {
    return `greeter.hello:greeting/${name}@1.0.0 = ${name}.hello:greeting/${name}@1.0.0`;
  });
  return { components: Object.fromEntries(await Promise.all(components)), wires: wires.join("\n") };
}

async function greet(ready: Awaited<ReturnType<typeof prepare>>): Promise<void> {
  const demo = startReady(ready);
  const outcome = await demo.call("greeter.hello:greeting/greeter@1.0.0#greet", "Ada", "en", "cheerful");
  if (outcome.kind !== "returned") throw new Error(JSON.stringify(outcome));
  demo.run.stop();
}

async function bareStart(components: readonly RunComponent[]): Promise<void> {
  const worker = new Worker(new URL("bare-start.worker.ts", import.meta.url), { type: "module" });
  worker.postMessage(components, []);
  await new Promise((resolve) => {
    worker.addEventListener("message", resolve, { once: true });
  });
  worker.terminate();
}

async function answer(ready: Awaited<ReturnType<typeof prepare>>): Promise<void> {
  const demo = startReady(ready);
  const outcome = await demo.call("looper.repeat", 3);
  expectSame(outcome.kind === "returned" && outcome.value, 3);
  demo.run.stop();
}

const TYPING_MS = 40;
const KEYS = 60;

/** Times of `run`, with pauses as between keys; the first few don't count. */
async function timedOften(run: () => Promise<void>): Promise<ReturnType<typeof summary>> {
  const times: number[] = [];
  for (let i = 0; i < KEYS; i++) {
    await delay(TYPING_MS);
    times.push(await timed(run));
  }
  return summary(times.slice(KEYS / 6));
}

async function timed(run: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await run();
  return performance.now() - startMs;
}

function summary(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! };
}
