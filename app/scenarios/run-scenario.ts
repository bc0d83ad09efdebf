// One scenario from its first step to its last, or to the first that fails, in a run that is made for it and thrown away.

import { fail, ok, type Result } from "../../core/base/result.ts";
import {
  judgeCommand,
  judgeResponse,
  judgeReturn,
  judgeTrap,
  readCall,
  type Trap,
} from "../../core/scenarios/judge-step.ts";
import type { CallStep, CommandStep, RequestStep, Scenario, ScenarioStep } from "../../core/scenarios/scenario.ts";
import { type ScenarioResult, scenarioFailure } from "../../core/scenarios/scenario-result.ts";
import type { StepFailure } from "../../core/scenarios/step-failure.ts";
import type { ResourceHandle } from "../../core/values/value.ts";
import type { FunctionType } from "../../core/wit/types.ts";
import { type HttpOutcome, type HttpResponse, piecesOf } from "../../workers/run/http/exchange.ts";
import type { Run } from "../../workers/run/run.ts";
import type { CallOutcome } from "../../workers/run/session/calls.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { liveHandlesIn } from "../run/handles.ts";
import { requestOf, requestProblem } from "../run/http-request.ts";
import { describeCallError, describeEnd, describeTrap, placeOf } from "../run/run-words.ts";
import { requestDraftOf } from "./scenario-drafts.ts";
import { ScenarioOutput } from "./scenario-output.ts";

/** What a scenario needs of a run. */
export type ScenarioRun = Pick<Run, "ready" | "call" | "command" | "drop" | "serveHttp" | "stop">;

export interface ScenarioHost {
  /**
   * A run of new instances; the arguments, variables and input of `command` go to its instance. Its error has a sentence
   * for each reason.
   */
  readonly start: (
    command: CommandStep | null,
    signal: AbortSignal,
    onEvents: (events: readonly RunEvent[]) => void,
  ) => Promise<Result<ScenarioRun, readonly string[]>>;
  /** The type of what a step calls, or null where its instance exports no such thing. */
  readonly typeOf: (step: CallStep | CommandStep | RequestStep) => FunctionType | null;
}

/** A scenario that takes longer is ended, and has failed. */
const MAX_SCENARIO_MS = 60_000;
/** Of the body of a response. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** What `scenario` came to; null where `signal` ended it. */
export async function runScenario(
  scenario: Scenario,
  host: ScenarioHost,
  signal: AbortSignal,
): Promise<ScenarioResult | null> {
  const startMs = performance.now();
  const { name, steps } = scenario;
  const done = (failure: ScenarioResult["failure"]): ScenarioResult | null => {
    return signal.aborted ? null : { name, durationMs: performance.now() - startMs, failure };
  };
  const unready = (reasons: readonly string[]): ScenarioResult | null => {
    return done({
      step: null,
      action: null,
      message: reasons.join(" "),
      comparison: null,
      refusals: [],
      accepted: null,
    });
  };
  const output = new ScenarioOutput();
  const last = steps.at(-1);
  const command = last?.kind === "command" ? last : null;
  const started = await host.start(command, signal, (events) => output.note(events));
  if (!started.ok) return unready(started.error);
  const run = started.value;
  const stop = (): void => run.stop();
  const timer = setTimeout(stop, MAX_SCENARIO_MS);
  signal.addEventListener("abort", stop);
  try {
    const end = await run.ready;
    if (end !== null) return unready([describeEnd(end)]);
    const performer = new Performer(run, host, output);
    for (const [index, step] of steps.entries()) {
      // It may have been called off while it started, before anybody listened.
      if (signal.aborted) return null;
      const failure = await performer.perform(step);
      if (failure) return done(scenarioFailure(failure, step, index, output.refusals()));
    }
    return done(null);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    run.stop();
  }
}

class Performer {
  readonly #run: ScenarioRun;
  readonly #host: ScenarioHost;
  readonly #output: ScenarioOutput;
  #handles: readonly ResourceHandle[] = [];

  constructor(run: ScenarioRun, host: ScenarioHost, output: ScenarioOutput) {
    this.#run = run;
    this.#host = host;
    this.#output = output;
  }

  /** Why `step` is not as expected, or null. */
  async perform(step: ScenarioStep): Promise<StepFailure | null> {
    if (step.kind === "drop") return this.#drop(step.handle);
    const type = this.#host.typeOf(step);
    if (!type) return notDone(missing(step));
    switch (step.kind) {
      case "call":
        return this.#call(step, type);
      case "command":
        return this.#command(step);
      case "request":
        return this.#request(step);
    }
  }

