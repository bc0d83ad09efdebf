// Runs of the document in front: prepared once per component, kept up between calls, replaced when the composition
// changed, stopped at once when asked.

import { formatDuration } from "../../components/primitives/format-duration.ts";
import { printWaveArguments, printWave } from "../../core/values/print-wave.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { CallOutcome as ShownOutcome } from "../../components/run/run-model.ts";
import type { Composition } from "../../core/graph/composition.ts";
import { isError } from "../../core/graph/diagnose.ts";
import { DEFAULT_LIMITS } from "../../workers/run/control/limits.ts";
import type { CallOutcome } from "../../workers/run/session/calls.ts";
import type { Run } from "../../workers/run/run.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { planRun } from "../../workers/run/prepare/run-plan.ts";
import type { RunEnd } from "../../workers/run/trap/trap-report.ts";
import type { Grants } from "../../workers/run/wasi/grants.ts";
import type { Artifact } from "../../workers/toolchain/artifact.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { updateDocument, useDocuments } from "../documents/documents-store.ts";
import { busy } from "../idle.ts";
import { componentBytes } from "../library/component-bytes.ts";
import { runner, toolchain } from "../services.ts";
import { splitArgumentLine } from "./argument-line.ts";
import type { CallTarget } from "./callables.ts";
import { entriesOf, withChanges } from "./folder.ts";
import { liveHandlesIn, sameHandle } from "./handles.ts";
import { consoleOf, sessionOf, updateSession } from "./run-store.ts";
import { describeCallError, describeDenial, describeEnd, describePlanError, describeToolError, placeOf, stackLines } from "./run-words.ts";

interface LiveRun {
  readonly run: Run;
  /** What it runs: another composition needs another run. */
  readonly composition: Composition;
  isOver: boolean;
}

const LIVE = new Map<string, LiveRun>();
/** Preparations that can still be called off, by document. */
const STARTING = new Map<string, AbortController>();

/** The folder of the document, as every instance that asks for one finds it. */
export const FOLDER_PATH = "/";
const FOLDER_TREE = "folder";

/** Calls a function; the run that is up is used again while the composition stays the same. */
export async function callFunction(target: CallTarget, args: readonly WitValue[]): Promise<void> {
  const view = activeView();
  if (!view) return;
  await busy(async () => {
    const text = printWaveArguments(args, target.type.parameters, { maxLength: MAX_HISTORY_TEXT });
    const entry = beginEntry(view.id, target, args, text);
    const live = await liveRun(view, null);
    if (!live) return endEntry(view.id, entry, { kind: "stopped" }, null);
    updateSession(view.id, { state: { kind: "running", startedAtMs: performance.now() } });
    const { instance, interface: of, function: name } = target;
    const outcome = await live.run.call({ instance, interface: of, function: name, arguments: args });
    noteOutcome(view.id, target, args, entry, outcome);
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
    const live = await liveRun(view, target.instance);
    if (!live) return endEntry(view.id, entry, { kind: "stopped" }, null);
    updateSession(view.id, { state: { kind: "running", startedAtMs: performance.now() } });
    noteOutcome(view.id, target, [], entry, await live.run.command(target.instance));
  });
}

/** Ends the run of a document, whatever it is busy with. */
export function stopRun(documentId: string): void {
  STARTING.get(documentId)?.abort();
  const live = LIVE.get(documentId);
  LIVE.delete(documentId);
  live?.run.stop();
  updateSession(documentId, { state: { kind: "idle" }, handles: [] });
}

export async function dropHandle(documentId: string, handle: ResourceHandle): Promise<void> {
  const outcome = await LIVE.get(documentId)?.run.drop(handle.id);
  if (!outcome) return;
  updateSession(documentId, ({ handles }) => ({ handles: handles.filter((other) => !sameHandle(other, handle)) }));
  if (outcome.kind === "trapped") noteEnd(documentId, outcome);
}

/** The run of the view's composition, started where none is up; null where it could not be. */
async function liveRun(view: ActiveView, command: string | null): Promise<LiveRun | null> {
  const known = LIVE.get(view.id);
  if (known && !known.isOver && known.composition === view.composition && command === null) return known;
  if (known && !known.isOver) consoleOf(view.id).say("The composition has changed: starting anew");
  stopRun(view.id);
  const controller = new AbortController();
  STARTING.set(view.id, controller);
  updateSession(view.id, { written: new Set() });
  try {
    const artifacts = await prepare(view, controller.signal);
    if (!artifacts || controller.signal.aborted) return null;
    const live = start(view, artifacts, command);
    if (!live) return null;
    LIVE.set(view.id, live);
    const end = await live.run.ready;
    return end === null ? live : null;
  } finally {
    STARTING.delete(view.id);
    if (!LIVE.has(view.id)) updateSession(view.id, { state: { kind: "idle" } });
  }
}

/** The artifact of every component, by key; null where one can't be made, which the console says. */
async function prepare(view: ActiveView, signal: AbortSignal): Promise<ReadonlyMap<string, Artifact> | null> {
  const errors = view.diagnosis.problems.filter(isError);
  if (errors.length > 0) {
    consoleOf(view.id).say(describePlanError({ kind: "unsound-graph" }));
    return null;
  }
  const artifacts = new Map<string, Artifact>();
  const components = [...view.composition.components.values()];
  for (const [i, { key, sha256 }] of components.entries()) {
    const note = `Preparing ${i + 1} of ${components.length}: ${key}`;
    updateSession(view.id, { state: { kind: "starting", note } });
    const bytes = await componentBytes(sha256);
    const artifact = await toolchain().transpile({ name: key, sha256, bytes }, signal);
    if (!artifact.ok) {
      consoleOf(view.id).say(describeToolError(key, artifact.error));
      return null;
    }
    artifacts.set(key, artifact.value);
  }
  return artifacts;
}

