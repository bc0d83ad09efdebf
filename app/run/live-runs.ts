// The runs that live: begun, brought up, and ended by themselves or by a person. Each has a record in the store, which
// outlives it.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import { fail, ok, type Result } from "../../core/base/result.ts";
import type { InstanceGrants } from "../../core/graph/grants.ts";
import type { Run } from "../../workers/run/run.ts";
import type { RunEnd } from "../../workers/run/trap/trap-report.ts";
import type { ActiveView } from "../derived.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { folderForRun } from "../folders/places.ts";
import { grantsOnce, takeGrantsOnce } from "../grants/once.ts";
import { noteRefusals } from "../grants/refusals.ts";
import type { CallTarget } from "./callables.ts";
import { ConsoleBuffer } from "./console-buffer.ts";
import { type LiveRun, onEvent, updateRecord } from "./live-run.ts";
import type { NotStarted } from "./not-started.ts";
import {
  ended,
  isOver,
  newRun,
  type RunEnding,
  type RunOf,
  type RunRecord,
  withOutput,
  withRun,
} from "./run-record.ts";
import { isSameSetup, type RunSetup } from "./run-setup.ts";
import { forgetRuns, inputsOf, runsOf, setRuns, showRun, updateCalls, useRuns } from "./run-store.ts";
import { CHANGED, describeEnding } from "./run-words.ts";
import { inputSource } from "./standard-input.ts";
import { startRun } from "./start-run.ts";
import { forgetTerminals, openTerminal } from "../terminal/terminals.ts";

/** More of one document would only use up the machine. */
const MAX_LIVE_RUNS = 16;

/** By id. */
const LIVE = new Map<string, LiveRun>();
let lastId = 0;

useDocuments.subscribe(({ open }) => {
  const isOpen = (documentId: string): boolean => open.some(({ id }) => id === documentId);
  for (const documentId of [...useRuns.getState().runs.keys()].filter((id) => !isOpen(id))) {
    stopRuns(documentId);
    for (const { terminal } of runsOf(documentId)) terminal?.dispose();
    forgetTerminals(documentId);
    forgetRuns(documentId);
  }
});

/** Why a run begins in the place of another one. */
export interface RunCause {
  /** For its console. */
  readonly because: string;
  /** What the other one was given for itself, where that goes on. */
  readonly held?: InstanceGrants;
}

/** What a command comes to in a run of its own that begins now, or why there is no such run. */
export function inCommandRun<T>(
  view: ActiveView,
  target: CallTarget,
  input: CommandInput,
  use: (run: Run, record: RunRecord) => Promise<T>,
  cause?: RunCause,
): Promise<T | RunEnd | NotStarted> {
  const setup = setupFor(view, target.instance, input, cause?.held);
  const begun = begin(view, { kind: "command", target }, setup, cause?.because);
  if (!begun.ok) return Promise.resolve(begun.error);
  begun.value.record.console.say(`$ ${[target.instance, input.argumentLine].filter(Boolean).join(" ")}`);
  return inRun(begun.value, use);
}

/** What `use` comes to in the run that functions are called in: the one that is up, or a new one after changes. */
export function inCallsRun<T>(
  view: ActiveView,
  use: (run: Run, record: RunRecord) => Promise<T>,
  cause?: RunCause,
): Promise<T | RunEnd | NotStarted> {
  const known = callsRun(view.id);
  const held = known?.record.setup.grantsOnce ?? cause?.held;
  const setup = setupFor(view, null, inputsOf(view.id).command, held);
  if (known && isSameSetup(known.record.setup, setup)) return inRun(known, use);
  if (known) replaceRun(known.record.id, CHANGED);
  const begun = begin(view, { kind: "calls" }, setup, known ? CHANGED : cause?.because);
  if (!begun.ok) return Promise.resolve(begun.error);
  return inRun(begun.value, use);
}

/** The run that is up for calls, or null. */
export function runForCalls(documentId: string): Run | null {
  return callsRun(documentId)?.run ?? null;
}

/** Ends a run, whatever it is busy with. */
export function stopRun(id: string): void {
  const live = LIVE.get(id);
  if (live) end(live, { kind: "stopped" });
}

/** Ends a run because another one takes its place. */
export function replaceRun(id: string, reason: string): void {
  const live = LIVE.get(id);
  if (live) end(live, { kind: "replaced", reason });
}

/** Ends all runs of a document. */
export function stopRuns(documentId: string): void {
  for (const { id } of runsOf(documentId)) stopRun(id);
}