  async #call(step: CallStep, type: FunctionType): Promise<StepFailure | null> {
    const read = readCall(step, type, (id) => this.#handles.find((handle) => handle.id === id) ?? null);
    if (!read.ok) return read.error;
    const { instance, interface: owner, function: name, expected } = step;
    const { arguments: args } = read.value;
    const outcome = await this.#run.call({ instance, interface: owner, function: name, arguments: args });
    if (outcome.kind === "trapped") return judgeTrap(expected, trapOf(outcome));
    if (outcome.kind !== "returned") return notDone(describeOther(outcome));
    this.#handles = liveHandlesIn(type, args, outcome.value, this.#handles);
    return judgeReturn(read.value.expected, outcome.value, type);
  }

  async #drop(handle: number): Promise<StepFailure | null> {
    const outcome = await this.#run.drop(handle);
    if (outcome.kind === "trapped") return judgeTrap({ kind: "anything" }, trapOf(outcome));
    if (outcome.kind !== "returned") return notDone(describeOther(outcome));
    this.#handles = this.#handles.filter(({ id }) => id !== handle);
    return null;
  }

  async #command(step: CommandStep): Promise<StepFailure | null> {
    const outcome = await this.#run.command(step.instance);
    if (outcome.kind === "exited") return judgeCommand(step, { code: outcome.code, ...this.#output.texts() });
    if (outcome.kind !== "trapped") return notDone(describeOther(outcome));
    const trap = trapOf(outcome);
    return { kind: "trapped", ...trap, expected: `exit ${step.expected.exit}` };
  }

  async #request(step: RequestStep): Promise<StepFailure | null> {
    const draft = requestDraftOf(step);
    const problem = requestProblem(draft);
    if (problem !== null) return notDone(problem);
    const outcome = await this.#run.serveHttp(requestOf(draft, step.instance));
    if (outcome.kind === "response") {
      const body = await bodyOf(outcome.response);
      if (!body.ok) return notDone(body.error);
      const { status, headers } = outcome.response;
      const decoder = new TextDecoder();
      const listed = headers.map(([name, value]) => ({ name, value: decoder.decode(value) }));
      return judgeResponse(step, { status, headers: listed, body: body.value });
    }
    if (outcome.kind !== "trapped") return notDone(describeUnanswered(outcome));
    return { kind: "trapped", ...trapOf(outcome), expected: `status ${step.expected.status}` };
  }
}

function notDone(reason: string): StepFailure {
  return { kind: "not-done", reason: reason.replace(/\.$/, "") };
}

function missing(step: CallStep | CommandStep | RequestStep): string {
  switch (step.kind) {
    case "call": {
      const where = step.interface === null ? "" : ` in ${step.interface}`;
      return `There is no function ${step.function}${where} that an instance ${step.instance} exports`;
    }
    case "command":
      return `There is no instance ${step.instance} that exports a command`;
    case "request":
      return `There is no instance ${step.instance} that answers HTTP requests`;
  }
}

function trapOf({ report }: Extract<CallOutcome, { kind: "trapped" }>): Trap {
  return { message: describeTrap(report), place: placeOf(report) };
}

function describeOther(outcome: Exclude<CallOutcome, { kind: "trapped" }>): string {
  switch (outcome.kind) {
    case "refused":
      return describeCallError(outcome.error);
    case "stopped":
      return TOO_LONG;
    case "exited":
      return `The run is over: ${describeEnd(outcome)}`;
    case "returned":
      return "It returned";
  }
}

/** Whoever stops a scenario learns of no result, so that only the clock is left. */
const TOO_LONG = `It took longer than ${MAX_SCENARIO_MS / 1000} seconds`;

function describeUnanswered(outcome: Exclude<HttpOutcome, { kind: "response" | "trapped" }>): string {
  if (outcome.kind === "cancelled") return TOO_LONG;
  if (outcome.kind !== "failed") return describeOther(outcome);
  return outcome.code === null ? "The handler returned without answering" : `It answered with ${outcome.code.tag}`;
}

async function bodyOf({ body }: HttpResponse): Promise<Result<string, string>> {
  const decoder = new TextDecoder();
  let text = "";
  let byteLength = 0;
  try {
    for await (const piece of piecesOf(body)) {
      byteLength += piece.length;
      if (byteLength > MAX_BODY_BYTES) return fail("The body is larger than a scenario can compare");
      text += decoder.decode(piece, { stream: true });
    }
    return ok(text + decoder.decode());
  } catch {
    return fail("The response ended before it was whole");
  }
}
