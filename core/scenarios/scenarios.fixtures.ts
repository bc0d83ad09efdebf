// Random scenarios, for laws.

import * as fc from "fast-check";
import type { NamedText, Scenario, ScenarioStep, TextExpectation } from "./scenario.ts";

const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("a", "\n", " ", '"', "é", "𝄞") }));
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z]{1,4})?$/);
const functionName = fc.oneof(
  label,
  fc.tuple(label, label).map(([resource, method]) => `[method]${resource}.${method}`),
  label.map((resource) => `[constructor]${resource}`),
);

function named(name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<readonly NamedText[]> {
  return fc.array(fc.record({ name, value }), { maxLength: 3 });
}

const expectedText: fc.Arbitrary<TextExpectation | null> = fc.option(
  fc.record({ kind: fc.constantFrom("equals" as const, "contains" as const), text }),
);
const headers = named(fc.stringMatching(/^[A-Za-z0-9!#$-]{1,8}$/), fc.stringMatching(/^[ -~]{0,12}$/));

const interfaceName: fc.Arbitrary<string | null> = fc.option(label.map((name) => `a:${name}/i@1.0.0`));

const call: fc.Arbitrary<ScenarioStep> = fc.record({
  kind: fc.constant("call" as const),
  instance: label,
  interface: interfaceName,
  function: functionName,
  arguments: text.map((inner) => `(${inner})`),
  expected: fc.oneof(
    fc.constant({ kind: "anything" as const }),
    text.map((wave) => ({ kind: "value" as const, wave })),
    text.map((message) => ({ kind: "trap" as const, message })),
  ),
});

const drop: fc.Arbitrary<ScenarioStep> = fc.record({
  kind: fc.constant("drop" as const),
  handle: fc.integer({ min: 1, max: 99 }),
});

const request: fc.Arbitrary<ScenarioStep> = fc.record({
  kind: fc.constant("request" as const),
  instance: label,
  method: fc.constantFrom("GET", "POST", "DELETE"),
  path: fc.stringMatching(/^\/[ -~]{0,20}$/),
  headers,
  body: text,
  expected: fc.record({ status: fc.integer({ min: 100, max: 599 }), headers, body: expectedText }),
});

const command: fc.Arbitrary<ScenarioStep> = fc.record({
  kind: fc.constant("command" as const),
  instance: label,
  arguments: text,
  environment: named(fc.stringMatching(/^[A-Z_]{1,8}$/), text),
  stdin: text,
  expected: fc.record({ exit: fc.integer({ min: 0, max: 255 }), stdout: expectedText, stderr: expectedText }),
});

/** A command stands last, for it ends the run. */
const steps: fc.Arbitrary<readonly ScenarioStep[]> = fc
  .tuple(fc.array(fc.oneof(call, drop, request), { maxLength: 3 }), fc.option(command), call)
  .map(([before, last, other]) => (last ? [...before, last] : before.length > 0 ? before : [other]));

const name = fc.oneof(fc.string(), label).map((wanted) => wanted.replaceAll(/[\p{Cc}\s]+/gu, " ").trim() || "empty");

export const arbitraryScenarios: fc.Arbitrary<readonly Scenario[]> = fc.uniqueArray(fc.record({ name, steps }), {
  selector: (scenario) => scenario.name,
  maxLength: 6,
});
