import { describe, expect, it } from "vitest";
import type { ScenarioFailure } from "../core/scenarios/scenario-result.ts";
import { type GrantsOfProject, resultLines, summaryLines } from "./scenario-report.ts";

const NONE: GrantsOfProject = { listed: new Map(), allowed: false };
const FAILURE: ScenarioFailure = {
  step: 1,
  action: 'greet("Ada")',
  message: "expected `ok(1)`, found `ok(2)`",
  comparison: { expected: "{\n  a: 1,\n  b: 2,\n}", found: "{\n  a: 1,\n  b: 3,\n}" },
  refusals: [],
  accepted: null,
};

describe("a result on the terminal", () => {
  it("is a line where it passed", () => {
    expect(resultLines({ name: "one", durationMs: 12.4, failure: null }, NONE)).toEqual(["✓ one  12 ms"]);
  });

  it("has the step, the message and the difference where it failed", () => {
    expect(resultLines({ name: "one", durationMs: 1_500, failure: FAILURE }, NONE)).toEqual([
      "× one  1.50 s",
      '    step 1: greet("Ada")',
      "    expected `ok(1)`, found `ok(2)`",
      "    - expected",
      "    + found",
      "      {",
      "        a: 1,",
      "    -   b: 2,",
      "    +   b: 3,",
      "      }",
    ]);
  });

  it("cuts a difference that would fill the terminal", () => {
    const comparison = { expected: "", found: "line\n".repeat(100) };
    const lines = resultLines({ name: "one", durationMs: 0, failure: { ...FAILURE, comparison } }, NONE);
    expect(lines.length).toBeLessThan(50);
    expect(lines.at(-1)).toMatch(/and \d+ more lines/);
  });

  it.each([
    [new Map(), false, "witloom.json does not grant stdout to app: list it there, and use --allow-grants"],
    [new Map([["app", ["stdout"] as const]]), false, "witloom.json grants stdout to app: --allow-grants gives what"],
    [new Map([["other", ["stdout"] as const]]), true, "witloom.json does not grant stdout to app"],
  ])("names the grant that lacks and how to give it: %o, allowed %s", (listed, allowed, cure) => {
    const refusals = [{ instance: "app", grants: ["stdout"], text: "app was refused standard output" }];
    const lines = resultLines({ name: "one", durationMs: 0, failure: { ...FAILURE, refusals } }, { listed, allowed });
    expect(lines.at(-2)).toBe("    app was refused standard output");
    expect(lines.at(-1)).toContain(cure);
  });
});

describe("the summary", () => {
  it("counts", () => {
    const results = [
      { name: "one", durationMs: 0, failure: null },
      { name: "two", durationMs: 0, failure: FAILURE },
    ];
    expect(summaryLines(results, 999)).toEqual(["", "Scenarios  1 failed | 1 passed (2)", "Duration   999 ms"]);
    expect(summaryLines(results.slice(0, 1), 2_000)).toEqual(["", "Scenarios  1 passed (1)", "Duration   2.00 s"]);
  });
});
