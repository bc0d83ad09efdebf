// Results of scenarios → lines of a terminal: one for each, with the difference of those that failed, and a summary.

import { type Grant, type InstanceGrants, isGiven } from "../core/graph/grants.ts";
import { lineDifference } from "../core/scenarios/line-difference.ts";
import type { ScenarioFailure, ScenarioRefusal, ScenarioResult } from "../core/scenarios/scenario-result.ts";
import { styled } from "./terminal.ts";

const STREAM = "stdout";
/** Longer differences stand in full in the JUnit report and with --json. */
const MAX_ROWS = 40;

/** What is known of the grants of the project. */
export interface GrantsOfProject {
  /** What `witloom.json` lists. */
  readonly listed: InstanceGrants;
  /** They were given. */
  readonly allowed: boolean;
}

export function resultLines({ name, durationMs, failure }: ScenarioResult, grants: GrantsOfProject): readonly string[] {
  const time = styled(durationText(durationMs), "dim", STREAM);
  if (failure === null) return [`${styled("✓", "added", STREAM)} ${name}  ${time}`];
  return [`${styled("×", "removed", STREAM)} ${name}  ${time}`, ...failureLines(failure, grants)];
}

function failureLines(
  { step, action, message, comparison, refusals }: ScenarioFailure,
  grants: GrantsOfProject,
): readonly string[] {
  const place = step === null ? [] : [`    ${styled(`step ${step}: ${action ?? ""}`, "dim", STREAM)}`];
  const lines = comparison === null ? [] : differenceLines(comparison.expected, comparison.found);
  return [...place, `    ${message}`, ...lines, ...refusals.flatMap((refusal) => refusalLines(refusal, grants))];
}

function differenceLines(expected: string, found: string): readonly string[] {
  const rows = lineDifference(expected, found).flatMap(({ left, right, same }) => {
    if (same) return [`      ${left}`.trimEnd()];
    return [
      ...(left === null ? [] : [styled(`    - ${left}`, "removed", STREAM)]),
      ...(right === null ? [] : [styled(`    + ${right}`, "added", STREAM)]),
    ];
  });
  const shown = rows.slice(0, MAX_ROWS);
  const more = rows.length > MAX_ROWS ? [`      … and ${rows.length - MAX_ROWS} more lines`] : [];
  const legend = [styled("    - expected", "removed", STREAM), styled("    + found", "added", STREAM)];
  return [...legend, ...shown, ...more];
}

function refusalLines({ instance, grants, text }: ScenarioRefusal, { listed, allowed }: GrantsOfProject): string[] {
  const isListed = grants.every((grant) => isGiven(grant as Grant, listed.get(instance) ?? []));
  const lacking = grants.join(", ");
  const cure =
    isListed && !allowed
      ? `witloom.json grants ${lacking} to ${instance}: --allow-grants gives what it lists`
      : `witloom.json does not grant ${lacking} to ${instance}: list it there, and use --allow-grants`;
  return [`    ${text}`, `      ${styled(cure, "dim", STREAM)}`];
}

export function summaryLines(results: readonly ScenarioResult[], durationMs: number): readonly string[] {
  const failed = results.filter(({ failure }) => failure !== null).length;
  const passed = results.length - failed;
  const parts = [
    ...(failed > 0 ? [styled(`${failed} failed`, "removed", STREAM)] : []),
    ...(passed > 0 ? [styled(`${passed} passed`, "added", STREAM)] : []),
  ];
  return ["", `Scenarios  ${parts.join(" | ")} (${results.length})`, `Duration   ${durationText(durationMs)}`];
}

function durationText(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
