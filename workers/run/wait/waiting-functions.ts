// The functions of the host that may wait: those that generated code has to be ready to suspend at. A test holds the list
// to what the host does.

import type { WasiInterfaceName } from "../wasi/interface-names.ts";

/** By interface, under the names that binaries have for them. */
export const WAITING_FUNCTIONS: Partial<Record<WasiInterfaceName, ReadonlySet<string>>> = {
  "wasi:io/poll": new Set(["[method]pollable.block", "poll"]),
  "wasi:io/streams": new Set([
    "[method]input-stream.blocking-read",
    "[method]input-stream.blocking-skip",
    "[method]output-stream.blocking-write-and-flush",
    "[method]output-stream.blocking-write-zeroes-and-flush",
    "[method]output-stream.blocking-splice",
  ]),
};
