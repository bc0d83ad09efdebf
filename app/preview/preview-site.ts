// The page's end of a preview: a request from the service worker → the run of the document that the address names.

import type { RawAnswer } from "../../components/preview/preview-model.ts";
import type { Site, SiteAnswer, SiteRequest } from "../../workers/preview/preview-host.ts";
import { HANDLER_ORIGIN } from "../../workers/preview/preview-response.ts";
import type { HttpOutcome, HttpResponse } from "../../workers/run/http/exchange.ts";
import type { Run } from "../../workers/run/run.ts";
import { viewOfDocument } from "../derived.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { calleeOf } from "../run/callee.ts";
import { callablesOf } from "../run/callables.ts";
import { reasonOf } from "../run/http-status.ts";
import { inCallsRun } from "../run/live-runs.ts";
import type { RunRecord } from "../run/run-record.ts";
import { inputsOf } from "../run/run-store.ts";
import type { TargetOutcome } from "../run/call-record.ts";
import { describeCallError, describeEnd } from "../run/run-words.ts";
import { unanswered } from "../run/serve-request.ts";
import { poolOf } from "../run/serving.ts";
import { readPreviewKey } from "./preview-key.ts";
import { updatePreview } from "./preview-store.ts";

/** What answers the address `key`, or null where its document isn't open here. */
export function siteOf(key: string): Site | null {
  const named = readPreviewKey(
    key,
    useDocuments.getState().open.map(({ id }) => id),
  );
  return named && ((request) => serve(named.documentId, named.instance, request));
}

/** A response, or what it is to a person that none came. */
type Served = Extract<HttpOutcome, { readonly kind: "response" }> | ReturnType<typeof unanswered>;

async function serve(documentId: string, instance: string, request: SiteRequest): Promise<SiteAnswer> {
  const view = viewOfDocument(documentId);
  if (!view) return { kind: "failed", reason: "The composition is closed." };
  const target = Array.from(callablesOf(view).targets.values()).find(({ kind, instance: of }) => {
    return kind === "http" && of === instance;
  });
  if (!target) return { kind: "failed", reason: `${instance} answers no HTTP requests.` };
  const callee = calleeOf(view, target);
  const { instances } = inputsOf(documentId).request;
  const { method, path, headers, body, signal } = request;
  const url = HANDLER_ORIGIN + path;
  const ask = async (run: Run, { console }: RunRecord, handler: string): Promise<Served> => {
    const asked = { instance: handler, method, url, headers, body, instances, signal };
    const came = await poolOf(run).serveHttp(asked);
    return came.kind === "response" ? came : unanswered(console, came, instances === "each");
  };
  const outcome = callee.ok
    ? await inCallsRun(view, (run, record) => ask(run, record, callee.value.instance))
    : callee.error;
  if (outcome.kind !== "response") {
    const reason = reasonFor(outcome);
    // Nobody waits for what was called off.
    if (request.isFramed && !signal.aborted)
      updatePreview(documentId, () => ({ failure: reason, answer: null, isArriving: false }));
    return { kind: "failed", reason };
  }
  return siteAnswer(documentId, request, outcome.response);
}

function siteAnswer(documentId: string, request: SiteRequest, response: HttpResponse): SiteAnswer {
  const decoder = new TextDecoder();
  const headers = response.headers.map(([name, value]) => [name, decoder.decode(value)] as const);
  const { status } = response;
  // What a run writes has buffers of its own.
  const body = response.body as ReadableStream<Uint8Array<ArrayBuffer>>;
  if (!request.isFramed) return { kind: "response", status, headers, body };
  const { method, path } = request;
  const head = { method, path, status, reason: reasonOf(status), headers };
  // A letter that is still being written is where the frame is, too.
  updatePreview(documentId, () => ({ path, isArriving: false }));
  const shown = body.pipeThrough(shownText((text) => showAnswer(documentId, { ...head, ...text })));
  return { kind: "response", status, headers, body: shown };
}

function showAnswer(documentId: string, answer: RawAnswer): void {
  updatePreview(documentId, () => ({ answer, failure: null }));
}

const MAX_TEXT_BYTES = 256 * 1024;
const SHOW_EVERY_MS = 100;

/** Passes bytes on, and tells their text as far as it is shown. */
function shownText(
  show: (text: Pick<RawAnswer, "text" | "cutAtBytes">) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder();
  let text = "";
  let byteLength = 0;
  let shownAt = -Infinity;
  const tell = (): void => {
    shownAt = performance.now();
    show({ text, cutAtBytes: byteLength > MAX_TEXT_BYTES ? MAX_TEXT_BYTES : null });
  };
  return new TransformStream({
    start: tell,
    transform(bytes, controller) {
      text += decoder.decode(bytes.subarray(0, Math.max(0, MAX_TEXT_BYTES - byteLength)), { stream: true });
      byteLength += bytes.length;
      if (performance.now() - shownAt > SHOW_EVERY_MS) tell();
      controller.enqueue(bytes);
    },
    flush: tell,
  });
}

function reasonFor(outcome: Exclude<TargetOutcome, { readonly kind: "returned" | "responded" }>): string {
  switch (outcome.kind) {
    case "not-started":
      return outcome.reasons.join(" ");
    case "unanswered":
      return outcome.reason;
    case "refused":
      return describeCallError(outcome.error);
    default:
      return `${describeEnd(outcome)}.`;
  }
}
