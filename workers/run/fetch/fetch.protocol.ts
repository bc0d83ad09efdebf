// What the thread that fetches is told; it answers through the pipe.

import type { FetchRequest } from "../wasi/http/fetch-port.ts";

export interface FetchMessage {
  readonly request: FetchRequest;
  readonly pipe: SharedArrayBuffer;
  /** The control buffer of the run, which waits for the answer. */
  readonly control: SharedArrayBuffer;
}
