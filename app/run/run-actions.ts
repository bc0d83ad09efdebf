// Runs of the document in front: kept up between calls, replaced when the composition changed, stopped at once when asked.

import { formatDuration } from "../../components/primitives/format-duration.ts";
import type { Composition } from "../../core/graph/composition.ts";
import type { InstanceGrants } from "../../core/graph/grants.ts";
import { fail, ok, type Result } from "../../core/base/result.ts";
import { printWaveArguments } from "../../core/values/print-wave.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { Run } from "../../workers/run/run.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import type { RunEnd } from "../../workers/run/trap/trap-report.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { updateDocument, useDocuments } from "../documents/documents-store.ts";
import { noteRefusals } from "../grants/refusals.ts";
import { busy } from "../idle.ts";
import { splitArgumentLine } from "./argument-line.ts";
import { beginEntry, endEntry, MAX_TEXT } from "./call-history.ts";
import type { CallTarget } from "./callables.ts";
import { withChanges } from "./folder.ts";
import { liveHandlesIn, sameHandle } from "./handles.ts";
import type { NotStarted } from "./not-started.ts";
import { consoleOf, sessionOf, type TargetOutcome, updateSession } from "./run-store.ts";
import { describeCallError, describeDenial, describeEnd, stackLines } from "./run-words.ts";
import { serveRequest } from "./serve-request.ts";
import { startRun } from "./start-run.ts";

interface LiveRun {
  readonly run: Run;
  /** What it runs and with which grants: others need another run. */
  readonly composition: Composition;
  readonly grants: InstanceGrants;
  isOver: boolean;
}

/** By document. */
const LIVE = new Map<string, LiveRun>();
/** Preparations that can still be called off, by document. */
const STARTING = new Map<string, AbortController>();

const IDLE = { kind: "idle" } as const;

useDocuments.subscribe(({ open }) => {
  for (const id of LIVE.keys()) if (!open.some((document) => document.id === id)) stopRun(id);
});

/** Calls a function; the run that is up is used again while the composition stays the same. */
export async function callFunction(target: CallTarget, args: readonly WitValue[]): Promise<void> {
  const view = activeView();
  if (!view) return;
  await busy(async () => {
    const text = printWaveArguments(args, target.type.parameters, { maxLength: MAX_TEXT });
    const entry = beginEntry(view.id, target, args, text);
    const { instance, interface: of, function: name } = target;
    const outcome = await withRun(view, null, (run) =>
      run.call({ instance, interface: of, function: name, arguments: args }),
    );
    noteOutcome(view.id, entry, target, args, outcome);
  });
}

/** Sends the request that stands in the form to the handler `target`. */
export async function sendRequest(target: CallTarget): Promise<void> {
  const view = activeView();
  if (!view) return;
  await busy(async () => {
    const { request } = sessionOf(view.id);
    const entry = beginEntry(view.id, target, [], `${request.method} ${request.path}`, request);
    const outcome = await withRun(view, null, (run) => serveRequest(view.id, target, run));
    noteOutcome(view.id, entry, target, [], outcome);
  });
}

/** Runs a command from the beginning, with the arguments, variables and input that stand in its form. */
export async function runCommand(target: CallTarget): Promise<void> {
  const view = activeView();
  if (!view) return;
  const { argumentLine } = sessionOf(view.id).command;
  const args = splitArgumentLine(argumentLine);
  if (!args.ok) throw new Error(args.error);
  await busy(async () => {
    stopRun(view.id);
    const entry = beginEntry(view.id, target, [], argumentLine);
    consoleOf(view.id).say(`$ ${[target.instance, argumentLine].filter(Boolean).join(" ")}`);
    const outcome = await withRun(view, target.instance, (run) => run.command(target.instance));
    noteOutcome(view.id, entry, target, [], outcome);
  });
}

/** Ends the run of a document, whatever it is busy with. */
export function stopRun(documentId: string): void {
  STARTING.get(documentId)?.abort();
  const live = LIVE.get(documentId);
  LIVE.delete(documentId);
  live?.run.stop();
  updateSession(documentId, { state: IDLE, handles: [] });
}

export async function dropHandle(documentId: string, handle: ResourceHandle): Promise<void> {
  const outcome = await LIVE.get(documentId)?.run.drop(handle.id);
  if (!outcome) return;
  updateSession(documentId, ({ handles }) => ({ handles: handles.filter((other) => !sameHandle(other, handle)) }));
  if (outcome.kind === "trapped") noteEnd(documentId, outcome);
}

