// One HTTP request put to `wasi:http/incoming-handler` of an instance: request and response as WASI's resources, and how
// it ended.

import type { FrameReader } from "../http/frame-ends.ts";
import { readerOf } from "../http/frame-line.ts";
import { PipedContent } from "../http/piped-content.ts";
import type { ServedFrame, ServeEnd, ServeQuestion } from "../http/serve.protocol.ts";
import { ServedResponse } from "../http/served-response.ts";
import type { JsFunction } from "../link/wires.ts";
import { fieldsFit } from "../wasi/http/fields.ts";
import { methodOf, schemeOf } from "../wasi/http/http-values.ts";
import { wholeContent } from "../wasi/http/incoming-body.ts";
import type { Bell } from "../wait/bell.ts";
import type { LinkedGraph } from "./linked-graph.ts";

const HANDLER = /^wasi:http\/incoming-handler(@0\.2|$)/;

/** Where the parts of the answer go, and what the client says meanwhile. */
export interface ServeLine {
  readonly response: ServedResponse;
  readonly request: ServeQuestion;
  readonly pipe: FrameReader | null;
}

/** @param bell rung when something comes, where calls are suspended */
export function openLine(request: ServeQuestion, bell: Bell | null, post: (frame: ServedFrame) => void): ServeLine {
  const pipe = request.pipe && readerOf(request.pipe, bell);
  return { response: new ServedResponse(post, pipe), request, pipe };
}

/** The handler of an instance, or null where it exports none. */
export function handlerOf(graph: LinkedGraph, instance: string): JsFunction | null {
  const interfaces = graph.instance(instance)?.interfaces;
  const name = [...(interfaces?.keys() ?? [])].find((exported) => HANDLER.test(exported));
  return name === undefined ? null : (interfaces!.get(name)!["handle"] as JsFunction);
}

/** Has `handle` answer, and returns what came of it. Throws what the handler throws. */
export async function serve(
  graph: LinkedGraph,
  handle: JsFunction,
  { request, response, pipe }: ServeLine,
): Promise<ServeEnd> {
  const { classes } = graph.context;
  if (!fieldsFit(request.headers)) {
    return { kind: "failed", code: { tag: "HTTP-request-header-section-size", val: undefined } };
  }
  const content = pipe ? new PipedContent(pipe) : wholeContent(request.body ?? new Uint8Array());
  const head = {
    method: methodOf(request.method),
    scheme: schemeOf(request.scheme),
    authority: request.authority,
    pathWithQuery: request.pathWithQuery,
  };
  const startMs = performance.now();
  const incoming = new classes.IncomingRequest(graph.context, head, request.headers, content);
  await handle(incoming, new classes.ResponseOutparam(response));
  // A guest that swallowed what was thrown has not answered.
  if (graph.stack.failure !== null) throw graph.stack.failure.error;
  if (response.isCancelled) return { kind: "cancelled" };
  const { isWhole, code } = response.outcome;
  return isWhole ? { kind: "answered", durationMs: performance.now() - startMs } : { kind: "failed", code };
}
