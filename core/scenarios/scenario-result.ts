// What running a scenario came to: plain data, for the page's list, the command line, and reports.

import { expectingFound } from "./accept-found.ts";
import { describeFailure } from "./describe-failure.ts";
import type { ScenarioStep } from "./scenario.ts";
import { type Comparison, comparisonOf, describeStep, type StepFailure } from "./step-failure.ts";

export interface ScenarioResult {
  readonly name: string;
  /** From the start of its instances to its last answer. */
  readonly durationMs: number;
  /** Null where it passed. */
  readonly failure: ScenarioFailure | null;
}

export interface ScenarioFailure {
  /** Counted from 1; null where nothing could be started. */
  readonly step: number | null;
  /** What that step does: `greet("Ada")`. */
  readonly action: string | null;
  /** One sentence. */
  readonly message: string;
  readonly comparison: Comparison | null;
  /** What was refused to its instances meanwhile: it may be why. */
  readonly refusals: readonly ScenarioRefusal[];
  /** The step as it would have passed, or null where nothing was found that could be expected. */
  readonly accepted: ScenarioStep | null;
}

export interface ScenarioRefusal {
  readonly instance: string;
  /** The grants that it would have taken. */
  readonly grants: readonly string[];
  /** In one sentence. */
  readonly text: string;
}

/** `failure` of the step at `index` as it is told. */
export function scenarioFailure(
  failure: StepFailure,
  step: ScenarioStep,
  index: number,
  refusals: readonly ScenarioRefusal[],
): ScenarioFailure {
  return {
    step: index + 1,
    action: describeStep(step),
    message: describeFailure(failure),
    comparison: comparisonOf(failure),
    refusals,
    accepted: expectingFound(step, failure),
  };
}
