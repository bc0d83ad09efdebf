// What a run tells while it goes on, in the order in which it happened. The client hands events over in batches.

import type { OutputChunk } from "../output/output-chunks.ts";
import type { RunEnd } from "../trap/trap-report.ts";
import type { QuotaName } from "../wasi/filesystem/file-tree.ts";
import type { TreeChange } from "../wasi/filesystem/snapshot.ts";
import type { Denial } from "../wasi/grants.ts";

export type RunEvent =
  /** All instances are there. */
  | { readonly kind: "started"; readonly durationMs: number }
  /** An instance waits for what is to be typed, for the first time. */
  | { readonly kind: "asked" }
  | ({ readonly kind: "output" } & OutputChunk)
  | ({ readonly kind: "denied" } & Denial)
  /** What changed in a file tree since the last such event. */
  | { readonly kind: "files"; readonly tree: string; readonly changes: readonly TreeChange[] }
  /** Bytes of linear memory by instance, whenever they have changed; instances of one request are not counted. */
  | { readonly kind: "memory"; readonly bytes: ReadonlyMap<string, number> }
  /** A file tree has no more room: the guest was told so. Once for each of its limits. */
  | { readonly kind: "tree-full"; readonly tree: string; readonly limit: QuotaName; readonly most: number }
  /** Nothing can be called any more. */
  | { readonly kind: "finished"; readonly end: RunEnd };
