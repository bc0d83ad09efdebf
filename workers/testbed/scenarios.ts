// What has to work in a real browser. Each scenario throws when it doesn't, and returns what is worth to be printed.

import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { CallOutcome } from "../run/session/calls.ts";
import { CALC, CLOCKWORK, GREEDY, PRINTER, RELAY, SHOP, SLEEPER, STORE } from "./test-components.ts";
import { NO_STORE } from "../toolchain/artifact-store.ts";
import { Toolchain } from "../toolchain/toolchain.client.ts";
import { buildComponent } from "./build-component.ts";
import type { TreeEntry } from "../run/wasi/filesystem/snapshot.ts";
import { type TestGraph, delay, expectSame, expectTrue, start, toolchain, waitMode } from "./testbed-run.ts";

const CALC_API = "test:calc/api@1.0.0";
const STORE_API = "test:store/api@1.0.0";
const SHOP_API = "test:store/shop@1.0.0";

const GREEDY_GRAPH: TestGraph = {
  components: { greedy: GREEDY, clockwork: CLOCKWORK },
  wires: "greedy.tick = clockwork.tick",
};

function valueOf(outcome: CallOutcome): WitValue {
  if (outcome.kind !== "returned") throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function handleOf(outcome: CallOutcome): ResourceHandle {
  return valueOf(outcome) as ResourceHandle;
}

async function fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`/samples/${path}`)).arrayBuffer());
}

interface RecordedCommand {
  readonly command?: { readonly args: readonly string[] };
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  readonly writes: Readonly<Record<string, string>>;
}

async function imagePipeline(): Promise<TestGraph> {
  const component = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    fetchBytes(`image-pipeline/deps/pixel/${name}/1.0.0.wasm`);
  const files: TreeEntry[] = [];
  for (const path of ["input.png", "broken.png", "notes.txt"]) {
    files.push({ kind: "file", path, bytes: await fetchBytes(`image-pipeline/files/${path}`), modifiedMs: 0 });
  }
  return {
    components: {
      png: await component("png"),
      grayscale: await component("grayscale"),
      edges: await component("edges"),
      pipeline: await component("pipeline"),
    },
    wires: `pipeline.pixel:image/codec@1.0.0 = png.pixel:image/codec@1.0.0
      pipeline.first = grayscale.pixel:image/filter@1.0.0
      pipeline.second = edges.pixel:image/filter@1.0.0`,
    trees: { files },
  };
}

interface Drawing {
  readonly ms: number;
  readonly framesPerSecond: number;
  readonly longestGapMs: number;
}