/** What `use` comes to in a run of the view's composition, or why there is no such run. */
async function withRun(
  view: ActiveView,
  command: string | null,
  use: (run: Run) => Promise<TargetOutcome>,
): Promise<TargetOutcome> {
  const live = await liveRun(view, command);
  if (!live.ok) return live.error;
  updateSession(view.id, { state: { kind: "running", startedAtMs: performance.now() } });
  return use(live.value.run);
}

/** The run that is up, or a new one; a command always gets a new one. */
async function liveRun(view: ActiveView, command: string | null): Promise<Result<LiveRun, RunEnd | NotStarted>> {
  const known = LIVE.get(view.id);
  if (known && !known.isOver && isSame(known, view) && command === null) return ok(known);
  if (known && !known.isOver) consoleOf(view.id).say("The composition or its grants have changed: starting anew");
  stopRun(view.id);
  updateSession(view.id, { written: new Set(), refusals: new Map() });
  const controller = new AbortController();
  STARTING.set(view.id, controller);
  try {
    return await bringUp(view, command, controller.signal);
  } finally {
    if (STARTING.get(view.id) === controller) STARTING.delete(view.id);
  }
}

async function bringUp(
  view: ActiveView,
  command: string | null,
  signal: AbortSignal,
): Promise<Result<LiveRun, RunEnd | NotStarted>> {
  const onEvents = (events: readonly RunEvent[]): void => {
    for (const event of events) onEvent(view.id, event);
    noteRefusals(view.id, events);
  };
  const started = await startRun(view, { command, signal, onEvents });
  if (signal.aborted) {
    if (started.ok) started.value.stop();
    return fail({ kind: "stopped" });
  }
  if (!started.ok) return started;
  const { composition, grants } = view.document;
  const live: LiveRun = { run: started.value, composition, grants, isOver: false };
  LIVE.set(view.id, live);
  void noteWhenOver(view.id, live);
  const end = await live.run.ready;
  return end === null ? ok(live) : fail(end);
}

function isSame({ composition, grants }: LiveRun, { document }: ActiveView): boolean {
  return composition === document.composition && grants === document.grants;
}

async function noteWhenOver(documentId: string, live: LiveRun): Promise<void> {
  const end = await live.run.finished;
  live.isOver = true;
  if (LIVE.get(documentId) === live) noteEnd(documentId, end);
}

function onEvent(documentId: string, event: RunEvent): void {
  switch (event.kind) {
    case "started":
    case "finished":
      return;
    case "output":
      consoleOf(documentId).write(event.instance, event.stream, event.bytes);
      return;
    case "denied":
      consoleOf(documentId).say(describeDenial(event));
      return;
    case "files":
      updateDocument(documentId, (open) => ({ ...open, folder: withChanges(open.folder, event.changes) }));
      updateSession(documentId, ({ written }) => ({
        written: new Set([
          ...written,
          ...event.changes.flatMap((change) => (change.kind === "file" ? [change.path] : [])),
        ]),
      }));
      return;
  }
}

function noteEnd(documentId: string, end: RunEnd): void {
  const console = consoleOf(documentId);
  console.say(describeEnd(end));
  if (end.kind === "trapped") for (const line of stackLines(end.report)) console.say(line);
  updateSession(documentId, { state: IDLE, handles: [] });
}

function noteOutcome(
  documentId: string,
  entry: string,
  target: CallTarget,
  args: readonly WitValue[],
  outcome: TargetOutcome,
): void {
  endEntry(documentId, entry, target, outcome);
  updateSession(documentId, ({ outcomes, handles, state }) => ({
    outcomes: new Map(outcomes).set(target.id, outcome),
    handles: outcome.kind === "returned" ? liveHandlesIn(target.type, args, outcome.value, handles) : handles,
    // Whoever stopped it has said so already, and may have started it again.
    state: outcome.kind === "stopped" ? state : isStillUp(outcome) ? { kind: "up" } : IDLE,
  }));
  const console = consoleOf(documentId);
  if (outcome.kind === "refused") console.say(describeCallError(outcome.error));
  if (outcome.kind === "not-started") for (const reason of outcome.reasons) console.say(reason);
  if (outcome.kind === "returned" && target.kind === "command") {
    console.say(`Finished in ${formatDuration(outcome.durationMs)}`);
  }
}

function isStillUp({ kind }: TargetOutcome): boolean {
  return kind === "returned" || kind === "refused" || kind === "responded" || kind === "unanswered";
}
