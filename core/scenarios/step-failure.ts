// Why a step of a scenario failed, as data; and what was expected and found as texts to lay side by side.

import type { ValueDifference } from "../values/compare-values.ts";
import type { WaveError } from "../values/wave-error.ts";
import type { CallExpectation, ScenarioStep, TextExpectation } from "./scenario.ts";

export type StepFailure =
  /** Both values as WAVE of several lines. */
  | {
      readonly kind: "value";
      readonly difference: ValueDifference;
      readonly expected: string;
      readonly found: string;
    }
  /** A value is expected of a function that gives none. */
  | { readonly kind: "no-result" }
  /** `expected` is what should have come instead of the trap; `place` names instance and function where they are known. */
  | {
      readonly kind: "trapped";
      readonly message: string;
      readonly place: string | null;
      readonly expected: string;
    }
  | { readonly kind: "not-trapped"; readonly expected: string; readonly found: string }
  | { readonly kind: "other-trap"; readonly expected: string; readonly found: string }
  /** `output` is what it wrote to its standard error, which may say why. */
  | { readonly kind: "exit"; readonly expected: number; readonly found: number; readonly output: string }
  | { readonly kind: "status"; readonly expected: number; readonly found: number; readonly body: string }
  /** `found` is null where there is no such header. */
  | { readonly kind: "header"; readonly name: string; readonly expected: string; readonly found: string | null }
  | {
      readonly kind: "text";
      readonly of: "stdout" | "stderr" | "body";
      readonly expected: TextExpectation;
      readonly found: string;
    }
  /** Arguments or expected value aren't WAVE of their type. */
  | { readonly kind: "wave"; readonly of: "arguments" | "expected"; readonly error: WaveError }
  /** The step could not be done; `reason` is a sentence. */
  | { readonly kind: "not-done"; readonly reason: string };

export interface Comparison {
  readonly expected: string;
  readonly found: string;
}

/** What was expected and what was found, or null where there is nothing to lay side by side. */
export function comparisonOf(failure: StepFailure): Comparison | null {
  switch (failure.kind) {
    case "value":
    case "other-trap":
    case "not-trapped":
      return { expected: failure.expected, found: failure.found };
    case "trapped":
      return { expected: failure.expected, found: `trap: ${failure.message}` };
    case "exit":
      return { expected: `exit ${failure.expected}`, found: withMore(`exit ${failure.found}`, failure.output) };
    case "status":
      return { expected: `status ${failure.expected}`, found: withMore(`status ${failure.found}`, failure.body) };
    case "header": {
      const { name, expected, found } = failure;
      return { expected: `${name}: ${expected}`, found: found === null ? `no ${name}` : `${name}: ${found}` };
    }
    case "text": {
      const { kind, text } = failure.expected;
      return { expected: kind === "contains" ? `… ${text} …` : text, found: failure.found };
    }
    case "no-result":
    case "wave":
    case "not-done":
      return null;
  }
}

function withMore(first: string, rest: string): string {
  return rest.trim() === "" ? first : `${first}\n${rest}`;
}

/** What the call should have come to, in a few words or as WAVE. */
export function expectedOfCall(expected: CallExpectation): string {
  switch (expected.kind) {
    case "anything":
      return "a return";
    case "value":
      return expected.wave;
    case "trap":
      return expected.message === "" ? "a trap" : `a trap: ${expected.message}`;
  }
}

/** What a step does, on one line: `greet("Ada")`, `GET /orders/1`. */
export function describeStep(step: ScenarioStep): string {
  switch (step.kind) {
    case "call":
      return `${step.function}${step.arguments}`;
    case "drop":
      return `drop #${step.handle}`;
    case "command":
      return [step.instance, step.arguments].filter(Boolean).join(" ");
    case "request":
      return `${step.method} ${step.path}`;
  }
}