/** How smoothly the page draws while `run` goes on. */
async function drawingDuring(run: () => Promise<void>): Promise<Drawing> {
  const frames: number[] = [];
  let drawing = true;
  const draw = (atMs: number): void => {
    frames.push(atMs);
    if (drawing) requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  const startMs = performance.now();
  await run();
  const ms = performance.now() - startMs;
  drawing = false;
  const gaps = frames.slice(1).map((at, i) => at - frames[i]!);
  return { ms, framesPerSecond: (frames.length * 1000) / ms, longestGapMs: Math.max(...gaps) };
}

export const scenarios = {
  /** Text → components → a wire → a value, an err, and a trap two components deep. */
  async wires() {
    const calc = await toolchain.parseWat(CALC);
    if (!calc.ok) throw new Error(JSON.stringify(calc.error));
    const demo = await start({
      components: { calc: calc.value, middle: RELAY, front: RELAY },
      wires: `middle.${CALC_API} = calc.${CALC_API}
        front.${CALC_API} = middle.${CALC_API}`,
    });
    expectSame(valueOf(await demo.call(`front.${CALC_API}#add`, 2, 40)), 42);
    expectSame(valueOf(await demo.call(`front.${CALC_API}#half`, 9)), { error: 4 });
    const trapped = await demo.call(`front.${CALC_API}#fail`);
    if (trapped.kind !== "trapped") throw new Error(trapped.kind);
    const { report } = trapped;
    expectSame([report.kind, report.instance], ["trap", "calc"]);
    expectSame(
      report.calls.map(({ instance }) => instance),
      ["front", "middle", "calc"],
    );
    const frames = report.frames.map((frame) => `${frame.instance}/${frame.module} ${frame.function}`);
    const innermost = ["calc/core0 deep_inside", "calc/core0 on_the_way", "calc/core0 function 3"];
    // A call that is suspended isn't on the stack of the one that it waits for.
    const outer = waitMode === "suspended" ? [] : ["middle/core0 pass_on", "front/core0 pass_on"];
    expectSame(frames, [...innermost, ...outer]);
    demo.run.stop();
    return { message: report.message, frames };
  },

  async resources() {
    const demo = await start({
      components: { store: STORE, shop: SHOP },
      wires: `shop.${STORE_API} = store.${STORE_API}`,
    });
    const item = handleOf(await demo.call(`store.${STORE_API}#[constructor]item`, 21));
    expectSame(valueOf(await demo.call(`shop.${SHOP_API}#look`, item)), 21);
    const better = handleOf(await demo.call(`shop.${SHOP_API}#improve`, item));
    expectSame(valueOf(await demo.call(`store.${STORE_API}#[method]item.value`, better)), 42);
    expectSame((await demo.run.drop(better.id)).kind, "returned");
    expectSame(valueOf(await demo.call(`store.${STORE_API}#dropped`)), 2);
    demo.run.stop();
  },

  /** The sample command reads a picture and writes another, as under Wasmtime. */
  async commands() {
    const graph = await imagePipeline();
    const answers = (await (await fetch("/samples/image-pipeline/answers.json")).json()) as RecordedCommand[];
    for (const { command, stdout, stderr, exit, writes } of answers) {
      const preopen = { path: "/", tree: "files", folder: "", access: "read-write" } as const;
      const grants = { arguments: ["pipeline", ...(command?.args ?? [])], stdin: new Uint8Array() };
      const pipeline = { ...grants, stdout: true, stderr: true, preopens: [preopen] };
      const demo = await start({ ...graph, grants: { pipeline } });
      expectSame(await demo.run.command("pipeline"), { kind: "exited", code: exit });
      expectSame(demo.output("pipeline"), stdout + stderr);
      for (const [path, expected] of Object.entries(writes)) {
        const bytes = await fetchBytes(`image-pipeline/${expected}`);
        const file = (await demo.run.files("files"))?.find((entry) => entry.path === path);
        expectTrue(file?.kind === "file" && file.bytes.join() === bytes.join(), `${path} is as expected`);
      }
      demo.run.stop();
    }
    return { commands: answers.length };
  },

  /** A loop without a wire in it can only be killed; stopping returns at once and the next run starts. */
  async "endless loop"() {
    const demo = await start(GREEDY_GRAPH);
    const spinning = demo.call("greedy.spin");
    await delay(50);
    const startMs = performance.now();
    demo.run.stop();
    const stopMs = performance.now() - startMs;
    expectSame(await spinning, { kind: "stopped" });
    const again = await start(GREEDY_GRAPH);
    expectSame(valueOf(await again.call("greedy.grow", 1)), 1);
    const againMs = performance.now() - startMs;
    again.run.stop();
    return { stopMs, againMs };
  },

  /** A loop over a wire ends by itself when it is told to. */
  async "stop at a wire"() {
    const demo = await start(GREEDY_GRAPH);
    const looping = demo.call("greedy.call-forever");
    await delay(50);
    const startMs = performance.now();
    demo.run.stop();
    expectSame(await looping, { kind: "stopped" });
    expectSame(await demo.run.finished, { kind: "stopped" });
    return { finishedMs: performance.now() - startMs };
  },

  async "stop while asleep"() {
    const demo = await start({ components: { sleeper: SLEEPER }, grants: { sleeper: { clocks: true } } });
    const startMs = performance.now();
    expectSame(valueOf(await demo.call("sleeper.sleep", 50_000_000n)), null);
    const sleptMs = performance.now() - startMs;
    expectTrue(sleptMs >= 49, `slept ${sleptMs} ms`);
    const sleeping = demo.call("sleeper.sleep", 3_600_000_000_000n);
    await delay(50);
    const stopMs = performance.now();
    demo.run.stop();
    expectSame(await sleeping, { kind: "stopped" });
    await demo.run.finished;
    return { sleptMs, finishedMs: performance.now() - stopMs };
  },

  async "limit of time"() {
    const demo = await start({ ...GREEDY_GRAPH, limits: { callMs: 3_000 } });
    const startMs = performance.now();
    const outcome = await demo.call("greedy.spin");
    expectSame([outcome.kind, outcome.kind === "trapped" && outcome.report.kind], ["trapped", "limit"]);
    return { endedMs: performance.now() - startMs };
  },

  async "limit of memory"() {
    const demo = await start({ ...GREEDY_GRAPH, limits: { memoryBytes: 16 * 1024 * 1024 } });
    const outcome = await demo.call("greedy.grow-or-trap");
    if (outcome.kind !== "trapped" || outcome.report.kind !== "limit") throw new Error(JSON.stringify(outcome));
    expectSame(outcome.report.limit, "memory");
    demo.run.stop();
  },

  /** 100,000 lines: nothing is lost, and the page goes on drawing. */
  async "output flood"() {
    const demo = await start({ components: { printer: PRINTER }, grants: { printer: { stdout: true } } });
    const flood = await drawingDuring(async () => void valueOf(await demo.call("printer.print", 100_000)));
    expectSame(demo.output("printer").length, 1_700_000);
    demo.run.stop();
    const batches = demo.events.filter(({ kind }) => kind === "output").length;
    // How many frames there are on this machine while a run computes in silence.
    const silent = await start(GREEDY_GRAPH);
    void silent.call("greedy.spin");
    const baseline = await drawingDuring(() => delay(flood.ms));
    silent.run.stop();
    return { flood, baseline, batches };
  },

  /** What was written before a guest hung can be seen, and isn't lost when it is killed. */
  async "output before a hang"() {
    const demo = await start({ components: { printer: PRINTER }, grants: { printer: { stdout: true } } });
    void demo.call("printer.print-and-hang", 500);
    await delay(300);
    const seen = demo.output("printer").length / 17;
    demo.run.stop();
    await demo.run.finished;
    return { seen, kept: demo.output("printer").length / 17 };
  },

  async "text format"() {
    const wrong = await toolchain.parseWat("(component\n  (core module)\n  (nonsense))");
    expectTrue(!wrong.ok && wrong.error.kind === "wat-syntax", JSON.stringify(wrong));
    if (!wrong.ok && wrong.error.kind === "wat-syntax") expectSame(wrong.error.place, { line: 3, column: 4 });
    const right = await toolchain.parseWat(CALC);
    if (!right.ok) throw new Error(JSON.stringify(right.error));
    expectSame(await toolchain.validate({ name: "calc", bytes: right.value }), { ok: true, value: null });
    const printed = await toolchain.printWat({ name: "calc", bytes: right.value });
    expectTrue(printed.ok && printed.value.includes("deep_inside"), JSON.stringify(printed));
  },

  /** A guest that catches everything doesn't get away with it. */
  async "swallowed exit"() {
    const swallower = {
      wit: `package test:swallow; world it { import wasi:cli/exit@0.2.0; export go: func() -> u32; }
        package wasi:cli@0.2.0 { interface exit { exit: func(status: result); } }`,
      core: `(module
        (import "wasi:cli/exit@0.2.0" "exit" (func $exit (param i32)))
        (memory (export "memory") 1)
        (func (export "go") (result i32)
          (block $caught (try_table (catch_all $caught) (call $exit (i32.const 1))))
          (i32.const 5)))`,
    };
    const demo = await start({ components: { swallower } });
    expectSame(await demo.call("swallower.go"), { kind: "exited", code: 1 });
    demo.run.stop();
  },

  /** A tool that crashes is started anew. */
  async "tool crash"() {
    const bytes = await buildComponent({
      wit: "package a:b; world it { export flag-ITS: func() -> u32; }",
      core: `(module (func (export "flag-ITS") (result i32) (i32.const 1)))`,
    });
    const crashed = await toolchain.transpile({ name: "crash", sha256: "crash", bytes });
    expectSame(crashed.ok ? "ok" : crashed.error.kind, "tool-crashed");
    const demo = await start({ components: { calc: CALC } });
    expectSame(valueOf(await demo.call(`calc.${CALC_API}#add`, 1, 2)), 3);
    demo.run.stop();
  },

  /** Artifacts are found again by another toolchain, as after a reload. */
  async "stored artifacts"() {
    const bytes = await buildComponent(CALC);
    const source = { name: "calc", sha256: "stored calc", bytes };
    const first = await new Toolchain().transpile(source);
    await delay(300);
    const startMs = performance.now();
    const noWorker = (): Worker => {
      throw new Error("asked the worker");
    };
    const second = await new Toolchain({ spawn: noWorker }).transpile(source);
    const foundMs = performance.now() - startMs;
    expectTrue(first.ok && second.ok && first.value.js === second.value.js, "the same artifact");
    return { foundMs };
  },

  async "cancelled transpiling"() {
    const bytes = await buildComponent(STORE);
    const tools = new Toolchain({ store: NO_STORE });
    const cancel = new AbortController();
    const transpiling = tools.transpile({ name: "store", sha256: "x", bytes }, cancel.signal);
    setTimeout(() => cancel.abort(), 30);
    const cancelled = await transpiling;
    expectSame(cancelled.ok ? "ok" : cancelled.error.kind, "cancelled");
    expectSame((await tools.transpile({ name: "store", sha256: "x", bytes })).ok, true);
  },
};
