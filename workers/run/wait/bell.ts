// What wakes suspended calls: rung whenever something has come from outside.

/** Browsers take a longer time for none at all. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export class Bell {
  readonly #listeners = new Set<() => void>();

  /** Lets everyone look again at what they wait for. */
  ring(): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  /** Resolves when the bell is rung, or after `timeoutMs`, which may be Infinity: true where that much time went by. */
  heard(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (isOver: boolean): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(isOver);
      };
      const listener = (): void => answer(false);
      this.#listeners.add(listener);
      const timer =
        timeoutMs === Infinity
          ? undefined
          : setTimeout(() => answer(timeoutMs <= MAX_TIMER_MS), Math.min(Math.ceil(timeoutMs), MAX_TIMER_MS));
    });
  }
}
