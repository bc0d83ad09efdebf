// The page's handle on the library worker: promises over numbered messages.

import type {
  LibraryAnswer,
  LibraryRequest,
  Numbered,
  ReadAnswer,
  UnzipAnswer,
  ZipAnswer,
} from "./library.protocol.ts";

export class LibraryClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: LibraryAnswer) => void>();
  #lastId = 0;

  constructor() {
    this.#worker = new Worker(new URL("library.worker.ts", import.meta.url), { type: "module", name: "library" });
    this.#worker.onmessage = ({ data: { id, body } }: MessageEvent<Numbered<LibraryAnswer>>): void => {
      this.#waiting.get(id)?.(body);
      this.#waiting.delete(id);
    };
  }

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

  #ask<A extends LibraryAnswer>(body: LibraryRequest, transfer: Transferable[]): Promise<A> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, (answer) => resolve(answer as A));
      this.#worker.postMessage({ id, body } satisfies Numbered<LibraryRequest>, transfer);
    });
  }
}
