// A small generator of random numbers that a seed repeats exactly, for tests that mutate and combine.

export interface Random {
  /** A whole number from 0 up to and without `bound`. */
  below(bound: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T;
}

const UINT32 = 2 ** 32;

/** The generator that `seed` starts. The algorithm is mulberry32, by Tommy Ettinger, in the public domain. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / UINT32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, chance: (probability) => next() < probability, pick: (items) => items[below(items.length)]! };
}
