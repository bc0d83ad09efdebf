// Calls that are suspended one after the other leave a thread no time for its messages: a promise that is settled already
// goes before them. Now and then one of them waits for its turn behind them.

/** Between two turns, if nothing else is waited for. */
const TURN_MS = 20;

export class Turns {
  readonly #channel = new MessageChannel();
  #lastMs = performance.now();

  /** What to wait for where it is time that messages are taken; null otherwise. */
  due(): Promise<void> | null {
    const nowMs = performance.now();
    if (nowMs - this.#lastMs < TURN_MS) return null;
    this.#lastMs = nowMs;
    const { port1, port2 } = this.#channel;
    return new Promise((resolve) => {
      port1.addEventListener("message", () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null, []);
    });
  }
}
