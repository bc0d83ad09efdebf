// The text of `scenarios.json` → scenarios, or the first thing in it that can't be understood, with its place.
// Members that aren't known are refused: a slip in a name would make a scenario that expects nothing.

import type { Diagnostic } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { CallExpectation, NamedText, Scenario, ScenarioStep, TextExpectation } from "./scenario.ts";
import { type Json, SCENARIOS_FORMAT } from "./scenario-file.ts";
import { checkScenarios, type ScenarioListError } from "./scenario-list.ts";

export type ScenariosError =
  | Diagnostic<"scenarios-unreadable" | "scenario-malformed" | "scenarios-too-new">
  | ScenarioListError;

/** What `text` says. */
export function readScenarios(text: string): Result<readonly Scenario[], ScenariosError> {
  const json = parseJson(text);
  if (!isObject(json) || typeof json["format"] !== "number") return fail({ kind: "scenarios-unreadable" });
  const { format } = json;
  if (format > SCENARIOS_FORMAT) return fail({ kind: "scenarios-too-new", format, known: SCENARIOS_FORMAT });
  try {
    const listed = expectArray(json["scenarios"], "scenarios", LIMITS.scenarios, "scenarios");
    const scenarios = listed.map((item, i) => readScenario(item, `scenarios[${i}]`));
    const error = checkScenarios(scenarios);
    return error ? fail(error) : ok(scenarios);
  } catch (thrown) {
    if (thrown instanceof Malformed) return fail(thrown.error);
    throw thrown;
  }
}

/** Unwinds to `readScenarios`; never leaves this file. */
class Malformed extends Error {
  readonly error: ScenariosError;

  constructor(error: ScenariosError) {
    super(error.kind);
    this.error = error;
  }
}

