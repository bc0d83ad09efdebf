import { describe, expect, it } from "vitest";

import { filterProblems, plainText, type ProblemRow } from "./problem-model.ts";

function problem(code: string, name: string, help: string | null = null): ProblemRow {
  const severity = code.startsWith("E") ? "error" : "warning";
  return {
    id: code,
    severity,
    code,
    message: [{ name }, " needs something"],
    help: help === null ? null : [help],
    actions: [],
    onExplain: () => undefined,
  };
}

const PROBLEMS = [
  problem("W1203", "pricing-eu", "Wire a provider"),
  problem("E2001", "gateway"),
  problem("W1301", "store"),
];
const codes = (text: string, severity: "all" | "error" | "warning" = "all") =>
  filterProblems(PROBLEMS, { text, severity }).map((each) => each.code);

describe("filterProblems", () => {
  it("puts errors first", () => expect(codes("")).toEqual(["E2001", "W1203", "W1301"]));
  it("finds by code", () => expect(codes("w1203")).toEqual(["W1203"]));
  it("finds by place and by help", () => {
    expect(codes("store needs")).toEqual(["W1301"]);
    expect(codes("a provider")).toEqual(["W1203"]);
  });
  it("keeps one severity", () => expect(codes("", "warning")).toEqual(["W1203", "W1301"]));
});

describe("plainText", () => {
  it("joins the parts", () => expect(plainText(problem("W1", "a").message)).toBe("a needs something"));
});
