// One run as the page sees it: questions and answers, events in order, and an end that comes whatever the worker does.

import type { CallOutcome, CallRequest } from "./session/calls.ts";
import { CONTROL_STATE, createControlBuffer, layoutOf, requestEnd } from "./control/control-buffer.ts";
import { Fetcher } from "./fetch/fetch.client.ts";
import { lineToRun } from "./http/frame-line.ts";
import { RunInput } from "./input/input-pipe.ts";
import { Exchange, type HttpOutcome, type HttpRequest } from "./http/exchange.ts";
import type { ServeEnd } from "./http/serve.protocol.ts";
import { OutputReader } from "./output/output-reader.ts";
import type { RunComponent } from "./prepare/run-component.ts";
import type { RunEvent } from "./session/run-events.ts";
import type { RunPlan } from "./prepare/run-plan.ts";
import { type RunAnswer, type RunMessage, type RunQuestion, type RunReply, transferablesTo } from "./run.protocol.ts";
import type { RunEnd } from "./trap/trap-report.ts";
import { type WaitMode, waitModeHere } from "./wait/wait-mode.ts";
import type { TreeEntry } from "./wasi/filesystem/snapshot.ts";

export type RunListener = (events: readonly RunEvent[]) => void;

/** What a run that is asked to end may still send; then its thread is taken away. */
const GRACE_MS = 100;

export class Run {
  /** Null when all instances are there; otherwise how the run ended before. */
  readonly ready: Promise<RunEnd | null>;
  /** How the run ended. A run that is only idle has not ended. */
  readonly finished: Promise<RunEnd>;
  /** What instances that are granted live input read; null where none is, or where nothing reaches a run that waits. */
  readonly input: RunInput | null;
  /** Resolves when an instance waits for live input for the first time, which may be never. */
  readonly asked: Promise<void>;
  readonly #worker: Worker;
  readonly #plan: RunPlan;
  readonly #listener: RunListener;
  readonly #waiting: WaitMode;
  readonly #control: SharedArrayBuffer | null;
  readonly #output: OutputReader | null;
  readonly #asked = new Map<number, { question: RunQuestion; resolve: (answer: RunAnswer) => void }>();
  readonly #fetcher: Fetcher;
  /** Requests that are served, by the question that asks for it. */
  readonly #exchanges = new Map<number, Exchange>();
  #lastId = 0;
  #isReady = false;
  #end: RunEnd | null = null;
  #isAlive = true;
  /** Asked to end; it is to be taken away as soon as it has. */
  #isEnding = false;
  #resolveReady!: (end: RunEnd | null) => void;
  #resolveFinished!: (end: RunEnd) => void;
  #resolveAsked!: () => void;

