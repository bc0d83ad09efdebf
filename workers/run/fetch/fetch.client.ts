// The page's handle on the thread that sends the requests of a run. It is made for the first of them.

import { transferablesOfEnd } from "../http/frame-line.ts";
import type { FetchMessage } from "./fetch.protocol.ts";

export class Fetcher {
  readonly #spawn: () => Worker;
  #worker: Worker | null = null;

  constructor(spawn: () => Worker = spawnFetchWorker) {
    this.#spawn = spawn;
  }

  send(message: FetchMessage): void {
    this.#worker ??= this.#spawn();
    const { body } = message.request;
    this.#worker.postMessage(message, [...(body ? [body.buffer] : []), ...transferablesOfEnd(message.pipe)]);
  }

  /** Ends all requests that are on their way. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

function spawnFetchWorker(): Worker {
  return new Worker(new URL("fetch.worker.ts", import.meta.url), { type: "module", name: "fetch" });
}
