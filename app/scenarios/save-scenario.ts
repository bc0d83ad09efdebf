// A call that was made, or that stands in the form → a scenario that expects what came of it. A call on a resource brings
// the calls that made the resource and worked on it, numbered as a new run will number what they give.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import type {
  CallExpectation,
  CommandStep,
  RequestStep,
  Scenario,
  ScenarioStep,
} from "../../core/scenarios/scenario.ts";
import { describeStep } from "../../core/scenarios/step-failure.ts";
import { handlesIn, withHandleNumbers } from "../../core/values/handles-in.ts";
import { printWave, printWaveArguments } from "../../core/values/print-wave.ts";
import type { WitValue } from "../../core/values/value.ts";
import type { CallEntry, HttpAnswer, TargetOutcome } from "../run/call-record.ts";
import { describeTrap } from "../run/run-words.ts";
import { namedOf } from "./scenario-drafts.ts";

/** A call that a scenario is made of: one of the history, or one that is only about to be made. */
export type ScenarioCall = Pick<
  CallEntry,
  "id" | "target" | "arguments" | "request" | "input" | "result" | "answer" | "runId"
>;

/** What a command wrote, or null where that is not known any more. */
export type OutputOf = (runId: string) => string | null;

/** The scenario that does what `call` did; `history` is newest first. */
export function scenarioOf(
  call: ScenarioCall,
  history: readonly CallEntry[],
  outputOf: OutputOf,
): Omit<Scenario, "name"> {
  if (call.target.kind === "command") return { steps: [commandStep(call, call.input!, outputOf)] };
  if (call.target.kind === "http") return { steps: [requestStep(call, call.request!)] };
  const needed = [...callsBefore(call, history), call];
  const numbers = handleNumbers(needed);
  const steps = needed.map((each): ScenarioStep => {
    const { instance, interface: owner, function: name, type } = each.target;
    const args = each.arguments.map((value) => withHandleNumbers(value, numbers));
    return {
      kind: "call",
      instance,
      interface: owner,
      function: name,
      arguments: printWaveArguments(args, type.parameters),
      expected: each === call ? expectedOf(each, numbers) : { kind: "anything" },
    };
  });
  return { steps };
}

/** What to call it, where a person doesn't say. */
export function scenarioNameFor({ steps }: Omit<Scenario, "name">): string {
  const last = steps.at(-1)!;
  if (last.kind === "request") return `${describeStep(last)} is ${last.expected.status}`;
  return describeStep(last);
}

/** The earlier calls of the same run that have to do with the resources of `call`, oldest first. */
function callsBefore(call: ScenarioCall, history: readonly CallEntry[]): readonly CallEntry[] {
  const index = history.findIndex(({ id }) => id === call.id);
  const earlier = history
    .slice(index + 1)
    .filter(({ runId, result }) => runId !== null && runId === call.runId && result?.kind === "returned");
  const wanted = new Set(idsIn(call.arguments));
  const found = new Set<CallEntry>();
  // A call that is found may bring resources that others have to do with.
  for (let isLarger = true; isLarger;) {
    const more = earlier.filter((entry) => !found.has(entry) && touched(entry).some((id) => wanted.has(id)));
    for (const entry of more) {
      found.add(entry);
      for (const id of touched(entry)) wanted.add(id);
    }
    isLarger = more.length > 0;
  }
  return earlier.filter((entry) => found.has(entry)).toReversed();
}

function touched({ arguments: args, result }: CallEntry): readonly number[] {
  return [...idsIn(args), ...(result?.kind === "returned" ? idsIn([result.value]) : [])];
}

function idsIn(values: readonly WitValue[]): readonly number[] {
  return values.flatMap((value) => Array.from(handlesIn(value), ({ id }) => id));
}

/** The number that each resource will have in a new run: they are counted as they come. */
function handleNumbers(calls: readonly ScenarioCall[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const { result } of calls) {
    if (result?.kind !== "returned") continue;
    for (const id of idsIn([result.value])) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

function expectedOf({ result, target }: ScenarioCall, numbers: ReadonlyMap<number, number>): CallExpectation {
  if (result?.kind === "trapped") return { kind: "trap", message: describeTrap(result.report) };
  if (result?.kind !== "returned" || target.type.result === null) return { kind: "anything" };
  return { kind: "value", wave: printWave(withHandleNumbers(result.value, numbers), target.type.result) };
}

function commandStep({ target, result, runId }: ScenarioCall, input: CommandInput, outputOf: OutputOf): CommandStep {
  const output = result?.kind === "exited" && runId !== null ? outputOf(runId) : null;
  return {
    kind: "command",
    instance: target.instance,
    arguments: input.argumentLine,
    environment: namedOf(input.environment),
    stdin: input.stdin,
    expected: {
      exit: result?.kind === "exited" ? result.code : 0,
      // The console keeps lines: whether the last one ended is not known.
      stdout: output === null || output === "" ? null : { kind: "contains", text: output },
      stderr: null,
    },
  };
}

function requestStep(
  { target, answer, result }: ScenarioCall,
  { method, path, headers, body }: HttpDraft,
): RequestStep {
  const type = answer?.headers.find(([name]) => name.toLowerCase() === "content-type");
  return {
    kind: "request",
    instance: target.instance,
    method,
    path,
    headers: namedOf(headers),
    body,
    expected: {
      status: answer?.status ?? statusIn(result) ?? 200,
      headers: type ? [{ name: type[0], value: type[1] }] : [],
      body: answer && bodyText(answer),
    },
  };
}

/** The status of a response that was too large to be kept. */
function statusIn(result: TargetOutcome | null): number | null {
  const status = result?.kind === "responded" ? /^\d{3}/.exec(result.summary) : null;
  return status && Number(status[0]);
}

/** The body as a text to expect; null for one that is none. */
function bodyText({ body, state }: HttpAnswer): RequestStep["expected"]["body"] {
  if (state !== "whole") return null;
  try {
    return { kind: "equals", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body) };
  } catch {
    return null;
  }
}