function start(view: ActiveView, artifacts: ReadonlyMap<string, Artifact>, command: string | null): LiveRun | null {
  const document = useDocuments.getState().open.find(({ id }) => id === view.id);
  const plan = planRun(view.diagnosis.evaluation, {
    importsOf: (key) => artifacts.get(key)?.imports,
    grantsOf: (instance) => grantsFor(view.id, instance, command),
    trees: new Map([[FOLDER_TREE, entriesOf(document?.folder ?? [])]]),
    limits: DEFAULT_LIMITS,
  });
  if (!plan.ok) {
    for (const error of plan.error) consoleOf(view.id).say(describePlanError(error));
    return null;
  }
  updateSession(view.id, { state: { kind: "starting", note: "Starting" } });
  const keyOf = new Map(view.composition.instances.map(({ name, component }) => [name, component]));
  const live: LiveRun = {
    run: runner().start({
      plan: plan.value,
      artifactOf: (instance) => artifacts.get(keyOf.get(instance)!)!,
      onEvents: (events) => {
        for (const event of events) onEvent(view.id, live, event);
      },
    }),
    composition: view.composition,
    isOver: false,
  };
  return live;
}

/** Everything is in memory: what an instance may touch is the document's own folder, clocks and randomness. */
function grantsFor(documentId: string, instance: string, command: string | null): Grants {
  const { argumentLine, environment, stdin } = sessionOf(documentId).command;
  const args = splitArgumentLine(argumentLine);
  const isCommand = instance === command;
  return {
    arguments: isCommand && args.ok ? [instance, ...args.value] : [instance],
    environment: environment.filter(({ name }) => name !== "").map(({ name, value }) => [name, value] as const),
    stdin: new TextEncoder().encode(isCommand ? stdin : ""),
    stdout: true,
    stderr: true,
    terminal: false,
    preopens: [{ path: FOLDER_PATH, tree: FOLDER_TREE, folder: "", access: "read-write" }],
    clocks: true,
    random: true,
  };
}

function onEvent(documentId: string, live: LiveRun, event: RunEvent): void {
  switch (event.kind) {
    case "started":
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
        written: new Set([...written, ...event.changes.flatMap((change) => (change.kind === "file" ? [change.path] : []))]),
      }));
      return;
    case "finished":
      live.isOver = true;
      if (LIVE.get(documentId) === live) noteEnd(documentId, event.end);
      return;
  }
}

function noteEnd(documentId: string, end: RunEnd): void {
  const console = consoleOf(documentId);
  console.say(describeEnd(end));
  if (end.kind === "trapped") for (const line of stackLines(end.report)) console.say(line);
  updateSession(documentId, { state: { kind: "idle" }, handles: [] });
}

const MAX_HISTORY = 200;
const MAX_HISTORY_TEXT = 400;
let lastEntry = 0;

function beginEntry(documentId: string, target: CallTarget, args: readonly WitValue[], argumentsText: string): string {
  lastEntry += 1;
  const id = String(lastEntry);
  const entry = {
    id,
    target,
    arguments: args,
    argumentsText,
    outcome: { kind: "running" } as const,
    durationMs: null,
    startedAt: Date.now(),
  };
  updateSession(documentId, ({ history }) => ({ history: [entry, ...history].slice(0, MAX_HISTORY) }));
  return id;
}

function endEntry(documentId: string, id: string, outcome: ShownOutcome, durationMs: number | null): void {
  updateSession(documentId, ({ history }) => ({
    history: history.map((entry) => (entry.id === id ? { ...entry, outcome, durationMs } : entry)),
  }));
}

function noteOutcome(
  documentId: string,
  target: CallTarget,
  args: readonly WitValue[],
  entry: string,
  outcome: CallOutcome,
): void {
  const durationMs = outcome.kind === "returned" ? outcome.durationMs : null;
  endEntry(documentId, entry, shownOutcome(target, outcome), durationMs);
  updateSession(documentId, ({ outcomes, handles, state }) => ({
    outcomes: new Map(outcomes).set(target.id, outcome),
    handles: outcome.kind === "returned" ? liveHandlesIn(target.type, args, outcome.value, handles) : handles,
    state: state.kind === "running" ? { kind: "idle" } : state,
  }));
  if (outcome.kind === "refused") consoleOf(documentId).say(describeCallError(outcome.error));
  if (outcome.kind === "returned" && target.kind === "command") {
    consoleOf(documentId).say(`Finished in ${formatDuration(outcome.durationMs)}`);
  }
}

function shownOutcome(target: CallTarget, outcome: CallOutcome): ShownOutcome {
  switch (outcome.kind) {
    case "returned": {
      const { result } = target.type;
      return { kind: "returned", value: result ? printWave(outcome.value, result, { maxLength: MAX_HISTORY_TEXT }) : "" };
    }
    case "exited":
      return { kind: "returned", value: describeEnd(outcome) };
    case "trapped":
      return { kind: "trapped", reason: [outcome.report.message, placeOf(outcome.report)].filter(Boolean).join(" in ") };
    case "refused":
      return { kind: "trapped", reason: describeCallError(outcome.error) };
    case "stopped":
      return { kind: "stopped" };
  }
}
