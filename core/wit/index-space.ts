// One index space of a component: definitions in order, with an end of certainty.

import { DecodeFailure } from "../binary/cursor.ts";

export class IndexSpace<T> {
  readonly #items: T[] = [];
  readonly #name: string;
  readonly #unknown: T;
  #certainCount = Number.POSITIVE_INFINITY;

  /** `name` is for messages; `unknown` stands for definitions after an unknown construct. */
  constructor(name: string, unknown: T) {
    this.#name = name;
    this.#unknown = unknown;
  }

  get count(): number {
    return this.#items.length;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** From here on indices may be shifted: an unknown construct may have defined something. */
  loseCertainty(): void {
    this.#certainCount = Math.min(this.#certainCount, this.#items.length);
  }

  /** @throws DecodeFailure `index-out-of-range` */
  get(index: number, byteOffset: number): T {
    if (index >= this.#certainCount) return this.#unknown;
    const item = this.#items[index];
    if (item !== undefined) return item;
    throw new DecodeFailure({
      kind: "index-out-of-range",
      space: this.#name,
      index,
      count: this.#items.length,
      byteOffset,
    });
  }
}
