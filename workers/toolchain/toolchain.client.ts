// The page's handle on the toolchain worker: one question at a time, answers from the cache where there are any.
// The worker is thrown away when a tool has crashed in it, or when what it is busy with was cancelled.

import type { WitFile } from "../../core/wac/wit-package.ts";
import { fail, ok, type Result } from "../../core/base/result.ts";
import type { Artifact } from "./artifact.ts";
import { ARTIFACT_KEY_PREFIX, ArtifactCache, artifactKey } from "./artifact-cache.ts";
import { type ArtifactStore, createIndexedDbStore } from "./artifact-store.ts";
import { hasMultiMemory } from "./multi-memory.ts";
import type { Suspending } from "./suspending-names.ts";
import type { ToolAnswer, ToolAnswers, ToolQuestion } from "./toolchain.protocol.ts";
import type { ToolchainError } from "./toolchain-error.ts";

export interface ComponentSource {
  /** For progress: what people know the component by. */
  readonly name: string;
  /** Hexadecimal, of `bytes`. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What takes longer than a moment. */
export interface ToolProgress {
  readonly stage: ToolQuestion["kind"];
  readonly component: string | null;
}

export interface ToolchainOptions {
  readonly spawn?: () => Worker;
  readonly store?: ArtifactStore;
  /** Null when nothing is going on any more. */
  readonly onProgress?: (progress: ToolProgress | null) => void;
}

/** What is over sooner isn't told of. */
const PROGRESS_AFTER_MS = 300;

export class Toolchain {
  readonly #spawn: () => Worker;
  readonly #cache: ArtifactCache;
  readonly #onProgress: (progress: ToolProgress | null) => void;
  readonly #multiMemory = hasMultiMemory();
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ spawn = spawnToolchainWorker, store, onProgress = () => {} }: ToolchainOptions = {}) {
    this.#spawn = spawn;
    this.#cache = new ArtifactCache(store ?? createIndexedDbStore(ARTIFACT_KEY_PREFIX));
    this.#onProgress = onProgress;
  }

  /** Starts the worker, for a moment when nothing else is to be done. Tools load with the first question for them. */
  warm(): void {
    this.#worker ??= this.#spawn();
  }

  /**
   * The artifact of a component, the same object each time. Cancelled by `signal`.
   * @param suspending null for a run whose thread blocks
   */
  async transpile(
    source: ComponentSource,
    signal?: AbortSignal,
    suspending: Suspending | null = null,
  ): Promise<Result<Artifact, ToolchainError>> {
    const options = { multiMemory: this.#multiMemory, suspending };
    const key = artifactKey(source.sha256, options);
    const known = await this.#cache.get(key);
    if (known) return ok(known);
    return this.#inTurn(async () => {
      const knownMeanwhile = await this.#cache.get(key);
      if (knownMeanwhile) return ok(knownMeanwhile);
      const { bytes, name } = source;
      const answer = await this.#ask({ kind: "transpile", bytes, options }, name, signal);
      return answer.ok ? ok(this.#cache.put(key, answer.value)) : answer;
    });
  }

  /** The bytes of a component or module in the text format, parsed strictly. */
  parseWat(text: string, signal?: AbortSignal): Promise<ToolAnswer<"parse-wat">> {
    return this.#inTurn(() => this.#ask({ kind: "parse-wat", text }, null, signal));
  }

  /** The binary form of a package of WIT, from one file or a folder. */
  encodeWit(files: readonly WitFile[], signal?: AbortSignal): Promise<ToolAnswer<"encode-wit">> {
    return this.#inTurn(() => this.#ask({ kind: "encode-wit", files }, null, signal));
  }

  printWat(source: Omit<ComponentSource, "sha256">, signal?: AbortSignal): Promise<ToolAnswer<"print-wat">> {
    return this.#inTurn(() => this.#ask({ kind: "print-wat", bytes: source.bytes }, source.name, signal));
  }

  /** Null if the component is valid. */
  validate(source: Omit<ComponentSource, "sha256">, signal?: AbortSignal): Promise<ToolAnswer<"validate">> {
    return this.#inTurn(() => this.#ask({ kind: "validate", bytes: source.bytes }, source.name, signal));
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Never rejects. `component` is named in progress. */
  async #ask<Q extends ToolQuestion>(
    question: Q,
    component: string | null,
    signal: AbortSignal | undefined,
  ): Promise<Result<ToolAnswers[Q["kind"]], ToolchainError>> {
    if (signal?.aborted) return fail({ kind: "cancelled" });
    const worker = (this.#worker ??= this.#spawn());
    const progress = setTimeout(() => this.#onProgress({ stage: question.kind, component }), PROGRESS_AFTER_MS);
    const startMs = performance.now();
    const answer = await exchange(worker, question, signal);
    clearTimeout(progress);
    if (performance.now() - startMs >= PROGRESS_AFTER_MS) this.#onProgress(null);
    if (!answer.ok && (answer.error.kind === "tool-crashed" || answer.error.kind === "cancelled")) {
      worker.terminate();
      this.#worker = null;
    }
    return answer as Result<ToolAnswers[Q["kind"]], ToolchainError>;
  }
}

/** The worker's answer, or what came first: its failure, or the cancellation. */
function exchange(worker: Worker, question: ToolQuestion, signal: AbortSignal | undefined): Promise<ToolAnswer> {
  const listening = new AbortController();
  const once = { signal: listening.signal };
  const answer = new Promise<ToolAnswer>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<ToolAnswer>) => resolve(data), once);
    worker.addEventListener("error", ({ message }) => resolve(fail({ kind: "tool-crashed", message })), once);
    signal?.addEventListener("abort", () => resolve(fail({ kind: "cancelled" })), once);
  });
  worker.postMessage(question, []);
  return answer.finally(() => listening.abort());
}

function spawnToolchainWorker(): Worker {
  return new Worker(new URL("toolchain.worker.ts", import.meta.url), { type: "module", name: "toolchain" });
}
