// wasi:io/poll: something to wait for. Waiting is the thread's business; a source only says whether it is ready.

import { GuestTrap } from "../../trap/signals.ts";
import type { Waited } from "../../wait/waited.ts";
import type { HostThread } from "../host-context.ts";

export interface ReadySource {
  ready(): boolean;
  /** When it becomes ready without anyone's doing, in milliseconds of `HostThread.nowMs`. */
  readonly deadlineMs?: number;
  /** True where it waits for nothing but its deadline. */
  readonly isTimer?: boolean;
  /** True where somebody has to type first. */
  readonly isTyped?: boolean;
}

export const ALWAYS_READY: ReadySource = { ready: () => true };

/** Ready from `deadlineMs` on. */
export function timer(thread: HostThread, deadlineMs: number): ReadySource {
  return { deadlineMs, isTimer: true, ready: () => thread.nowMs() >= deadlineMs };
}

export class Pollable {
  readonly #thread: HostThread;
  readonly source: ReadySource;

  constructor(thread: HostThread, source: ReadySource) {
    this.#thread = thread;
    this.source = source;
  }

  ready(): boolean {
    return this.source.ready();
  }

  block(): Waited<void> {
    return this.#thread.wait([this.source], () => {});
  }
}

/** `poll`: the indices of those that are ready, at least one, in ascending order. */
export function pollOn(thread: HostThread): (pollables: readonly Pollable[]) => Waited<Uint32Array> {
  return (pollables) => {
    if (pollables.length === 0) throw new GuestTrap("wasi:io/poll#poll was called with an empty list");
    const sources = pollables.map(({ source }) => source);
    return thread.wait(sources, () => Uint32Array.from(sources.flatMap((source, i) => (source.ready() ? [i] : []))));
  };
}
