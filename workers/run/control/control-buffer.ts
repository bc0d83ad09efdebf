// The memory that the page and a run worker share in an isolated page.
//
//   word 0          state: see CONTROL_STATE
//   word 1          wake: counts up and is notified when somebody who waits should look again
//   words 2, 3      output: bytes written and bytes read so far, modulo 2^32
//   words 4 … 15    not used
//   words 16 …      one flag per function, for breakpoints to come
//   then            the output ring

const HEADER_WORDS = 16;
const FUNCTION_FLAG_WORDS = 8192;
const WORD_BYTES = 4;

/** A power of two, so that counters may wrap around. */
const OUTPUT_RING_BYTES = 256 * 1024;

export const CONTROL_WORDS = HEADER_WORDS + FUNCTION_FLAG_WORDS;

export const CONTROL_WORD = { state: 0, wake: 1, outputWritten: 2, outputRead: 3 } as const;

export const CONTROL_STATE = {
  running: 0,
  /** A person stopped the run. */
  stopped: 1,
  /** A call took longer than its limit. */
  outOfTime: 2,
} as const;

export interface ControlLayout {
  readonly words: Int32Array;
  readonly outputRing: Uint8Array;
}

/** A fresh control buffer, or null where the page is not isolated and can't share memory. */
export function createControlBuffer(): SharedArrayBuffer | null {
  if (!globalThis.crossOriginIsolated) return null;
  return new SharedArrayBuffer(CONTROL_WORDS * WORD_BYTES + OUTPUT_RING_BYTES);
}

export function layoutOf(buffer: SharedArrayBuffer): ControlLayout {
  return {
    words: new Int32Array(buffer, 0, CONTROL_WORDS),
    outputRing: new Uint8Array(buffer, CONTROL_WORDS * WORD_BYTES, OUTPUT_RING_BYTES),
  };
}

/** Asks the run to end, and wakes it if it blocks. An earlier reason stays. */
export function requestEnd(words: Int32Array, state: 1 | 2): void {
  Atomics.compareExchange(words, CONTROL_WORD.state, CONTROL_STATE.running, state);
  wakeRun(words);
}

/** Makes a run that waits look again at what it waits for. */
export function wakeRun(words: Int32Array): void {
  Atomics.add(words, CONTROL_WORD.wake, 1);
  Atomics.notify(words, CONTROL_WORD.wake);
}
