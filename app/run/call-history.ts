// The list of calls of a document, newest first, with how each ended.

import type { CallOutcome as ShownOutcome } from "../../components/run/run-model.ts";
import { printWave } from "../../core/values/print-wave.ts";
import type { WitValue } from "../../core/values/value.ts";
import type { CallTarget } from "./callables.ts";
import type { CallEntry, TargetOutcome } from "./call-record.ts";
import { updateCalls } from "./run-store.ts";
import { describeCallError, describeEnd, describeTrap, placeOf } from "./run-words.ts";

const MAX_ENTRIES = 200;
/** Of arguments and results, in characters of WAVE. */
export const MAX_TEXT = 400;
/** The bodies of larger responses are not kept in the list. */
const MAX_KEPT_BODY_BYTES = 64 * 1024;
let lastEntry = 0;

/** Puts a call that begins now at the top; returns its id. */
export function beginEntry(
  documentId: string,
  target: CallTarget,
  args: readonly WitValue[],
  argumentsText: string,
  { request = null, input = null }: Partial<Pick<CallEntry, "request" | "input">> = {},
): string {
  lastEntry += 1;
  const id = String(lastEntry);
  const entry: CallEntry = {
    id,
    target,
    arguments: args,
    argumentsText,
    request,
    input,
    outcome: { kind: "running" },
    result: null,
    answer: null,
    runId: null,
    durationMs: null,
    startedAt: Date.now(),
  };
  updateCalls(documentId, ({ history }) => ({ history: [entry, ...history].slice(0, MAX_ENTRIES) }));
  return id;
}

/** Says how the call ended. */
export function endEntry(
  documentId: string,
  id: string,
  target: CallTarget,
  outcome: TargetOutcome,
  runId: string | null,
): void {
  const shown = shownOutcome(target, outcome);
  const durationMs = outcome.kind === "returned" || outcome.kind === "responded" ? outcome.durationMs : null;
  updateCalls(documentId, ({ history, answers }) => {
    const answer = (outcome.kind === "responded" && answers.get(target.id)) || null;
    const kept = answer && answer.body.length <= MAX_KEPT_BODY_BYTES ? answer : null;
    const end = { outcome: shown, result: outcome, answer: kept, runId, durationMs };
    return { history: history.map((entry) => (entry.id === id ? { ...entry, ...end } : entry)) };
  });
}

function shownOutcome({ type: { result } }: CallTarget, outcome: TargetOutcome): ShownOutcome {
  switch (outcome.kind) {
    case "returned":
      return { kind: "returned", value: result ? printWave(outcome.value, result, { maxLength: MAX_TEXT }) : "" };
    case "exited":
      return { kind: "returned", value: describeEnd(outcome) };
    case "trapped":
      return {
        kind: "failed",
        reason: [describeTrap(outcome.report), placeOf(outcome.report)].filter(Boolean).join(" in "),
      };
    case "refused":
      return { kind: "failed", reason: describeCallError(outcome.error) };
    case "not-started":
      return { kind: "failed", reason: outcome.reasons.join(" ") };
    case "responded":
      return { kind: "returned", value: outcome.summary };
    case "unanswered":
      return { kind: "failed", reason: outcome.reason };
    case "stopped":
      return { kind: "stopped" };
  }
}
