// The scenarios of a document as a list: which lists are allowed, and how one is changed by name.

import type { Diagnostic } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import type { Scenario } from "./scenario.ts";

export type ScenarioListError = Diagnostic<"scenario-name-taken" | "invalid-scenario-name" | "too-many-scenarios">;

/** What is wrong with `scenarios` as a list, or null. */
export function checkScenarios(scenarios: readonly Scenario[]): ScenarioListError | null {
  if (scenarios.length > LIMITS.scenarios) {
    return { kind: "too-many-scenarios", what: "scenarios", bound: LIMITS.scenarios };
  }
  const names = new Set<string>();
  for (const { name, steps } of scenarios) {
    if (!isScenarioName(name)) return { kind: "invalid-scenario-name", name };
    if (names.has(name)) return { kind: "scenario-name-taken", name };
    if (steps.length > LIMITS.scenarioSteps) {
      return { kind: "too-many-scenarios", what: "steps in a scenario", bound: LIMITS.scenarioSteps };
    }
    names.add(name);
  }
  return null;
}

/** Anything that stands on one line and can be seen. */
function isScenarioName(name: string): boolean {
  return name.trim() === name && name !== "" && name.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(name);
}

/** In UTF-16 code units. */
const MAX_NAME_LENGTH = 200;

/** `wanted`, cut and numbered where it must be, so that it can name another scenario. */
export function freeScenarioName(wanted: string, scenarios: readonly Scenario[]): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  const plain = wanted.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  const base = Array.from(plain).slice(0, READABLE_LENGTH).join("").trim() || "Scenario";
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base} ${count}`;
  return name;
}

/** Of a name that is made up, in characters. */
const READABLE_LENGTH = 80;

/** `scenarios` with `changed` in the place of the scenario `name`. */
export function withScenario(scenarios: readonly Scenario[], name: string, changed: Scenario): readonly Scenario[] {
  return scenarios.map((scenario) => (scenario.name === name ? changed : scenario));
}

/** `scenarios` with the scenario `name` moved by so many places, as far as it goes. */
export function withScenarioMoved(scenarios: readonly Scenario[], name: string, by: number): readonly Scenario[] {
  const index = scenarios.findIndex((scenario) => scenario.name === name);
  const target = Math.min(Math.max(index + by, 0), scenarios.length - 1);
  if (index < 0 || target === index) return scenarios;
  const rest = scenarios.filter((_, i) => i !== index);
  return rest.toSpliced(target, 0, scenarios[index]!);
}
