// Scenarios ⇄ `scenarios.json`, which people write by hand and read in differences: one verb per step, values in WAVE.
//
//   { "format": 1, "scenarios": [
//     { "name": "Ada is greeted", "instance": "greeter", "interface": "hello:greeting/greeter@1.0.0",
//       "call": "greet(\"Ada\", \"en\", calm)", "expect": "ok(\"Hello, Ada.\")" },
//     { "name": "An order is confirmed", "steps": [ { "instance": "store", "call": "…" }, { "drop": 1 } ] } ] }
//
// Texts of several lines are lists of lines; headers are `name: value`, variables `NAME=value`.

import type { NamedText, Scenario, ScenarioStep, TextExpectation } from "./scenario.ts";

/** Raised by one with each change that an older reader would misread. */
export const SCENARIOS_FORMAT = 1;

export type Json = Readonly<Record<string, unknown>>;

/** The text of `scenarios.json`; members always stand in the same order. */
export function printScenarios(scenarios: readonly Scenario[]): string {
  const json = { format: SCENARIOS_FORMAT, scenarios: scenarios.map(scenarioJson) };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function scenarioJson({ name, steps }: Scenario): Json {
  const [first, ...more] = steps;
  return first && more.length === 0 ? { name, ...stepJson(first) } : { name, steps: steps.map(stepJson) };
}

function stepJson(step: ScenarioStep): Json {
  switch (step.kind) {
    case "call":
      return {
        instance: step.instance,
        ...(step.interface !== null && { interface: step.interface }),
        call: `${step.function}${step.arguments}`,
        ...(step.expected.kind === "value" && { expect: step.expected.wave }),
        ...(step.expected.kind === "trap" && { expect: { trap: step.expected.message } }),
      };
    case "drop":
      return { drop: step.handle };
    case "command": {
      const { exit, stdout, stderr } = step.expected;
      return {
        instance: step.instance,
        command: step.arguments,
        ...(step.environment.length > 0 && { environment: step.environment.map(printVariable) }),
        ...(step.stdin !== "" && { stdin: textJson(step.stdin) }),
        expect: {
          exit,
          ...(stdout && { stdout: expectationJson(stdout) }),
          ...(stderr && { stderr: expectationJson(stderr) }),
        },
      };
    }
    case "request": {
      const { status, headers, body } = step.expected;
      return {
        instance: step.instance,
        request: `${step.method} ${step.path}`,
        ...(step.headers.length > 0 && { headers: step.headers.map(printHeader) }),
        ...(step.body !== "" && { body: textJson(step.body) }),
        expect: {
          status,
          ...(headers.length > 0 && { headers: headers.map(printHeader) }),
          ...(body && { body: expectationJson(body) }),
        },
      };
    }
  }
}

function printVariable({ name, value }: NamedText): string {
  return `${name}=${value}`;
}

function printHeader({ name, value }: NamedText): string {
  return `${name}: ${value}`;
}

function textJson(text: string): string | readonly string[] {
  return text.includes("\n") ? text.split("\n") : text;
}

function expectationJson({ kind, text }: TextExpectation): unknown {
  return kind === "equals" ? textJson(text) : { contains: textJson(text) };
}
