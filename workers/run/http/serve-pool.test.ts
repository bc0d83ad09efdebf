import { describe, expect, it } from "vitest";
import type { RunPlan } from "../prepare/run-plan.ts";
import type { RunEnd } from "../trap/trap-report.ts";
import { NO_GRANTS } from "../wasi/grants.ts";
import type { HttpOutcome, HttpRequest } from "./exchange.ts";
import { MAX_SERVING_RUNS, ServePool, type ServingRun, servesApart } from "./serve-pool.ts";

const ANSWERED = { kind: "answered", durationMs: 1 } as const;

/** A run that answers when the test says so. */
class FakeRun implements ServingRun {
  readonly finished: Promise<RunEnd>;
  /** What it was asked and hasn't ended, by path. */
  readonly asked = new Map<string, { answer: (outcome: HttpOutcome) => void; finish: () => void }>();
  #end!: (end: RunEnd) => void;
  isStopped = false;
  isBusy = false;

  constructor() {
    this.finished = new Promise((resolve) => (this.#end = resolve));
  }

  serveHttp({ url }: HttpRequest): Promise<HttpOutcome> {
    if (this.isStopped) {
      return Promise.resolve({ kind: "refused", error: { kind: "run-is-over", end: { kind: "stopped" } } });
    }
    return new Promise((resolve) => {
      let finished!: () => void;
      const done = new Promise<typeof ANSWERED>((end) => (finished = () => end(ANSWERED)));
      const response = {
        status: 200,
        headers: [],
        body: new ReadableStream<Uint8Array>(),
        trailers: Promise.resolve(null),
      };
      const answer = resolve;
      const finish = (): void => {
        this.asked.delete(pathOf(url));
        resolve({ kind: "response", response: { ...response, finished: done } });
        finished();
      };
      this.asked.set(pathOf(url), { answer, finish });
    });
  }

  stop(): void {
    this.isStopped = true;
    this.#end({ kind: "stopped" });
    for (const { answer } of this.asked.values()) answer({ kind: "stopped" });
    this.asked.clear();
  }

  get paths(): string[] {
    return [...this.asked.keys()];
  }
}

const pathOf = (url: string): string => new URL(url).pathname;

function poolOf({ apart = true } = {}) {
  const runs = [new FakeRun()];
  const spawn = (): FakeRun => {
    const run = new FakeRun();
    runs.push(run);
    return run;
  };
  const pool = new ServePool(runs[0]!, apart ? spawn : null);
  const ask = (path: string, instances: HttpRequest["instances"] = "each", signal?: AbortSignal) => {
    const request = { instance: "one", method: "GET", url: `http://localhost${path}`, headers: [], body: null };
    return pool.serveHttp({ ...request, instances, ...(signal && { signal }) });
  };
  return { pool, runs, ask, main: runs[0]! };
}

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

describe("requests for new instances", () => {
  it("are served side by side by as many runs as there may be, the others in turn", async () => {
    const { pool, runs, ask } = poolOf();
    const outcomes = ["/1", "/2", "/3", "/4", "/5", "/6"].map((path) => ask(path));
    await settle();
    expect(runs.map(({ paths }) => paths)).toEqual([["/1"], ["/2"], ["/3"], ["/4"]]);
    expect(runs).toHaveLength(MAX_SERVING_RUNS);
    expect(pool.load).toEqual({ serving: 4, waiting: 2 });
    runs[2]!.asked.get("/3")!.finish();
    await settle();
    expect(runs[2]!.paths).toEqual(["/5"]);
    runs[0]!.asked.get("/1")!.finish();
    await settle();
    expect(runs[0]!.paths).toEqual(["/6"]);
    for (const run of runs) for (const { finish } of run.asked.values()) finish();
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(Array(6).fill("response"));
    await settle();
    expect(pool.load).toEqual({ serving: 0, waiting: 0 });
  });

  it("use the run that is there while it is free, one after another", async () => {
    const { runs, ask, main } = poolOf();
    for (const path of ["/1", "/2", "/3"]) {
      const outcome = ask(path);
      await settle();
      main.asked.get(path)!.finish();
      await outcome;
      await settle();
    }
    expect(runs).toHaveLength(1);
  });

  it("pass by a run that is busy with something else", async () => {
    const { runs, ask, main } = poolOf();
    main.isBusy = true;
    void ask("/1");
    await settle();
    expect(runs.map(({ paths }) => paths)).toEqual([[], ["/1"]]);
  });

  it("are called off while they wait, when their client goes", async () => {
    const { pool, ask } = poolOf();
    for (const path of ["/1", "/2", "/3", "/4"]) void ask(path);
    const client = new AbortController();
    const outcome = ask("/5", "each", client.signal);
    await settle();
    client.abort();
    expect(await outcome).toEqual({ kind: "cancelled" });
    expect(pool.load).toEqual({ serving: 4, waiting: 0 });
  });

  it("get another run where one has ended", async () => {
    const { runs, ask } = poolOf();
    const outcomes = ["/1", "/2", "/3", "/4", "/5"].map((path) => ask(path));
    await settle();
    runs[1]!.stop();
    await settle();
    expect((await outcomes[1]!).kind).toBe("stopped");
    expect(runs.map(({ paths }) => paths)).toEqual([["/1"], [], ["/3"], ["/4"], ["/5"]]);
  });

  it("wait for each other where they could miss what another did", async () => {
    const { pool, runs, ask, main } = poolOf({ apart: false });
    void ask("/1");
    void ask("/2");
    await settle();
    expect(pool.load).toEqual({ serving: 1, waiting: 1 });
    expect(main.paths).toEqual(["/1"]);
    main.asked.get("/1")!.finish();
    await settle();
    expect([main.paths, runs.length]).toEqual([["/2"], 1]);
  });
});

it("requests for shared instances all go to the run itself, where they wait for each other", async () => {
  const { pool, runs, ask, main } = poolOf();
  for (const path of ["/1", "/2", "/3"]) void ask(path, "shared");
  await settle();
  expect([main.paths, runs.length]).toEqual([["/1", "/2", "/3"], 1]);
  expect(pool.load).toEqual({ serving: 1, waiting: 2 });
});

it("all runs end with the first, and those who wait are told", async () => {
  const { runs, ask, main } = poolOf();
  const outcomes = ["/1", "/2", "/3", "/4", "/5"].map((path) => ask(path));
  await settle();
  main.stop();
  expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual([...Array(4).fill("stopped"), "refused"]);
  expect(runs.map(({ isStopped }) => isStopped)).toEqual([true, true, true, true]);
  expect((await ask("/6")).kind).toBe("refused");
  expect(runs).toHaveLength(4);
});

describe("a plan", () => {
  const instance = { name: "one", importTypes: new Map(), exportTypes: new Map(), imports: new Map() };
  const planWith = (access: "read" | "read-write"): RunPlan => ({
    instances: [instance],
    grants: new Map([["one", { ...NO_GRANTS, preopens: [{ path: "/", tree: "files", folder: "", access }] }]]),
    trees: new Map(),
    limits: { memoryBytes: 0, outputBytes: 0, callMs: null, calls: null },
    determinism: null,
  });

  it("is served by several runs while nothing is written and no clock is shared", () => {
    expect(servesApart(planWith("read"))).toBe(true);
    expect(servesApart(planWith("read-write"))).toBe(false);
    const counted = { ...planWith("read").limits, calls: 10 };
    expect(servesApart({ ...planWith("read"), limits: counted })).toBe(false);
    expect(servesApart({ ...planWith("read"), determinism: { startMs: 0, stepMs: 1, seed: 1 } })).toBe(false);
  });
});
