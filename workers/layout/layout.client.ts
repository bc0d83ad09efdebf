// The page's handle on ELK, which is heavy: its worker starts with the first layout and goes when one is cancelled.

import type { ELK } from "elkjs/lib/elk-api.js";
import elkWorkerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { LayoutAnswer, LayoutRequest } from "./layout.protocol.ts";

export class LayoutClient {
  #elk: Promise<ELK> | null = null;

  /** Where the boxes go; rejects with an AbortError when `signal` is aborted first. */
  async layOut(request: LayoutRequest, signal: AbortSignal): Promise<LayoutAnswer> {
    const [elk, { layOut }] = await Promise.all([(this.#elk ??= startElk()), import("./layout.ts")]);
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => {
        this.#elk = null;
        elk.terminateWorker();
        reject(new DOMException("The layout was cancelled", "AbortError"));
      });
      layOut(elk, request).then(resolve, reject);
    });
  }
}

async function startElk(): Promise<ELK> {
  const { default: Elk } = await import("elkjs/lib/elk-api.js");
  return new Elk({ workerFactory: () => new Worker(elkWorkerUrl, { name: "layout" }) });
}