async function inRun<T>(
  live: LiveRun,
  use: (run: Run, record: RunRecord) => Promise<T>,
): Promise<T | RunEnd | NotStarted> {
  const ready = await live.ready.catch((thrown: Error) => {
    end(live, { kind: "not-started", reasons: [thrown.message] });
    throw thrown;
  });
  if (!ready.ok) {
    end(live, ready.error);
    return ready.error;
  }
  changePending(live, 1);
  try {
    const outcome = await use(ready.value, live.record);
    updateRecord(live, withOutput);
    return outcome;
  } finally {
    changePending(live, -1);
  }
}

function changePending(live: LiveRun, by: 1 | -1): void {
  const wasBusy = live.pending > 0;
  live.pending += by;
  const isBusy = live.pending > 0;
  if (isBusy === wasBusy) return;
  updateRecord(live, (run) => {
    if (isOver(run)) return run;
    return { ...run, state: isBusy ? { kind: "running", startedAtMs: performance.now() } : { kind: "up" } };
  });
}

function callsRun(documentId: string): LiveRun | undefined {
  return [...LIVE.values()].find(({ record }) => record.documentId === documentId && record.of.kind === "calls");
}

/** @param held what the run in whose place it comes was given for itself */
function setupFor(
  { id, document }: ActiveView,
  command: string | null,
  input: CommandInput,
  held?: InstanceGrants,
): RunSetup {
  const { composition, grants } = document;
  const { options } = inputsOf(id);
  const inTerminal = command !== null && inputSource(input) === "terminal";
  return { composition, grants, grantsOnce: grantsOnce(id, held), command, input, inTerminal, options };
}

function begin(view: ActiveView, of: RunOf, setup: RunSetup, because?: string): Result<LiveRun, NotStarted> {
  if (runsOf(view.id).filter((run) => !isOver(run)).length >= MAX_LIVE_RUNS) {
    const reason = `${MAX_LIVE_RUNS} runs of this composition are up; stop one first.`;
    return fail({ kind: "not-started", reasons: [reason] });
  }
  lastId += 1;
  const id = String(lastId);
  takeGrantsOnce(view.id);
  const console = new ConsoleBuffer();
  const terminal = setup.inTerminal ? openTerminal(view.id, () => stopRun(id)) : null;
  const record = newRun(runsOf(view.id), { id, documentId: view.id, of, setup, console, terminal });
  setRuns(view.id, (runs) => withRun(runs, record));
  showRun(view.id, id);
  const controller = new AbortController();
  const bring = async (): Promise<Result<Run, RunEnd | NotStarted>> => bringUp(view, live);
  const live: LiveRun = {
    record,
    controller,
    ready: Promise.resolve().then(bring),
    run: null,
    files: [],
    place: null,
    pending: 0,
    isSilent: true,
  };
  LIVE.set(id, live);
  if (because !== undefined) record.console.say(because);
  return ok(live);
}

async function bringUp(view: ActiveView, live: LiveRun): Promise<Result<Run, RunEnd | NotStarted>> {
  const { record, controller } = live;
  const { signal } = controller;
  const files = await folderForRun(record.documentId);
  if (!files.ok) return fail({ kind: "not-started", reasons: [files.error] });
  live.files = files.value.entries;
  live.place = files.value.place;
  const started = await startRun(view, {
    setup: record.setup,
    files: live.files,
    signal,
    onEvents: (events) => {
      for (const event of events) onEvent(live, event);
      noteRefusals(record.documentId, record.id, events);
    },
    onProgress: (note) =>
      updateRecord(live, (run) => (isOver(run) ? run : { ...run, state: { kind: "starting", note } })),
    onLoad: (load) => updateRecord(live, (run) => ({ ...run, load })),
  });
  if (signal.aborted) {
    if (started.ok) started.value.stop();
    return fail({ kind: "stopped" });
  }
  if (!started.ok) return started;
  const run = started.value;
  live.run = run;
  record.terminal?.connect(run.input);
  void run.finished.then((how) => end(live, how));
  const early = await run.ready;
  return early === null ? started : fail(early);
}

/** Ends `live` and takes away what is left of it; how it ended first is what counts. */
function end(live: LiveRun, ending: RunEnding): void {
  const { record, controller, run } = live;
  if (!LIVE.delete(record.id)) return;
  controller.abort();
  run?.stop();
  const lines = describeEnding(ending);
  for (const line of lines) record.console.say(line);
  record.terminal?.close(lines, performance.now() - record.startedAtMs);
  updateRecord(live, (current) => ended(current, ending));
  if (record.of.kind === "calls") updateCalls(record.documentId, { handles: [] });
}