  constructor(
    worker: Worker,
    plan: RunPlan,
    components: Promise<readonly (readonly [string, RunComponent])[]>,
    listener: RunListener,
    fetcher = new Fetcher(),
    waiting = waitModeHere(),
  ) {
    this.#worker = worker;
    this.#plan = plan;
    this.#listener = listener;
    this.#fetcher = fetcher;
    this.#waiting = waiting;
    this.#control = waiting === "blocked" ? createControlBuffer() : null;
    this.ready = new Promise((resolve) => (this.#resolveReady = resolve));
    this.finished = new Promise((resolve) => (this.#resolveFinished = resolve));
    this.asked = new Promise((resolve) => (this.#resolveAsked = resolve));
    const names = [...plan.grants.keys()];
    const isAsked = Array.from(plan.grants.values()).some(({ stdin }) => stdin === "live");
    const isReached = waiting !== "asleep" && isAsked;
    this.input = isReached ? new RunInput(this.#control && layoutOf(this.#control).words) : null;
    this.#output = this.#control && new OutputReader(layoutOf(this.#control), names, listener);
    worker.addEventListener("message", ({ data }: MessageEvent<RunReply>) => this.#receive(data));
    worker.addEventListener("error", ({ message }) => this.#fail(message));
    void this.#begin(components);
  }

  /** True while it is asked something; what it is asked next waits. */
  get isBusy(): boolean {
    return this.#asked.size > 0;
  }

  /** Calls an exported function. Calls wait for each other. */
  async call(request: CallRequest): Promise<CallOutcome> {
    return (await this.#inTime(this.#ask({ kind: "call", request }), request.instance)) as CallOutcome;
  }

  /** Runs an instance that exports `wasi:cli/run`, which ends the run with an exit code. */
  async command(instance: string): Promise<CallOutcome> {
    return (await this.#inTime(this.#ask({ kind: "command", instance }), instance)) as CallOutcome;
  }

  /** Has an instance answer an HTTP request. Requests wait for each other; resolves when its head is there. */
  async serveHttp(request: HttpRequest): Promise<HttpOutcome> {
    if (!URL.canParse(request.url)) return { kind: "failed", code: { tag: "HTTP-request-URI-invalid" } };
    const words = this.#control && layoutOf(this.#control).words;
    const exchange = new Exchange(request, this.#waiting === "asleep" ? null : lineToRun(words));
    const asked = await exchange.question();
    if (asked === null) return { kind: "failed", code: { tag: "connection-terminated" } };
    const question: RunQuestion = { kind: "serve", request: asked };
    const answer = this.#inTime(this.#ask(question, exchange), request.instance);
    void answer.then((end) => exchange.end(end as ServeEnd));
    return exchange.outcome;
  }

  /** Drops a resource by the id of its handle. */
  async drop(handle: number): Promise<CallOutcome> {
    return (await this.#ask({ kind: "drop", handle })) as CallOutcome;
  }

  /** All of a file tree as it is now; null for an unknown one, and once the run was stopped. */
  async files(tree: string): Promise<readonly TreeEntry[] | null> {
    return (await this.#ask({ kind: "files", tree })) as readonly TreeEntry[] | null;
  }

  /** Ends the run, or takes away what is left of one that has ended. */
  stop(): void {
    const end: RunEnd = { kind: "stopped" };
    this.#endBy(CONTROL_STATE.stopped, end);
    this.#settleAll(this.#end ?? end);
  }

  async #begin(components: Promise<readonly (readonly [string, RunComponent])[]>): Promise<void> {
    try {
      const ready = new Map(await components);
      const how = { waiting: this.#waiting, control: this.#control, input: this.input?.line ?? null };
      this.#post({ kind: "start", plan: this.#plan, components: ready, ...how });
    } catch (error) {
      this.#fail(String(error));
      return;
    }
    await this.#inTime(this.ready, null);
  }

  /** `answer`; the run ends if it takes too long. @param instance who is to blame then */
  #inTime<T>(answer: Promise<T>, instance: string | null): Promise<T> {
    const { callMs } = this.#plan.limits;
    if (callMs === null) return answer;
    const timer = setTimeout(() => this.#endBy(CONTROL_STATE.outOfTime, timeLimitEnd(instance)), callMs);
    return answer.finally(() => clearTimeout(timer));
  }

  async #ask(question: RunQuestion, exchange?: Exchange): Promise<RunAnswer> {
    await this.ready;
    if (!this.#isAlive) return answerAfter(this.#end!, question);
    this.#lastId += 1;
    const id = this.#lastId;
    if (exchange) this.#exchanges.set(id, exchange);
    return new Promise((resolve) => {
      this.#asked.set(id, { question, resolve });
      this.#post({ kind: "ask", id, question });
    });
  }

  #post(message: RunMessage): void {
    this.#worker.postMessage(message, transferablesTo(message));
  }

  #receive(reply: RunReply): void {
    // What was written before comes first.
    if (reply.kind === "event") this.#output?.drain(reply.written);
    else if (reply.kind !== "output-available") this.#output?.drain();
    switch (reply.kind) {
      case "started":
        this.#isReady = true;
        this.#resolveReady(reply.end);
        break;
      case "answer":
        this.#asked.get(reply.id)?.resolve(reply.answer);
        this.#asked.delete(reply.id);
        this.#exchanges.delete(reply.id);
        break;
      case "served":
        this.#exchanges.get(reply.id)?.receive(reply.frame);
        break;
      case "fetch":
        this.#fetcher.send({ request: reply.request, pipe: reply.pipe, control: this.#control });
        break;
      case "event":
        if (reply.event.kind === "asked") this.#resolveAsked();
        if (reply.event.kind === "finished") this.#finish(reply.event.end);
        else this.#listener([reply.event]);
        break;
      case "output":
        this.#listener(reply.chunks.map((chunk) => ({ kind: "output", ...chunk })));
        break;
      case "output-available":
        this.#output?.available(reply.full);
        break;
    }
  }

  /** Asks a busy worker to end, and ends it after a while; an idle one at once. */
  #endBy(state: 1 | 2, end: RunEnd): void {
    const isBusy = this.#isAlive && this.#end === null && (!this.#isReady || this.#asked.size > 0);
    if (!isBusy || this.#waiting === "asleep") {
      this.#kill(end);
      return;
    }
    if (this.#control) requestEnd(layoutOf(this.#control).words, state);
    else this.#post({ kind: "end", state });
    this.#isEnding = true;
    setTimeout(() => this.#kill(end), GRACE_MS);
  }

  #kill(end: RunEnd): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#worker.terminate();
    this.#fetcher.stop();
    this.#output?.drain();
    this.#finish(end);
    this.#resolveReady(this.#end);
    this.#settleAll(this.#end!);
  }

  #finish(end: RunEnd): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.input?.close();
    this.#listener([{ kind: "finished", end }]);
    this.#resolveFinished(end);
    if (this.#isEnding) this.#kill(end);
  }

  #settleAll(end: RunEnd): void {
    for (const { question, resolve } of this.#asked.values()) resolve(question.kind === "files" ? null : end);
    this.#asked.clear();
    this.#exchanges.clear();
  }

  #fail(message: string): void {
    this.#kill({
      kind: "trapped",
      report: { kind: "host-error", message, instance: null, calls: [], frames: [] },
    });
  }
}

function answerAfter(end: RunEnd, question: RunQuestion): RunAnswer {
  return question.kind === "files" ? null : { kind: "refused", error: { kind: "run-is-over", end } };
}

/** What is told of a call that doesn't tell itself where it was when its time was over. */
function timeLimitEnd(instance: string | null): RunEnd {
  const message = "the call took longer than it may";
  return { kind: "trapped", report: { kind: "limit", limit: "time", message, instance, calls: [], frames: [] } };
}
