// Why a step of a scenario failed, in words. One sentence without a full stop; names and values stand in backticks.

import type { ValueDifference } from "../values/compare-values.ts";
import { printWave } from "../values/print-wave.ts";
import { printPath } from "../values/value-path.ts";
import type { WitValue } from "../values/value.ts";
import { describeWaveError } from "../values/wording.ts";
import type { StepFailure } from "./step-failure.ts";

export function describeFailure(failure: StepFailure): string {
  switch (failure.kind) {
    case "value":
      return describeDifference(failure.difference);
    case "no-result":
      return "A value is expected, but the function gives none";
    case "trapped":
      return `It trapped${failure.place === null ? "" : ` in ${failure.place}`}: ${failure.message}`;
    case "not-trapped":
      return "It returned instead of trapping";
    case "other-trap":
      return `It trapped with another message: ${failure.found}`;
    case "exit":
      return `It exited with ${failure.found}, not with ${failure.expected}`;
    case "status":
      return `The status is ${failure.found}, not ${failure.expected}`;
    case "header":
      return failure.found === null
        ? `The response has no header \`${failure.name}\``
        : `The header \`${failure.name}\` is \`${failure.found}\`, not \`${failure.expected}\``;
    case "text":
      return describeText(failure);
    case "wave": {
      const what = failure.of === "arguments" ? "The arguments aren't" : "The expected value isn't";
      return `${what} of the function's type: line ${failure.error.line}, column ${failure.error.column}: ${describeWaveError(failure.error)}`;
    }
    case "not-done":
      return failure.reason;
  }
}

const NAMES = { stdout: "Standard output", stderr: "Standard error", body: "The body" } as const;

function describeText({ of, expected, found }: Extract<StepFailure, { kind: "text" }>): string {
  if (expected.kind === "contains") return `${NAMES[of]} doesn't have the expected text in it`;
  const [wanted, got] = [expected.text.split("\n"), found.split("\n")];
  const row = wanted.findIndex((line, i) => line !== got[i]);
  return `${NAMES[of]} differs from line ${(row < 0 ? wanted.length : row) + 1} on`;
}

/** Longer values are cut: both stand in full beside each other. */
const MAX_VALUE_LENGTH = 60;

function describeDifference(difference: ValueDifference): string {
  const place = difference.path.length === 0 ? "" : `\`${printPath(difference.path)}\`: `;
  const shown = (value: WitValue): string => printWave(value, difference.type, { maxLength: MAX_VALUE_LENGTH });
  switch (difference.kind) {
    case "value":
      return `${place}expected \`${shown(difference.expected)}\`, found \`${shown(difference.found)}\``;
    case "length":
      return `${place}expected ${difference.expected} elements, found ${difference.found}`;
    case "flags":
      return `${place}${[
        difference.missing.length > 0 ? `lacks ${listed(difference.missing)}` : "",
        difference.extra.length > 0 ? `has ${listed(difference.extra)} too` : "",
      ]
        .filter(Boolean)
        .join(", ")}`;
    case "entry-missing":
      return `${place}has no entry \`${difference.key}\``;
    case "entry-extra":
      return `${place}has an entry \`${difference.key}\` too`;
  }
}

function listed(labels: readonly string[]): string {
  return labels.map((label) => `\`${label}\``).join(", ");
}
