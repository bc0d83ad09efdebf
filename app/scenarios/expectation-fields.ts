// What a step expects ⇄ the fields that it is edited in.

import type { Expectation } from "../../components/scenarios/scenario-model.ts";
import type {
  CallStep,
  CommandStep,
  NamedText,
  RequestStep,
  ScenarioStep,
  TextExpectation,
} from "../../core/scenarios/scenario.ts";
import { parseWave } from "../../core/values/parse-wave.ts";
import { describeWaveError } from "../../core/values/wording.ts";
import { definedName } from "../../core/wit/compare.ts";
import type { FunctionType } from "../../core/wit/types.ts";

const CALL_KINDS = [
  { value: "value", label: "Returns" },
  { value: "anything", label: "Returns anything" },
  { value: "trap", label: "Traps" },
];
const TEXT_KINDS = [
  { value: "anything", label: "Anything" },
  { value: "equals", label: "Is" },
  { value: "contains", label: "Contains" },
];

/** The fields of `step`; `type` is that of what it calls, or null where there is no such thing. */
export function expectationFields(step: ScenarioStep, type: FunctionType | null): readonly Expectation[] {
  switch (step.kind) {
    case "call":
      return [callField(step, type)];
    case "command":
      return [
        field("exit", "Exit status", { text: String(step.expected.exit), validate: isNumber(0, 255) }),
        textField("stdout", "Output", step.expected.stdout),
        textField("stderr", "Errors", step.expected.stderr),
      ];
    case "request":
      return [
        field("status", "Status", { text: String(step.expected.status), validate: isNumber(100, 999) }),
        field("headers", "Headers", {
          text: step.expected.headers.map(({ name, value }) => `${name}: ${value}`).join("\n"),
          multiline: true,
          validate: areHeaders,
        }),
        textField("body", "Body", step.expected.body),
      ];
    case "drop":
      return [];
  }
}

function field(id: string, label: string, rest: Partial<Expectation>): Expectation {
  return { id, label, kind: null, text: null, multiline: false, error: null, ...rest };
}

function callField({ expected }: CallStep, type: FunctionType | null): Expectation {
  const options = type?.result === null ? CALL_KINDS.slice(1) : CALL_KINDS;
  const kind = { value: expected.kind, options };
  switch (expected.kind) {
    case "anything":
      return field("result", "Expected", { kind });
    case "trap":
      return field("result", "Expected", { kind, text: expected.message });
    case "value":
      return field("result", "Expected", {
        kind: type?.result === null ? { value: "value", options: CALL_KINDS } : kind,
        text: expected.wave,
        multiline: true,
        error: waveProblem(expected.wave, type),
      });
  }
}

function waveProblem(wave: string, type: FunctionType | null): string | null {
  if (type === null) return null;
  if (type.result === null) return "The function gives no value";
  const parsed = parseWave(wave, type.result, {
    resolveHandle: ({ resource }, id) => ({ kind: "resource", typeName: definedName(resource), id, label: "" }),
  });
  return parsed.ok ? null : describeWaveError(parsed.error).replaceAll("`", "");
}

function textField(id: string, label: string, expected: TextExpectation | null): Expectation {
  const kind = { value: expected?.kind ?? "anything", options: TEXT_KINDS };
  return field(id, label, { kind, text: expected?.text ?? null, multiline: true });
}

export interface ExpectationChange {
  readonly kind?: string;
  readonly text?: string;
}

/** `step` with the field `id` changed; null for a change that makes no sense. */
export function withExpectation(step: ScenarioStep, id: string, change: ExpectationChange): ScenarioStep | null {
  switch (step.kind) {
    case "call":
      return withCallExpectation(step, change);
    case "command":
      return withCommandExpectation(step, id, change);
    case "request":
      return withRequestExpectation(step, id, change);
    case "drop":
      return null;
  }
}

function withCallExpectation(step: CallStep, { kind = step.expected.kind, text }: ExpectationChange): CallStep {
  const { expected } = step;
  const known = expected.kind === "value" ? expected.wave : expected.kind === "trap" ? expected.message : "";
  if (kind === "value") return { ...step, expected: { kind, wave: text ?? known } };
  // A value is no part of a message: another kind begins with any trap.
  if (kind === "trap") return { ...step, expected: { kind, message: text ?? (expected.kind === kind ? known : "") } };
  return { ...step, expected: { kind: "anything" } };
}

function withCommandExpectation(step: CommandStep, id: string, change: ExpectationChange): CommandStep | null {
  const { expected } = step;
  if (id === "exit") {
    const exit = numberIn(change.text, 0, 255);
    return exit === null ? null : { ...step, expected: { ...expected, exit } };
  }
  const stream = id === "stdout" ? "stdout" : "stderr";
  return { ...step, expected: { ...expected, [stream]: withText(expected[stream], change) } };
}

function withRequestExpectation(step: RequestStep, id: string, change: ExpectationChange): RequestStep | null {
  const { expected } = step;
  switch (id) {
    case "status": {
      const status = numberIn(change.text, 100, 999);
      return status === null ? null : { ...step, expected: { ...expected, status } };
    }
    case "headers":
      return { ...step, expected: { ...expected, headers: headersIn(change.text ?? "") } };
    default:
      return { ...step, expected: { ...expected, body: withText(expected.body, change) } };
  }
}

function withText(expected: TextExpectation | null, { kind, text }: ExpectationChange): TextExpectation | null {
  const wanted = kind ?? expected?.kind ?? "equals";
  if (wanted !== "equals" && wanted !== "contains") return null;
  return { kind: wanted, text: text ?? expected?.text ?? "" };
}

function numberIn(text: string | undefined, min: number, max: number): number | null {
  const number = /^\d{1,4}$/.test(text ?? "") ? Number(text) : -1;
  return number >= min && number <= max ? number : null;
}

function isNumber(min: number, max: number): (text: string) => string | null {
  return (text) => (numberIn(text, min, max) === null ? `A whole number from ${min} to ${max}` : null);
}

const HEADER = /^([^:\s]+): ?(.*)$/;

function areHeaders(text: string): string | null {
  const isFine = text === "" || text.split("\n").every((line) => HEADER.test(line));
  return isFine ? null : "One header a line: content-type: text/plain";
}

function headersIn(text: string): readonly NamedText[] {
  return text.split("\n").flatMap((line) => {
    const match = HEADER.exec(line);
    return match ? [{ name: match[1]!, value: match[2]! }] : [];
  });
}
