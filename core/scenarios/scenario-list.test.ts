import { describe, expect, it } from "vitest";
import type { Scenario } from "./scenario.ts";
import { checkScenarios, freeScenarioName, withScenarioMoved } from "./scenario-list.ts";

function listed(names: string): readonly Scenario[] {
  return names.split(" ").map((name) => ({ name, steps: [{ kind: "drop", handle: 1 }] }));
}

const namesOf = (scenarios: readonly Scenario[]): string => scenarios.map(({ name }) => name).join(" ");

describe("a list of scenarios", () => {
  it("has names of one line, each once", () => {
    expect(checkScenarios(listed("a b c"))).toBeNull();
    expect(checkScenarios(listed("a b a"))).toEqual({ kind: "scenario-name-taken", name: "a" });
    for (const name of ["", " a", "a\nb", "a".repeat(201)]) {
      expect(checkScenarios([{ name, steps: [] }])).toEqual({ kind: "invalid-scenario-name", name });
    }
  });

  it.each([
    ["b", -1, "b a c"],
    ["a", -1, "a b c"],
    ["a", 9, "b c a"],
    ["c", -2, "c a b"],
    ["d", 1, "a b c"],
  ])("with %s moved by %d", (name, by, expected) => {
    expect(namesOf(withScenarioMoved(listed("a b c"), name, by))).toBe(expected);
  });

  it("finds a free name, of one line", () => {
    expect(freeScenarioName("d", listed("a b"))).toBe("d");
    expect(freeScenarioName("a", listed("a b"))).toBe("a 2");
    expect(freeScenarioName(" a\n b ", listed("a b"))).toBe("a b");
    expect(freeScenarioName("\n", listed("a"))).toBe("Scenario");
    expect(checkScenarios([{ name: freeScenarioName("x".repeat(500), []), steps: [] }])).toBeNull();
  });
});
