// One request to a handler of a run that is up: sent, and its answer shown while it arrives.

import type { HttpDraft } from "../../components/run/http-model.ts";
import { formatSize } from "../../components/primitives/format-size.ts";
import { type HttpOutcome, type HttpResponse, piecesOf } from "../../workers/run/http/exchange.ts";
import type { Run } from "../../workers/run/run.ts";
import type { CallTarget } from "./callables.ts";
import type { RunRecord } from "./run-record.ts";
import { requestOf } from "./http-request.ts";
import { reasonOf } from "./http-status.ts";
import type { ConsoleBuffer } from "./console-buffer.ts";
import type { HttpAnswer, TargetOutcome } from "./call-record.ts";
import { updateCalls } from "./run-store.ts";
import { poolOf } from "./serving.ts";
import { describeEnd, stackLines } from "./run-words.ts";

/** More of a body is not kept. */
const MAX_BODY_BYTES = 32_000_000;
const SHOW_EVERY_MS = 100;

/** Sends `request` to `target`; what comes of it stands with the document's answers while it arrives. */
export async function serveRequest(
  { documentId, console }: Pick<RunRecord, "documentId" | "console">,
  target: CallTarget,
  request: HttpDraft,
  run: Run,
): Promise<TargetOutcome> {
  const startedAt = performance.now();
  updateCalls(documentId, ({ answers }) => ({ answers: withoutKey(answers, target.id) }));
  const outcome = await poolOf(run).serveHttp(requestOf(request, target.instance));
  if (outcome.kind !== "response") return unanswered(console, outcome, request.instances === "each");
  const answer = await receive(outcome.response, startedAt, (shown) => {
    updateCalls(documentId, ({ answers }) => ({ answers: new Map(answers).set(target.id, shown) }));
  });
  const summary = `${[answer.status, reasonOf(answer.status)].join(" ").trim()}, ${formatSize(answer.body.length)}`;
  return { kind: "responded", summary, durationMs: answer.durationMs };
}

function withoutKey<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Reads the answer to its end, or as far as it comes. */
async function receive(
  response: HttpResponse,
  startedAt: number,
  show: (answer: HttpAnswer) => void,
): Promise<HttpAnswer> {
  const decoder = new TextDecoder();
  const headers = response.headers.map(([name, value]) => [name, decoder.decode(value)] as const);
  const pieces: Uint8Array[] = [];
  let byteLength = 0;
  const answer = (state: HttpAnswer["state"]): HttpAnswer => {
    const durationMs = performance.now() - startedAt;
    return { status: response.status, headers, body: joined(pieces, byteLength), durationMs, state };
  };
  show(answer("arriving"));
  let shownAt = performance.now();
  let state: HttpAnswer["state"] = "whole";
  try {
    for await (const piece of piecesOf(response.body)) {
      const kept = piece.subarray(0, MAX_BODY_BYTES - byteLength);
      pieces.push(kept);
      byteLength += kept.length;
      if (kept.length < piece.length) {
        state = "cut";
        break;
      }
      if (performance.now() - shownAt > SHOW_EVERY_MS) {
        show(answer("arriving"));
        shownAt = performance.now();
      }
    }
  } catch {
    state = "broken";
  }
  const last = answer(state);
  show(last);
  return last;
}

function joined(pieces: Uint8Array[], byteLength: number): Uint8Array {
  const bytes = new Uint8Array(byteLength);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  // The next time there is one piece less to copy for each of these.
  pieces.splice(0, pieces.length, bytes);
  return bytes;
}

type Unanswered = Exclude<TargetOutcome, { readonly kind: "returned" | "responded" | "not-started" }>;

/** What it is to a person that no response came. `isAlone`: the instances were made for this request, so that the run goes on without them. */
export function unanswered(
  console: ConsoleBuffer,
  outcome: Exclude<HttpOutcome, { kind: "response" }>,
  isAlone: boolean,
): Unanswered {
  switch (outcome.kind) {
    case "failed":
      return {
        kind: "unanswered",
        reason:
          outcome.code === null ? "The handler returned without answering." : `It answered with ${outcome.code.tag}.`,
      };
    case "cancelled":
      return { kind: "stopped" };
    case "exited":
    case "trapped": {
      if (!isAlone) return outcome;
      if (outcome.kind === "trapped") for (const line of stackLines(outcome.report)) console.say(line);
      return { kind: "unanswered", reason: describeEnd(outcome) };
    }
    case "stopped":
    case "refused":
      return outcome;
  }
}
