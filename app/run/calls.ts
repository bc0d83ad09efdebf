// Calls, requests and commands of the document in front: each made in its run, and what came of it kept.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import { printWaveArguments } from "../../core/values/print-wave.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { Run } from "../../workers/run/run.ts";
import type { CallOutcome } from "../../workers/run/session/calls.ts";
import type { ActiveView } from "../derived.ts";
import { busy } from "../idle.ts";
import { splitArgumentLine } from "./argument-line.ts";
import { beginEntry, endEntry, MAX_TEXT } from "./call-history.ts";
import type { TargetOutcome } from "./call-record.ts";
import type { CallTarget } from "./callables.ts";
import { calleeOf } from "./callee.ts";
import { liveHandlesIn, sameHandle } from "./handles.ts";
import { inCallsRun, inCommandRun, type RunCause, runForCalls } from "./live-runs.ts";
import type { RunRecord } from "./run-record.ts";
import { inputsOf, updateCalls } from "./run-store.ts";
import { describeCallError } from "./run-words.ts";
import { serveRequest } from "./serve-request.ts";

/** Calls a function; the run that is up is used again while the composition stays the same. */
export async function callFunction(view: ActiveView, target: CallTarget, args: readonly WitValue[]): Promise<void> {
  await busy(async () => {
    const text = printWaveArguments(args, target.type.parameters, { maxLength: MAX_TEXT });
    const entry = beginEntry(view.id, target, args, text);
    const callee = calleeOf(view, target);
    if (!callee.ok) return noteOutcome(view.id, entry, target, args, callee.error, null);
    let runId: string | null = null;
    const outcome = await inCallsRun(view, async (run, { id, console }) => {
      runId = id;
      const called = await run.call({ ...callee.value, arguments: args });
      if (called.kind === "refused") console.say(describeCallError(called.error));
      return called;
    });
    noteOutcome(view.id, entry, target, args, outcome, runId);
  });
}

/** Sends `request` to the handler `target`, in the run that functions are called in. */
export async function sendRequest(view: ActiveView, target: CallTarget, request: HttpDraft): Promise<void> {
  await busy(async () => {
    const entry = beginEntry(view.id, target, [], `${request.method} ${request.path}`, { request });
    const callee = calleeOf(view, target);
    if (!callee.ok) return noteOutcome(view.id, entry, target, [], callee.error, null);
    const { instance } = callee.value;
    let runId: string | null = null;
    const outcome = await inCallsRun(view, (run, record) => {
      runId = record.id;
      return serveRequest(record, { ...target, instance }, request, run);
    });
    noteOutcome(view.id, entry, target, [], outcome, runId);
  });
}

/**
 * Runs a command in a run of its own, with the arguments, variables and input that stand in its form or are given.
 * Resolves when it has ended, or once it waits for what is to be typed.
 */
export async function runCommand(
  view: ActiveView,
  target: CallTarget,
  input: CommandInput = inputsOf(view.id).command,
  cause?: RunCause,
): Promise<void> {
  const { argumentLine } = input;
  const args = splitArgumentLine(argumentLine);
  if (!args.ok) throw new Error(args.error);
  await busy(async () => {
    const entry = beginEntry(view.id, target, [], argumentLine, { input });
    const callee = calleeOf(view, target);
    if (!callee.ok) return noteOutcome(view.id, entry, target, [], callee.error, null);
    let noteAsked = (): void => {};
    const asked = new Promise<void>((resolve) => (noteAsked = resolve));
    let runId: string | null = null;
    const command = (run: Run, { id }: RunRecord): Promise<CallOutcome> => {
      runId = id;
      void run.asked.then(noteAsked);
      return run.command(callee.value.instance);
    };
    const outcome = inCommandRun(view, target, input, command, cause);
    const noted = outcome.then((how) => noteOutcome(view.id, entry, target, [], how, runId));
    // Whoever is asked may let it wait for ever.
    await Promise.race([asked, noted]);
  });
}

/** Drops a resource that a call gave out. */
export async function dropHandle(documentId: string, handle: ResourceHandle): Promise<void> {
  const run = runForCalls(documentId);
  if (!run) return;
  await run.drop(handle.id);
  updateCalls(documentId, ({ handles }) => ({ handles: handles.filter((other) => !sameHandle(other, handle)) }));
}

function noteOutcome(
  documentId: string,
  entry: string,
  target: CallTarget,
  args: readonly WitValue[],
  outcome: TargetOutcome,
  runId: string | null,
): void {
  endEntry(documentId, entry, target, outcome, runId);
  updateCalls(documentId, ({ outcomes, handles }) => ({
    outcomes: new Map(outcomes).set(target.id, outcome),
    handles: outcome.kind === "returned" ? liveHandlesIn(target.type, args, outcome.value, handles) : handles,
  }));
}
