// The thread of a run as the WASI host sees it: clocks, waiting, randomness, and where output and refusals go.

import { assert } from "../../../core/base/assert.ts";
import type { FetchPort, FetchRequest } from "../wasi/http/fetch-port.ts";
import { CONTROL_WORD } from "../control/control-buffer.ts";
import type { RunControl } from "../control/run-control.ts";
import type { RunEvent } from "./run-events.ts";
import type { RandomSource } from "../control/random-source.ts";
import type { RunClock } from "../control/run-clock.ts";
import { StopSignal } from "../trap/signals.ts";
import type { Denial } from "../wasi/grants.ts";
import type { HostThread, StandardStream } from "../wasi/host-context.ts";
import type { ByteSource } from "../wasi/io/byte-streams.ts";
import type { ReadySource } from "../wasi/io/pollable.ts";
import type { Bell } from "../wait/bell.ts";
import type { Waited } from "../wait/waited.ts";

/** What a run uses of the thread it is in. */
export interface RunPorts {
  /** The control words: shared with the page, or the worker's own. */
  readonly words: Int32Array;
  /** False where the engine has no memory that a thread could wait on. */
  readonly canWait: boolean;
  /** What wakes suspended calls; null where the thread blocks. */
  readonly bell: Bell | null;
  /** `bytes` are borrowed. May wait for room. */
  write(instance: string, stream: StandardStream, bytes: Uint8Array): void;
  /** Sends what was gathered: nothing else will for a while. */
  flush(): void;
  emit(event: RunEvent): void;
  /** What is written to the run while it goes on, for all that read it; null where there is no such thing. */
  readonly input: ByteSource | null;
  /** Sends a request through the thread that fetches; null where its answer couldn't reach a thread that waits. */
  readonly fetch: ((request: FetchRequest) => FetchPort) | null;
  /** The exports of an ES module with this text. */
  loadScript(js: string): Promise<object>;
}

/** What a run has of the world, or in its place. */
export interface RunWorld {
  readonly clock: RunClock;
  readonly random: RandomSource;
}

const CANNOT_WAIT =
  "this browser can't make a run wait: the page is not cross-origin isolated, and calls can't be suspended";

export class RunThread implements HostThread {
  readonly #ports: RunPorts;
  readonly #control: RunControl;
  readonly #world: RunWorld;
  readonly #beforeWaiting: () => void;
  #outputBytesLeft: number;
  #hasAsked = false;

  /** @param outputBytes that may be written in all */
  constructor(ports: RunPorts, control: RunControl, world: RunWorld, outputBytes: number, beforeWaiting: () => void) {
    this.#ports = ports;
    this.#control = control;
    this.#world = world;
    this.#outputBytesLeft = outputBytes;
    this.#beforeWaiting = beforeWaiting;
  }

  wait<T>(sources: readonly ReadySource[], then: () => Waited<T>): Waited<T> {
    const { bell } = this.#ports;
    if (bell) return this.#isReady(sources) ? then() : this.#suspend(sources, then, bell);
    this.#block(sources);
    return then();
  }

  #block(sources: readonly ReadySource[]): void {
    const { words, canWait } = this.#ports;
    const { clock } = this.#world;
    for (let first = true; ; first = false) {
      const seen = Atomics.load(words, CONTROL_WORD.wake);
      if (this.#isReady(sources)) return;
      if (!canWait) throw new Error(CANNOT_WAIT);
      if (first) this.#noteWaiting(sources);
      const deadlineMs = deadlineOf(sources);
      const woken = Atomics.wait(words, CONTROL_WORD.wake, seen, Math.max(0, deadlineMs - clock.nowMs()));
      if (woken === "timed-out") clock.skipTo(deadlineMs);
    }
  }

  /** The thread takes messages meanwhile, and whoever brings news rings the bell. */
  async #suspend<T>(sources: readonly ReadySource[], then: () => Waited<T>, bell: Bell): Promise<T> {
    const { clock } = this.#world;
    this.#noteWaiting(sources);
    do {
      const deadlineMs = deadlineOf(sources);
      if (await bell.heard(Math.max(0, deadlineMs - clock.nowMs()))) clock.skipTo(deadlineMs);
    } while (!this.#isReady(sources));
    return then();
  }

  #isReady(sources: readonly ReadySource[]): boolean {
    for (;;) {
      this.#control.check();
      if (sources.some((source) => source.ready())) return true;
      if (!sources.every((source) => source.isTimer) || !this.#world.clock.skipTo(deadlineOf(sources))) return false;
    }
  }

  #noteWaiting(sources: readonly ReadySource[]): void {
    this.#beforeWaiting();
    if (this.#hasAsked || !sources.some(({ isTyped }) => isTyped)) return;
    this.#hasAsked = true;
    this.#ports.emit({ kind: "asked" });
  }

  nowMs(): number {
    return this.#world.clock.nowMs();
  }

  readMs(): number {
    return this.#world.clock.readMs();
  }

  readWallNs(): bigint {
    return this.#world.clock.readWallNs();
  }

  randomBytes(length: number): Uint8Array {
    return this.#world.random(length);
  }

  write(instance: string, stream: StandardStream, bytes: Uint8Array): void {
    const allowed = bytes.subarray(0, this.#outputBytesLeft);
    this.#outputBytesLeft -= allowed.length;
    this.#ports.write(instance, stream, allowed);
    if (allowed.length < bytes.length) throw new StopSignal("output");
  }

  denied(denial: Denial): void {
    this.#ports.emit({ kind: "denied", ...denial });
  }

  get input(): ByteSource | null {
    return this.#ports.input;
  }

  get canFetch(): boolean {
    return this.#ports.fetch !== null;
  }

  fetch(request: FetchRequest): FetchPort {
    assert(this.#ports.fetch, "requests are sent only where they can be");
    return this.#ports.fetch(request);
  }
}

/** When the first of `sources` becomes ready by itself. */
function deadlineOf(sources: readonly ReadySource[]): number {
  return Math.min(...sources.map((source) => source.deadlineMs ?? Infinity));
}
