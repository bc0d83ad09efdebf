// What the page tells a run worker and what comes back. A worker has one run and is thrown away after it.

import type { CallOutcome, CallRequest } from "./session/calls.ts";
import type { OutputChunk } from "./output/output-chunks.ts";
import type { ServedFrame, ServeEnd, ServeQuestion } from "./http/serve.protocol.ts";
import { type LineEnd, transferablesOfEnd } from "./http/frame-line.ts";
import type { RunComponent } from "./prepare/run-component.ts";
import type { RunEvent } from "./session/run-events.ts";
import type { RunPlan } from "./prepare/run-plan.ts";
import type { RunEnd } from "./trap/trap-report.ts";
import type { FetchRequest } from "./wasi/http/fetch-port.ts";
import type { WaitMode } from "./wait/wait-mode.ts";
import type { TreeEntry } from "./wasi/filesystem/snapshot.ts";

export type RunMessage =
  /** Before the start, or never: generated code that will likely be wanted, to be evaluated ahead. */
  | { readonly kind: "warm"; readonly scripts: readonly string[] }
  /** Once, before every question. `control` is null where the thread doesn't block. */
  | {
      readonly kind: "start";
      readonly plan: RunPlan;
      /** By instance. */
      readonly components: ReadonlyMap<string, RunComponent>;
      readonly waiting: WaitMode;
      readonly control: SharedArrayBuffer | null;
      /** The line of what is written to standard input while the run goes on; null where nobody reads it. */
      readonly input: LineEnd | null;
    }
  /** The run is to end: to a thread whose calls are suspended, which can't be told through `control`. */
  | { readonly kind: "end"; readonly state: 1 | 2 }
  | { readonly kind: "ask"; readonly id: number; readonly question: RunQuestion };

export type RunQuestion =
  | { readonly kind: "call"; readonly request: CallRequest }
  | { readonly kind: "command"; readonly instance: string }
  /** Drops the resource with the handle of that id. */
  | { readonly kind: "drop"; readonly handle: number }
  | { readonly kind: "files"; readonly tree: string }
  | { readonly kind: "serve"; readonly request: ServeQuestion };

export type RunAnswer = CallOutcome | ServeEnd | readonly TreeEntry[] | null;

export type RunReply =
  | { readonly kind: "started"; readonly end: RunEnd | null }
  | { readonly kind: "answer"; readonly id: number; readonly answer: RunAnswer }
  /** A part of the answer to the request of that question. */
  | { readonly kind: "served"; readonly id: number; readonly frame: ServedFrame }
  /** A request to be sent; its response goes into the pipe. */
  | { readonly kind: "fetch"; readonly request: FetchRequest; readonly pipe: LineEnd }
  /** `written` is how much stood in the shared ring before it. */
  | { readonly kind: "event"; readonly event: RunEvent; readonly written: number }
  /** Output where memory can't be shared. */
  | { readonly kind: "output"; readonly chunks: readonly OutputChunk[] }
  /** Output stands in the shared ring; `full` where the run waits for it to be read. */
  | { readonly kind: "output-available"; readonly full: boolean };

/** What has to go with `message`. */
export function transferablesTo(message: RunMessage): Transferable[] {
  if (message.kind === "start") return transferablesOfEnd(message.input);
  const isServing = message.kind === "ask" && message.question.kind === "serve";
  return isServing ? transferablesOfEnd(message.question.request.pipe) : [];
}

/** The buffers of `reply` that the worker needn't keep: what guests wrote, and files that changed. */
export function transferablesOf(reply: RunReply): Transferable[] {
  if (reply.kind === "output") return reply.chunks.map(({ bytes }) => bytes.buffer as ArrayBuffer);
  if (reply.kind === "served" && reply.frame.kind === "data") return [reply.frame.bytes.buffer];
  if (reply.kind === "fetch") {
    const { request, pipe } = reply;
    return [...(request.body ? [request.body.buffer] : []), ...transferablesOfEnd(pipe)];
  }
  if (reply.kind !== "event" || reply.event.kind !== "files") return [];
  return reply.event.changes.flatMap((change) => {
    if (change.kind === "file") return [change.bytes.buffer as ArrayBuffer];
    return change.kind === "patch" ? change.parts.map(({ bytes }) => bytes.buffer) : [];
  });
}
