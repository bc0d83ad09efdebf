// What a step came to, held to what was expected of it: values are compared as values of their type, not as text.

import { fail, ok, type Result } from "../base/result.ts";
import { compareValues } from "../values/compare-values.ts";
import { parseWave, parseWaveArguments } from "../values/parse-wave.ts";
import { printWave } from "../values/print-wave.ts";
import type { ResourceHandle, WitValue } from "../values/value.ts";
import { definedName } from "../wit/compare.ts";
import type { FunctionType, HandleType } from "../wit/types.ts";
import type { CallExpectation, CallStep, CommandStep, NamedText, RequestStep, TextExpectation } from "./scenario.ts";
import { expectedOfCall, type StepFailure } from "./step-failure.ts";

/** A call whose texts have been read. */
export interface ReadCall {
  readonly arguments: readonly WitValue[];
  readonly expected: ReadExpectation;
}

type ReadExpectation =
  | Exclude<CallExpectation, { kind: "value" }>
  | { readonly kind: "value"; readonly value: WitValue };

/** `step` with its texts read; `handleOf` knows the resources that the steps before gave, by number. */
export function readCall(
  step: CallStep,
  { parameters, result }: FunctionType,
  handleOf: (id: number) => ResourceHandle | null,
): Result<ReadCall, StepFailure> {
  const args = parseWaveArguments(step.arguments, parameters, { resolveHandle: (_, id) => handleOf(id) });
  if (!args.ok) return fail({ kind: "wave", of: "arguments", error: args.error });
  const { expected } = step;
  if (expected.kind !== "value") return ok({ arguments: args.value, expected });
  if (result === null) return fail({ kind: "no-result" });
  const value = parseWave(expected.wave, result, { resolveHandle: anyHandle });
  if (!value.ok) return fail({ kind: "wave", of: "expected", error: value.error });
  return ok({ arguments: args.value, expected: { kind: "value", value: value.value } });
}

/** A handle that the call is still to give. */
function anyHandle({ resource }: HandleType, id: number): ResourceHandle {
  const typeName = definedName(resource);
  return { kind: "resource", typeName, id, label: `${typeName} #${id}` };
}

export interface Trap {
  readonly message: string;
  /** `store, function open`, or null. */
  readonly place: string | null;
}

/** Why a call that returned `found`, null where the function gives nothing, is not as expected; else null. */
export function judgeReturn(expected: ReadExpectation, found: WitValue, { result }: FunctionType): StepFailure | null {
  const printed = (value: WitValue): string => (result ? printWave(value, result, { indent: 2 }) : "nothing");
  switch (expected.kind) {
    case "anything":
      return null;
    case "trap":
      return { kind: "not-trapped", expected: expectedOfCall(expected), found: printed(found) };
    case "value": {
      const difference = result && compareValues(found, expected.value, result);
      return difference && { kind: "value", difference, expected: printed(expected.value), found: printed(found) };
    }
  }
}

/** Why a call that ended in `trap` is not as expected, or null. */
export function judgeTrap(expected: CallExpectation, trap: Trap): StepFailure | null {
  if (expected.kind !== "trap") return { kind: "trapped", ...trap, expected: expectedOfCall(expected) };
  if (trap.message.includes(expected.message)) return null;
  return { kind: "other-trap", expected: expected.message, found: trap.message };
}

export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Why a command that came to `found` is not as expected, or null. */
export function judgeCommand({ expected }: CommandStep, found: CommandOutcome): StepFailure | null {
  if (found.code !== expected.exit) {
    return { kind: "exit", expected: expected.exit, found: found.code, output: found.stderr };
  }
  return judgeText("stdout", expected.stdout, found.stdout) ?? judgeText("stderr", expected.stderr, found.stderr);
}

export interface ResponseOutcome {
  readonly status: number;
  readonly headers: readonly NamedText[];
  readonly body: string;
}

/** Why a response is not as expected, or null. Names of headers have no case. */
export function judgeResponse({ expected }: RequestStep, found: ResponseOutcome): StepFailure | null {
  if (found.status !== expected.status) {
    return { kind: "status", expected: expected.status, found: found.status, body: found.body };
  }
  for (const { name, value } of expected.headers) {
    const values = found.headers.filter((header) => header.name.toLowerCase() === name.toLowerCase());
    if (values.some((header) => header.value === value)) continue;
    return { kind: "header", name, expected: value, found: values[0]?.value ?? null };
  }
  return judgeText("body", expected.body, found.body);
}

function judgeText(
  of: "stdout" | "stderr" | "body",
  expected: TextExpectation | null,
  found: string,
): StepFailure | null {
  if (expected === null) return null;
  const fits = expected.kind === "equals" ? found === expected.text : found.includes(expected.text);
  return fits ? null : { kind: "text", of, expected, found };
}
