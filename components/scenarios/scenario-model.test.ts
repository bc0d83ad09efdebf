import { describe, expect, it } from "vitest";
import { describeResults, filterScenarios, type ScenarioRow } from "./scenario-model.ts";

const row = (name: string, state: ScenarioRow["state"]): ScenarioRow => {
  return { name, state, summary: `store · open("${name}")`, durationMs: null };
};
const ROWS = [row("Ada", "passed"), row("Grace", "failed"), row("Alan", "not-run")];

describe("the list of scenarios", () => {
  it.each([
    ["", "all", "Ada Grace Alan"],
    ["a", "failed", "Grace"],
    ["AL", "all", "Alan"],
    ["open", "all", "Ada Grace Alan"],
    ["nobody", "all", ""],
  ] as const)("filtered by %j, %s", (text, state, names) => {
    expect(
      filterScenarios(ROWS, { text, state })
        .map(({ name }) => name)
        .join(" "),
    ).toBe(names);
  });

  it("counts what failed and what passed", () => {
    expect(describeResults(ROWS)).toBe("1 failed, 1 passed");
    expect(describeResults(ROWS.slice(2))).toBe("");
  });
});
