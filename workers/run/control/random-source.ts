// Random bytes: the browser's, or a sequence that is the same for the same seed.

export type RandomSource = (length: number) => Uint8Array;

/** `crypto` gives this many bytes at once. */
const MAX_BYTES_AT_ONCE = 65_536;

export function secureBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += MAX_BYTES_AT_ONCE) {
    crypto.getRandomValues(bytes.subarray(start, start + MAX_BYTES_AT_ONCE));
  }
  return bytes;
}

/** xorshift32, started from `seed`. */
export function seededBytes(seed: number): RandomSource {
  // From 0 it would never move.
  let state = seed >>> 0 || DEFAULT_SEED;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      bytes[i] = state >>> 24;
    }
    return bytes;
  };
}

/** Of an instance that isn't granted randomness. */
export const DEFAULT_SEED = 0x9e3779b9;
