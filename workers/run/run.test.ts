import { afterEach, describe, expect, it, vi } from "vitest";
import type { CallRequest } from "./session/calls.ts";
import { CONTROL_STATE, CONTROL_WORD, layoutOf } from "./control/control-buffer.ts";
import { DEFAULT_LIMITS, type RunLimits } from "./control/limits.ts";
import { OutputRingWriter } from "./output/output-ring.ts";
import { Fetcher } from "./fetch/fetch.client.ts";
import type { HttpRequest } from "./http/exchange.ts";
import type { ServedFrame } from "./http/serve.protocol.ts";
import { Run } from "./run.ts";
import type { RunEvent } from "./session/run-events.ts";
import type { RunMessage, RunReply } from "./run.protocol.ts";
import { NO_GRANTS } from "./wasi/grants.ts";
import type { WaitMode } from "./wait/wait-mode.ts";

const CALL: CallRequest = { instance: "one", interface: null, function: "f", arguments: [] };
const RETURNED = { kind: "returned", value: 1, durationMs: 0 } as const;
const TRAPPED = {
  kind: "trapped",
  report: { kind: "trap", message: "unreachable", instance: "one", calls: [], frames: [] },
} as const;

/** A worker that keeps what it is told and says what the test says. */
class FakeWorker extends EventTarget {
  readonly messages: RunMessage[] = [];
  isAlive = true;

  postMessage(message: RunMessage): void {
    this.messages.push(message);
  }

  terminate(): void {
    this.isAlive = false;
  }

  says(reply: RunReply): void {
    if (this.isAlive) this.dispatchEvent(new MessageEvent("message", { data: reply }));
  }

  /** Answers the last question. */
  answers(answer: Extract<RunReply, { kind: "answer" }>["answer"]): void {
    const asked = this.messages.findLast(({ kind }) => kind === "ask");
    if (asked?.kind === "ask") this.says({ kind: "answer", id: asked.id, answer });
  }
}

function run(
  limits: Partial<RunLimits> = {},
  fetcher?: Fetcher,
  waiting?: WaitMode,
): { worker: FakeWorker; run: Run; events: RunEvent[] } {
  const worker = new FakeWorker();
  const events: RunEvent[] = [];
  const instance = { name: "one", importTypes: new Map(), exportTypes: new Map(), imports: new Map() };
  const grants = new Map([["one", NO_GRANTS]]);
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const plan = { instances: [instance], grants, trees: new Map(), limits: bounds, determinism: null };
  const listener = (batch: readonly RunEvent[]): void => void events.push(...batch);
  const made = new Run(worker as unknown as Worker, plan, Promise.resolve([]), listener, fetcher, waiting);
  return { worker, run: made, events };
}

async function started(limits: Partial<RunLimits> = {}, waiting?: WaitMode): Promise<ReturnType<typeof run>> {
  const made = run(limits, undefined, waiting);
  await Promise.resolve();
  made.worker.says({ kind: "started", end: null });
  await made.run.ready;
  return made;
}

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

afterEach(() => vi.unstubAllGlobals());

