// What the thread that fetches is told; it answers through the pipe.

import type { LineEnd } from "../http/frame-line.ts";
import type { FetchRequest } from "../wasi/http/fetch-port.ts";

export interface FetchMessage {
  readonly request: FetchRequest;
  readonly pipe: LineEnd;
  /** The control buffer of the run, which waits for the answer; null where it gets messages. */
  readonly control: SharedArrayBuffer | null;
}
