// How much linear memory a run has: all that its core modules export, and prepared modules export all of theirs.

import type { LimitName } from "./limits.ts";

const PAGE_BYTES = 65_536;

export class MemoryMeter {
  readonly #limitBytes: number;
  /** With the instance that each belongs to. */
  readonly #memories = new Map<WebAssembly.Memory, string>();

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** Counts the memories that `core` exports from now on, for the instance of that name. */
  watch(instance: string, core: WebAssembly.Instance): void {
    for (const item of Object.values(core.exports)) {
      if (item instanceof WebAssembly.Memory && !this.#memories.has(item)) this.#memories.set(item, instance);
    }
  }

  /** Bytes of linear memory by instance; those without any are not in it. */
  byInstance(): Map<string, number> {
    const bytes = new Map<string, number>();
    for (const [{ buffer }, instance] of this.#memories) {
      bytes.set(instance, (bytes.get(instance) ?? 0) + buffer.byteLength);
    }
    return bytes;
  }

  overLimit(): LimitName | null {
    let bytes = 0;
    for (const { buffer } of this.#memories.keys()) bytes += buffer.byteLength;
    return bytes > this.#limitBytes ? "memory" : null;
  }

  /**
   * `memory` if a memory has grown to its bound, so that a guest's allocation failed. To be asked only when nothing
   * runs any more: it finds out by growing.
   */
  exhausted(): LimitName | null {
    for (const memory of this.#memories.keys()) {
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
