// How much linear memory a run has: all that its core modules export, and prepared modules export all of theirs.

import type { LimitName } from "./limits.ts";

const PAGE_BYTES = 65_536;

export class MemoryMeter {
  readonly #limitBytes: number;
  readonly #memories = new Set<WebAssembly.Memory>();

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** Counts the memories that `instance` exports from now on. */
  watch(instance: WebAssembly.Instance): void {
    for (const item of Object.values(instance.exports)) {
      if (item instanceof WebAssembly.Memory) this.#memories.add(item);
    }
  }

  overLimit(): LimitName | null {
    let bytes = 0;
    for (const { buffer } of this.#memories) bytes += buffer.byteLength;
    return bytes > this.#limitBytes ? "memory" : null;
  }

  /**
   * `memory` if a memory has grown to its bound, so that a guest's allocation failed. To be asked only when nothing
   * runs any more: it finds out by growing.
   */
  exhausted(): LimitName | null {
    for (const memory of this.#memories) {
      if (memory.buffer.byteLength >= PAGE_BYTES * 16 && !canGrow(memory)) return "memory";
    }
    return this.overLimit();
  }
}

/** Room for less than 1 MiB counts as none: allocators ask for more than they need. */
function canGrow(memory: WebAssembly.Memory): boolean {
  try {
    memory.grow(16);
    return true;
  } catch {
    return false;
  }
}
