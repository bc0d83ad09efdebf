// Names that are unique, numbered where need be in a way that all WAC tools read: there, every word of a name begins
// with a letter. As fast for ten thousand of one name as for ten.

import { uniquenessKey } from "../wit/names.ts";

/** `label` with words that begin with a digit joined to those before them: `left-2` → `left2`. */
export function wacName(label: string): string {
  return label.replaceAll(/-(?=\d)/g, "");
}

export class NamePool {
  readonly #taken = new Set<string>();
  /** The number to try next, by the name that it is put to. */
  readonly #counts = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.#taken.add(uniquenessKey(name));
  }

  /** `wanted`, or `wanted2`, `wanted3` … where that is taken; it is taken from now on. */
  next(wanted: string): string {
    return this.#take(wanted) ?? this.#numbered(wacName(wanted));
  }

  #take(name: string): string | null {
    const key = uniquenessKey(name);
    if (this.#taken.has(key)) return null;
    this.#taken.add(key);
    return name;
  }

  #numbered(name: string): string {
    const stem = /\d$/.test(name) ? `${name}-n` : name;
    for (let count = this.#counts.get(stem) ?? 2; ; count++) {
      this.#counts.set(stem, count + 1);
      const numbered = this.#take(`${stem}${count}`);
      if (numbered !== null) return numbered;
    }
  }
}
