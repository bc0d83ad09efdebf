// Requests that are put to a run: those for new instances are served side by side, by a few more runs of the same plan;
// those for shared instances wait for each other in the run itself.

import type { RunPlan } from "../prepare/run-plan.ts";
import type { RunEnd } from "../trap/trap-report.ts";
import type { HttpOutcome, HttpRequest } from "./exchange.ts";

/** Runs that serve one plan at once, the first one included: each has a thread and memories of its own. */
export const MAX_SERVING_RUNS = 4;

/** What serves requests: `Run`. */
export interface ServingRun {
  /** True while it is asked something. */
  readonly isBusy: boolean;
  readonly finished: Promise<RunEnd>;
  serveHttp(request: HttpRequest): Promise<HttpOutcome>;
  stop(): void;
}

export interface ServeLoad {
  /** Requests that are being answered. */
  readonly serving: number;
  /** Requests that wait for others to be answered. */
  readonly waiting: number;
}

/** True where requests may be served in several runs: none would miss what another did, nor is anything counted. */
export function servesApart({ grants, limits, determinism }: RunPlan): boolean {
  const writes = Array.from(grants.values()).some(({ preopens }) =>
    preopens.some(({ access }) => access === "read-write"),
  );
  return !writes && limits.calls === null && determinism === null;
}

export class ServePool {
  readonly #main: ServingRun;
  readonly #spawn: (() => ServingRun) | null;
  readonly #onLoad: (load: ServeLoad) => void;
  /** The runs beside the main one. */
  readonly #others = new Set<ServingRun>();
  /** Those that answer a request for new instances. */
  readonly #taken = new Set<ServingRun>();
  /** Requests for new instances that no run is free for, the oldest first. */
  readonly #queue: ((run: ServingRun) => void)[] = [];
  /** Requests for shared instances, being answered or waiting in the main run. */
  #shared = 0;
  #isOver = false;

  /**
   * @param main ends by itself; the other runs end with it
   * @param spawn makes another run of the same plan, or null where all is served by the main one
   * @param onLoad is told whenever the load changes
   */
  constructor(main: ServingRun, spawn: (() => ServingRun) | null, onLoad: (load: ServeLoad) => void = () => {}) {
    this.#main = main;
    this.#spawn = spawn;
    this.#onLoad = onLoad;
    void main.finished.then(() => this.#close());
  }

  get load(): ServeLoad {
    const shared = Math.min(1, this.#shared);
    return { serving: this.#taken.size + shared, waiting: this.#queue.length + this.#shared - shared };
  }

  /** Puts `request` to a run; resolves when its head is there. */
  async serveHttp(request: HttpRequest): Promise<HttpOutcome> {
    if (request.instances === "shared") {
      this.#shared += 1;
      return this.#serveBy(this.#main, request, () => void (this.#shared -= 1));
    }
    const run = await this.#freeRun(request.signal);
    if (run === null) return { kind: "cancelled" };
    return this.#serveBy(run, request, () => void this.#taken.delete(run));
  }

  /** `release` once the handler has ended, which may be after its answer. */
  async #serveBy(run: ServingRun, request: HttpRequest, release: () => void): Promise<HttpOutcome> {
    this.#onLoad(this.load);
    const outcome = await run.serveHttp(request);
    void this.#afterwards(outcome, release);
    return outcome;
  }

  async #afterwards(outcome: HttpOutcome, release: () => void): Promise<void> {
    if (outcome.kind === "response") await outcome.response.finished;
    release();
    this.#handOut();
  }

  /** A run that answers nothing else, taken; null where the client goes before there is one. */
  async #freeRun(signal: AbortSignal | undefined): Promise<ServingRun | null> {
    return new Promise((resolve) => {
      this.#queue.push(resolve);
      signal?.addEventListener("abort", () => {
        const at = this.#queue.indexOf(resolve);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        resolve(null);
        this.#onLoad(this.load);
      });
      this.#handOut();
    });
  }

  /** Gives runs that are free to requests that wait. */
  #handOut(): void {
    while (this.#queue.length > 0) {
      const free = this.#free();
      if (free === null) break;
      this.#taken.add(free);
      this.#queue.shift()!(free);
    }
    this.#onLoad(this.load);
  }

  #free(): ServingRun | null {
    // Once it is over, it says so to whoever asks.
    if (this.#isOver) return this.#main;
    if (this.#spawn === null) return this.#taken.has(this.#main) ? null : this.#main;
    if (!this.#taken.has(this.#main) && !this.#main.isBusy) return this.#main;
    for (const other of this.#others) if (!this.#taken.has(other)) return other;
    return this.#others.size + 1 < MAX_SERVING_RUNS ? this.#another(this.#spawn) : null;
  }

  #another(spawn: () => ServingRun): ServingRun {
    const run = spawn();
    this.#others.add(run);
    void run.finished.then(() => void this.#others.delete(run));
    return run;
  }

  #close(): void {
    this.#isOver = true;
    for (const other of this.#others) other.stop();
    this.#handOut();
  }
}
