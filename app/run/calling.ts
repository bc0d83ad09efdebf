// Calling what the run panel stands at, or what a script names.

import type { HttpDraft } from "../../components/run/http-model.ts";
import { describeDraftProblem } from "../../components/values/drafts/draft-wording.ts";
import type { ValueDraftError } from "../../components/values/drafts/value-draft.ts";
import { parseWaveArguments } from "../../core/values/parse-wave.ts";
import { describeWaveError } from "../../core/values/wording.ts";
import { activeView } from "../derived.ts";
import { showBottomTab } from "../preferences/panels.ts";
import { splitArgumentLine } from "./argument-line.ts";
import { type CallTarget, callablesOf } from "./callables.ts";
import { showingArguments } from "./drafts.ts";
import { releaseCallee } from "./release-callee.ts";
import { requestProblem } from "./http-request.ts";
import { callFunction, runCommand, sendRequest } from "./calls.ts";
import { stopRun, stopRuns } from "./live-runs.ts";
import { restartDisabledReason, restartShown } from "./restart.ts";
import { isOver } from "./run-record.ts";
import { callsOf, inputsOf, runsOf, updateInputs } from "./run-store.ts";
import { draftedArguments, selectedTarget } from "./selected-target.ts";
import { inputSource } from "./standard-input.ts";
import { showTerminal } from "../terminal/terminal-focus.ts";

export { restartDisabledReason, restartShown, stopRun, stopRuns };

function current(): CallTarget | null {
  const view = activeView();
  return view && selectedTarget(view, inputsOf(view.id));
}

/** Why nothing can be called now, or null. */
export function callDisabledReason(): string | null {
  const view = activeView();
  if (!view) return "No composition is open";
  const target = current();
  if (!target) return "Nothing can be called yet";
  const busy = busyReason(view.id, target);
  if (busy !== null) return busy;
  const { mode } = inputsOf(view.id).options;
  const callee = mode === "debug" ? null : releaseCallee(view.diagnosis.evaluation, target);
  if (callee?.ok === false) return callee.error;
  return target.kind === "command" ? null : inputProblem(view.id, target);
}

/** What is to be put right in the form of a function or a handler, or null. */
function inputProblem(documentId: string, target: CallTarget): string | null {
  const inputs = inputsOf(documentId);
  if (target.kind === "http") return requestProblem(inputs.request);
  if (target.type.async) return "Async functions can't be called here yet";
  const args = draftedArguments(target, inputs, callsOf(documentId).handles);
  return args.ok ? null : reasonOf(args.error);
}

/** Why what stands in the form can't be saved as a scenario, or null: a call that is under way doesn't matter. */
export function saveDisabledReason(): string | null {
  const view = activeView();
  const target = current();
  if (!view || !target) return "Nothing can be called yet";
  return target.kind === "command" ? argumentLineProblem(view.id) : inputProblem(view.id, target);
}

function argumentLineProblem(documentId: string): string | null {
  const args = splitArgumentLine(inputsOf(documentId).command.argumentLine);
  return args.ok ? null : args.error;
}

/** Calls wait for each other; a command has a run of its own, and may be run beside itself once it has started. */
function busyReason(documentId: string, target: CallTarget): string | null {
  const runs = runsOf(documentId).filter((run) => !isOver(run));
  if (target.kind !== "command") {
    const kind = runs.find(({ of }) => of.kind === "calls")?.state.kind;
    return kind === "starting" || kind === "running" ? "It is running; stop it first" : null;
  }
  const isStarting = runs.some(({ of, state }) => {
    return of.kind === "command" && of.target.id === target.id && state.kind === "starting";
  });
  return isStarting ? "It is starting" : null;
}

/** The first thing to put right, and how much more there is. */
function reasonOf(error: ValueDraftError): string {
  if (error.kind === "wave")
    return `The text has an error in line ${error.error.line}: ${describeWaveError(error.error)}`;
  const [first, ...others] = error.problems;
  if (!first) return "The arguments aren't complete";
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return describeDraftProblem(first) + more;
}

/** Calls what the run panel stands at, with the arguments in its form. */
export async function startCall(): Promise<void> {
  const view = activeView();
  const target = current();
  if (!view || !target) return;
  if (target.kind === "command") {
    if (inputSource(inputsOf(view.id).command) === "terminal") showTerminal();
    else showBottomTab("console");
    return runCommand(view, target);
  }
  showBottomTab("run");
  const inputs = inputsOf(view.id);
  if (target.kind === "http") return sendRequest(view, target, inputs.request);
  const args = draftedArguments(target, inputs, callsOf(view.id).handles);
  if (args.ok) await callFunction(view, target, args.value);
}

export interface CallArguments {
  readonly instance: string;
  readonly interface: string | null;
  readonly function: string;
  /** In WAVE, `("Ada", 3)`; for a command, its argument line. */
  readonly arguments: string;
}

/** Calls a function that is named, with arguments as text. */
export async function callByName({
  instance,
  interface: of,
  function: name,
  arguments: text,
}: CallArguments): Promise<void> {
  const view = activeView();
  if (!view) throw new Error("No composition is open");
  const target = callablesOf(view).targets.get([instance, of ?? "", name].join(" "));
  if (!target) throw new Error(`${instance} exports no ${[of, name].filter(Boolean).join(" ")}`);
  if (target.kind === "http") throw new Error(`${instance} answers requests: send it one with run.request`);
  if (target.kind === "command") {
    updateInputs(view.id, ({ command }) => ({ selectedId: target.id, command: { ...command, argumentLine: text } }));
    return runCommand(view, target);
  }
  const { handles } = callsOf(view.id);
  const resolveHandle = (_: unknown, id: number) => handles.find((handle) => handle.id === id) ?? null;
  const args = parseWaveArguments(text, target.type.parameters, { resolveHandle });
  if (!args.ok) throw new Error(describeWaveError(args.error));
  updateInputs(view.id, (inputs) => showingArguments(inputs, target, args.value, handles));
  await callFunction(view, target, args.value);
}

export interface RequestArguments {
  readonly instance: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly instances?: HttpDraft["instances"];
}

/** Sends a request that is given to the handler of an instance. */
export async function requestByName(given: RequestArguments): Promise<void> {
  const view = activeView();
  if (!view) throw new Error("No composition is open");
  const { instance, method, path, headers = {}, body = "", instances = "shared" } = given;
  const target = [...callablesOf(view).targets.values()].find((t) => t.kind === "http" && t.instance === instance);
  if (!target) throw new Error(`${instance} exports no HTTP handler`);
  const listed = Object.entries(headers).map(([name, value]) => ({ id: crypto.randomUUID(), name, value }));
  const request: HttpDraft = { method, path, headers: listed, body, instances };
  const problem = requestProblem(request);
  if (problem !== null) throw new Error(problem);
  updateInputs(view.id, { selectedId: target.id, request });
  await sendRequest(view, target, request);
}