describe("a run", () => {
  it("is started first, and asked when it is ready", async () => {
    const { worker, run: made } = run();
    const called = made.call(CALL);
    await settle();
    expect(worker.messages.map(({ kind }) => kind)).toEqual(["start"]);
    worker.says({ kind: "started", end: null });
    await settle();
    expect(worker.messages.map(({ kind }) => kind)).toEqual(["start", "ask"]);
    worker.answers(RETURNED);
    expect(await called).toEqual(RETURNED);
  });

  it("that is idle ends at once when it is stopped", async () => {
    const { worker, run: made, events } = await started();
    made.stop();
    expect(worker.isAlive).toBe(false);
    expect(await made.finished).toEqual({ kind: "stopped" });
    expect(events).toEqual([{ kind: "finished", end: { kind: "stopped" } }]);
    expect(await made.call(CALL)).toEqual({
      kind: "refused",
      error: { kind: "run-is-over", end: { kind: "stopped" } },
    });
    expect(await made.files("t")).toBeNull();
  });

  it("answers a stop before its thread is gone", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    const { worker, run: made } = await started();
    const called = made.call(CALL);
    await settle();
    made.stop();
    expect(await called).toEqual({ kind: "stopped" });
    expect(worker.isAlive).toBe(true);
    const start = worker.messages[0]!;
    const { words } = layoutOf(start.kind === "start" ? start.control! : expect.fail());
    expect(words[CONTROL_WORD.state]).toBe(CONTROL_STATE.stopped);
    expect(words[CONTROL_WORD.wake]).toBe(1);
    worker.says({ kind: "event", event: { kind: "finished", end: { kind: "stopped" } }, written: 0 });
    expect(worker.isAlive).toBe(false);
  });

  it("whose calls are suspended is told by a message that it is to end", async () => {
    const { worker, run: made } = await started({}, "suspended");
    const called = made.call(CALL);
    await settle();
    made.stop();
    expect(await called).toEqual({ kind: "stopped" });
    expect(worker.isAlive).toBe(true);
    expect(worker.messages[0]).toMatchObject({ kind: "start", waiting: "suspended", control: null });
    expect(worker.messages.at(-1)).toEqual({ kind: "end", state: CONTROL_STATE.stopped });
    worker.says({ kind: "event", event: { kind: "finished", end: { kind: "stopped" } }, written: 0 });
    expect(worker.isAlive).toBe(false);
  });

  it("keeps what was written when a thread that doesn't listen is killed", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    const { worker, run: made, events } = await started();
    void made.call(CALL);
    await settle();
    const start = worker.messages[0]!;
    const layout = layoutOf(start.kind === "start" ? start.control! : expect.fail());
    made.stop();
    new OutputRingWriter(layout, { available: () => {}, full: () => {} }, () => {}).write(
      0,
      "stdout",
      new Uint8Array(3),
    );
    expect(await made.finished).toEqual({ kind: "stopped" });
    expect(worker.isAlive).toBe(false);
    expect(events).toMatchObject([{ kind: "output", instance: "one", bytes: new Uint8Array(3) }, { kind: "finished" }]);
  });

  it("can be looked at after it ended by itself", async () => {
    const { worker, run: made, events } = await started();
    const called = made.call(CALL);
    await settle();
    worker.says({ kind: "event", event: { kind: "finished", end: TRAPPED }, written: 0 });
    worker.answers(TRAPPED);
    expect(await called).toEqual(TRAPPED);
    const files = made.files("t");
    await settle();
    worker.answers([]);
    expect(await files).toEqual([]);
    made.stop();
    expect(worker.isAlive).toBe(false);
    expect(await made.finished).toEqual(TRAPPED);
    expect(events.filter(({ kind }) => kind === "finished")).toHaveLength(1);
  });

  it("ends when a call takes too long", async () => {
    const { run: made } = await started({ callMs: 5 });
    expect(await made.call(CALL)).toMatchObject({
      kind: "trapped",
      report: { kind: "limit", limit: "time", instance: "one" },
    });
  });

  it("ends when its worker can't start", async () => {
    const { worker, run: made } = run();
    worker.dispatchEvent(Object.assign(new Event("error"), { message: "no such file" }));
    const end = { kind: "trapped", report: { kind: "host-error", message: "no such file" } };
    expect(await made.ready).toMatchObject(end);
    expect(await made.finished).toMatchObject(end);
    expect(await made.call(CALL)).toMatchObject({ kind: "refused" });
  });

  const REQUEST: HttpRequest = {
    instance: "one",
    method: "POST",
    url: "http://localhost:81/a?b#c",
    headers: [["X", "1"]],
    body: new TextEncoder().encode("body"),
    instances: "each",
  };

  it("answers a request as its parts come", async () => {
    const { worker, run: made } = await started();
    const serving = made.serveHttp(REQUEST);
    await settle();
    const asked = worker.messages.at(-1)!;
    if (asked.kind !== "ask" || asked.question.kind !== "serve") return expect.fail(asked.kind);
    expect(asked.question.request).toMatchObject({ authority: "localhost:81", pathWithQuery: "/a?b", scheme: "http" });
    expect(new TextDecoder().decode(asked.question.request.body!)).toBe("body");
    const served = (frame: ServedFrame): void => worker.says({ kind: "served", id: asked.id, frame });
    served({ kind: "head", status: 201, headers: [] });
    const outcome = await serving;
    if (outcome.kind !== "response") return expect.fail(outcome.kind);
    served({ kind: "data", bytes: new TextEncoder().encode("one ") });
    served({ kind: "data", bytes: new TextEncoder().encode("two") });
    served({ kind: "end", trailers: [] });
    worker.answers({ kind: "answered", durationMs: 1 });
    const { status, body, trailers, finished } = outcome.response;
    expect([status, await new Response(body).text(), await trailers]).toEqual([201, "one two", []]);
    expect(await finished).toEqual({ kind: "answered", durationMs: 1 });
  });

  it("breaks off the body of an answer that isn't finished", async () => {
    const { worker, run: made } = await started();
    const serving = made.serveHttp(REQUEST);
    await settle();
    worker.says({ kind: "served", id: 1, frame: { kind: "head", status: 200, headers: [] } });
    const outcome = await serving;
    worker.answers(TRAPPED);
    if (outcome.kind !== "response") return expect.fail(outcome.kind);
    await expect(new Response(outcome.response.body).text()).rejects.toThrow("ended early");
    expect(await outcome.response.finished).toEqual(TRAPPED);
  });

  it("tells of a request without an answer, and cancels one that nobody wants", async () => {
    const { worker, run: made } = await started();
    const serving = made.serveHttp(REQUEST);
    await settle();
    worker.answers({ kind: "failed", code: null });
    expect(await serving).toEqual({ kind: "failed", code: null });
    expect(await made.serveHttp({ ...REQUEST, url: "nowhere" })).toMatchObject({ kind: "failed" });
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    expect(await made.serveHttp({ ...REQUEST, body: broken })).toMatchObject({
      code: { tag: "connection-terminated" },
    });
    const gone = new AbortController();
    const cancelled = made.serveHttp({ ...REQUEST, signal: gone.signal });
    await settle();
    gone.abort();
    expect(await cancelled).toEqual({ kind: "cancelled" });
    made.stop();
    expect(await made.serveHttp(REQUEST)).toMatchObject({ kind: "refused", error: { kind: "run-is-over" } });
  });

  it("has a request of a guest sent by a thread of its own, which ends with it", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    const fetcher = new FakeWorker();
    const { worker, run: made } = run({}, new Fetcher(() => fetcher as unknown as Worker));
    await settle();
    worker.says({ kind: "started", end: null });
    const request = { url: "https://a.test/", method: "GET", headers: [], body: null };
    worker.says({ kind: "fetch", request, pipe: new SharedArrayBuffer(8) });
    expect(fetcher.messages).toMatchObject([{ request }]);
    made.stop();
    expect(fetcher.isAlive).toBe(false);
  });
});