function refuse(place: string, expected: string): never {
  throw new Malformed({ kind: "scenario-malformed", place, expected });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Json {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function readScenario(json: unknown, place: string): Scenario {
  const object = expectObject(json, place);
  const name = expectString(object["name"], `${place}.name`);
  const { name: _, ...rest } = object;
  if (!("steps" in object)) return { name, steps: [readStep(rest, place)] };
  expectMembers(object, ["name", "steps"], place);
  const listed = expectArray(object["steps"], `${place}.steps`, LIMITS.scenarioSteps, "steps in a scenario");
  if (listed.length === 0) refuse(`${place}.steps`, "at least one step");
  const steps = listed.map((step, i) => readStep(expectObject(step, `${place}.steps[${i}]`), `${place}.steps[${i}]`));
  const early = steps.findIndex(({ kind }, i) => kind === "command" && i < steps.length - 1);
  if (early >= 0) refuse(`${place}.steps[${early}]`, "a command as the last step only, for it ends the run");
  return { name, steps };
}

const VERBS = ["call", "command", "request", "drop"] as const;

function readStep(json: Json, place: string): ScenarioStep {
  const verbs = VERBS.filter((verb) => verb in json);
  const [verb] = verbs;
  if (verb === undefined || verbs.length > 1) refuse(place, "one of `call`, `command`, `request`, `drop` or `steps`");
  if (verb === "drop") {
    expectMembers(json, ["drop"], place);
    return { kind: "drop", handle: expectInteger(json["drop"], `${place}.drop`, 1, Number.MAX_SAFE_INTEGER) };
  }
  const instance = expectString(json["instance"], `${place}.instance`);
  const at = (member: string): string => `${place}.${member}`;
  switch (verb) {
    case "call": {
      expectMembers(json, ["instance", "interface", "call", "expect"], place);
      const owner = json["interface"];
      return {
        kind: "call",
        instance,
        interface: owner === undefined ? null : expectString(owner, at("interface")),
        ...readCall(json["call"], at("call")),
        expected: readCallExpectation(json["expect"], at("expect")),
      };
    }
    case "command": {
      expectMembers(json, ["instance", "command", "environment", "stdin", "expect"], place);
      const expected = expectObject(json["expect"] ?? {}, at("expect"));
      expectMembers(expected, ["exit", "stdout", "stderr"], at("expect"));
      return {
        kind: "command",
        instance,
        arguments: expectString(json["command"], at("command")),
        environment: readNamed(json["environment"], at("environment"), VARIABLE, "`NAME=value`"),
        stdin: readText(json["stdin"] ?? "", at("stdin")),
        expected: {
          exit: expectInteger(expected["exit"] ?? 0, at("expect.exit"), 0, 255),
          stdout: readTextExpectation(expected["stdout"], at("expect.stdout")),
          stderr: readTextExpectation(expected["stderr"], at("expect.stderr")),
        },
      };
    }
    case "request": {
      expectMembers(json, ["instance", "request", "headers", "body", "expect"], place);
      const expected = expectObject(json["expect"] ?? {}, at("expect"));
      expectMembers(expected, ["status", "headers", "body"], at("expect"));
      return {
        kind: "request",
        instance,
        ...readRequestLine(json["request"], at("request")),
        headers: readNamed(json["headers"], at("headers"), HEADER, "`name: value`"),
        body: readText(json["body"] ?? "", at("body")),
        expected: {
          status: expectInteger(expected["status"] ?? 200, at("expect.status"), 100, 999),
          headers: readNamed(expected["headers"], at("expect.headers"), HEADER, "`name: value`"),
          body: readTextExpectation(expected["body"], at("expect.body")),
        },
      };
    }
  }
}

function readCall(json: unknown, place: string): { readonly function: string; readonly arguments: string } {
  const match = /^([^\s(]+)\s*(\([\s\S]*\))\s*$/.exec(expectString(json, place));
  if (!match) refuse(place, 'a call such as `greet("Ada")`');
  return { function: match[1]!, arguments: match[2]! };
}

function readRequestLine(json: unknown, place: string): { readonly method: string; readonly path: string } {
  const match = /^([^\s/]+) (\/.*)$/.exec(expectString(json, place));
  if (!match) refuse(place, "a method and a path such as `GET /orders/1`");
  return { method: match[1]!, path: match[2]! };
}

function readCallExpectation(json: unknown, place: string): CallExpectation {
  if (json === undefined) return { kind: "anything" };
  if (typeof json === "string") return { kind: "value", wave: json };
  const object = isObject(json) ? json : refuse(place, 'a value in WAVE, or `{ "trap": "part of its message" }`');
  expectMembers(object, ["trap"], place);
  return { kind: "trap", message: expectString(object["trap"], `${place}.trap`) };
}

function readTextExpectation(json: unknown, place: string): TextExpectation | null {
  if (json === undefined) return null;
  if (!isObject(json)) return { kind: "equals", text: readText(json, place) };
  expectMembers(json, ["contains"], place);
  return { kind: "contains", text: readText(json["contains"], `${place}.contains`) };
}

function readText(json: unknown, place: string): string {
  if (typeof json === "string") return json;
  if (Array.isArray(json) && json.every((line) => typeof line === "string")) return json.join("\n");
  return refuse(place, "a text, or a list of its lines");
}

const VARIABLE = /^([^=]+)=([\s\S]*)$/;
const HEADER = /^([^:\s]+): ?(.*)$/;

function readNamed(json: unknown, place: string, pattern: RegExp, form: string): readonly NamedText[] {
  if (json === undefined) return [];
  if (!Array.isArray(json)) refuse(place, `a list of ${form}`);
  return json.map((item: unknown, i): NamedText => {
    const match = typeof item === "string" ? pattern.exec(item) : null;
    if (!match) refuse(`${place}[${i}]`, form);
    return { name: match[1]!, value: match[2]! };
  });
}

function expectObject(json: unknown, place: string): Json {
  return isObject(json) ? json : refuse(place, "an object");
}

function expectString(json: unknown, place: string): string {
  return typeof json === "string" ? json : refuse(place, "a text");
}

function expectInteger(json: unknown, place: string, min: number, max: number): number {
  const fits = typeof json === "number" && Number.isInteger(json) && json >= min && json <= max;
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
  return fits ? json : refuse(place, `a whole number ${range}`);
}

function expectArray(json: unknown, place: string, bound: number, what: string): readonly unknown[] {
  if (!Array.isArray(json)) refuse(place, "a list");
  if (json.length > bound) throw new Malformed({ kind: "too-many-scenarios", what, bound });
  return json;
}

function expectMembers(object: Json, known: readonly string[], place: string): void {
  const unknown = Object.keys(object).find((member) => !known.includes(member));
  if (unknown !== undefined) {
    refuse(`${place}.${unknown}`, `one of the members ${known.map((member) => `\`${member}\``).join(", ")}`);
  }
}
