// The page's handle on the library worker: promises over numbered messages. A worker that broke down fails what it was
// asked, and another one takes its place.

import type {
  LibraryAnswer,
  LibraryReply,
  LibraryRequest,
  Numbered,
  ReadAnswer,
  UnzipAnswer,
  ZipAnswer,
} from "./library.protocol.ts";

export class LibraryClient {
  readonly #waiting = new Map<number, (reply: LibraryReply) => void>();
  #worker: Worker | null = null;
  #lastId = 0;

  /** Reads and hashes a component. `bytes` are transferred: use those of the answer from then on. */
  read(bytes: Uint8Array<ArrayBuffer>): Promise<ReadAnswer> {
    return this.#ask({ kind: "read", bytes }, [bytes.buffer]);
  }

  /** The files in a zip; `bytes` are transferred. */
  unzip(bytes: Uint8Array<ArrayBuffer>): Promise<UnzipAnswer> {
    return this.#ask({ kind: "unzip", bytes }, [bytes.buffer]);
  }

  /** One zip of `files`, which are copied. */
  zip(files: ReadonlyMap<string, Uint8Array>): Promise<ZipAnswer> {
    return this.#ask({ kind: "zip", files }, []);
  }

  /** Rejects where the worker itself fails. */
  #ask<A extends LibraryAnswer>(body: LibraryRequest, transfer: Transferable[]): Promise<A> {
    this.#lastId += 1;
    const id = this.#lastId;
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (reply) => {
        if (reply.kind === "failed") reject(new Error(reply.message));
        else resolve(reply as A);
      });
      worker.postMessage({ id, body } satisfies Numbered<LibraryRequest>, transfer);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("library.worker.ts", import.meta.url), { type: "module", name: "library" });
    worker.addEventListener("message", ({ data: { id, body } }: MessageEvent<Numbered<LibraryReply>>) => {
      this.#waiting.get(id)?.(body);
      this.#waiting.delete(id);
    });
    worker.addEventListener("error", ({ message }) => {
      worker.terminate();
      this.#worker = null;
      const broken = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const tell of broken) tell({ kind: "failed", message });
    });
    return worker;
  }
}
