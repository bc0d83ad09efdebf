// A step that failed → the step as it would have passed: with what was found as what is expected.

import type { ScenarioStep } from "./scenario.ts";
import type { StepFailure } from "./step-failure.ts";

/** `step` with what was found, or null where that is nothing to expect. */
export function expectingFound(step: ScenarioStep, failure: StepFailure): ScenarioStep | null {
  switch (step.kind) {
    case "call":
      if (failure.kind === "value" || failure.kind === "not-trapped") {
        return { ...step, expected: { kind: "value", wave: failure.found } };
      }
      if (failure.kind === "trapped") return { ...step, expected: { kind: "trap", message: failure.message } };
      if (failure.kind === "other-trap") return { ...step, expected: { kind: "trap", message: failure.found } };
      return failure.kind === "no-result" ? { ...step, expected: { kind: "anything" } } : null;
    case "command":
      if (failure.kind === "exit") return { ...step, expected: { ...step.expected, exit: failure.found } };
      if (failure.kind !== "text" || failure.of === "body") return null;
      return { ...step, expected: { ...step.expected, [failure.of]: { kind: "equals", text: failure.found } } };
    case "request": {
      const { expected } = step;
      if (failure.kind === "status") return { ...step, expected: { ...expected, status: failure.found } };
      if (failure.kind === "text") {
        return { ...step, expected: { ...expected, body: { kind: "equals", text: failure.found } } };
      }
      if (failure.kind !== "header") return null;
      const { name, found } = failure;
      const headers = expected.headers.flatMap((header) => {
        if (header.name !== name) return [header];
        return found === null ? [] : [{ name, value: found }];
      });
      return { ...step, expected: { ...expected, headers } };
    }
    case "drop":
      return null;
  }
}
