// Results of scenarios → a JUnit report, as CI systems read it. The format has no standard; what is written here is what
// Jenkins, GitLab and GitHub's actions agree on: testsuites / testsuite / testcase, failure with a message and a text.

import type { ScenarioFailure, ScenarioResult } from "./scenario-result.ts";

export interface JunitSuite {
  /** The package of the composition: `shop:orders-service@1.2.0`. */
  readonly name: string;
  readonly results: readonly ScenarioResult[];
}

/** XML of one suite; times are in seconds. */
export function printJunit({ name, results }: JunitSuite): string {
  const failures = results.filter(({ failure }) => failure !== null).length;
  const timeMs = results.reduce((total, { durationMs }) => total + durationMs, 0);
  const counts = `tests="${results.length}" failures="${failures}" errors="0" skipped="0" time="${seconds(timeMs)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="witloom" ${counts}>`,
    `  <testsuite name="${escaped(name)}" ${counts}>`,
    ...results.flatMap((result) => testCase(result, name)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase({ name, durationMs, failure }: ScenarioResult, suite: string): readonly string[] {
  const open = `    <testcase name="${escaped(name)}" classname="${escaped(suite)}" time="${seconds(durationMs)}"`;
  if (failure === null) return [`${open}/>`];
  return [
    `${open}>`,
    `      <failure type="scenario" message="${escaped(failure.message)}">${escaped(failureText(failure))}</failure>`,
    "    </testcase>",
  ];
}

/** All that is known of a failure, in lines. */
function failureText({ step, action, message, comparison, refusals }: ScenarioFailure): string {
  return [
    step === null ? message : `step ${step}, ${action}: ${message}`,
    ...(comparison === null ? [] : ["expected:", indented(comparison.expected), "found:", indented(comparison.found)]),
    ...refusals.map(({ text }) => text),
  ].join("\n");
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * `text` for an attribute or between tags. Characters that XML 1.0 can't have are left out, and line breaks are
 * references, which attributes keep. XML 1.0, "Characters"; "Attribute-Value Normalization".
 */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replaceAll(/[\t\n\r]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
