// The standard streams of a run on their way to the page where memory can't be shared: messages, gathered when they
// come thick. Bytes that were gathered and not posted yet are lost if the worker is killed just then.

import { joinNeighbours, type OutputChunk } from "./output-chunks.ts";

/** Messages that may be posted at once in one window; what comes beyond is gathered until the window ends. */
const MESSAGES_PER_WINDOW = 64;
const WINDOW_MS = 16;
const MAX_GATHERED_BYTES = 256 * 1024;

export class OutputQueue {
  readonly #post: (chunks: readonly OutputChunk[]) => void;
  readonly #nowMs: () => number;
  #gathered: OutputChunk[] = [];
  #gatheredBytes = 0;
  #windowEndMs = 0;
  #messagesLeft = 0;

  constructor(post: (chunks: readonly OutputChunk[]) => void, nowMs: () => number) {
    this.#post = post;
    this.#nowMs = nowMs;
  }

  /** Posts `chunk` at once or later; its bytes belong to the queue. */
  write(chunk: OutputChunk): void {
    this.#gathered.push(chunk);
    this.#gatheredBytes += chunk.bytes.length;
    const now = this.#nowMs();
    if (now >= this.#windowEndMs) {
      this.#windowEndMs = now + WINDOW_MS;
      this.#messagesLeft = MESSAGES_PER_WINDOW;
    }
    if (this.#messagesLeft > 0 || this.#gatheredBytes > MAX_GATHERED_BYTES) this.flush();
  }

  /** Posts what was gathered. */
  flush(): void {
    if (this.#gathered.length === 0) return;
    const chunks = joinNeighbours(this.#gathered);
    this.#gathered = [];
    this.#gatheredBytes = 0;
    this.#messagesLeft -= 1;
    this.#post(chunks);
  }
}
