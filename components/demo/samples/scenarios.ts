// What the panel of scenarios is given: one of each state, and one that failed.

import type { ScenarioDetail, ScenarioRow } from "../../scenarios/scenario-model.ts";

export const SCENARIOS: readonly ScenarioRow[] = [
  { name: "Ada orders tea", summary: 'gateway · place("ada", {lines: []})', state: "passed", durationMs: 12 },
  { name: "Prices are in euros", summary: "pricing · quote(7, eur)", state: "failed", durationMs: 31 },
  { name: "An order is looked up", summary: "2 steps · gateway · GET /orders/2", state: "running", durationMs: null },
  { name: "Nothing is written", summary: "pipeline missing.png", state: "not-run", durationMs: null },
];

export const FAILED_SCENARIO: ScenarioDetail = {
  name: "Prices are in euros",
  state: "failed",
  steps: [
    {
      instance: "pricing",
      action: "quote(7, eur)",
      expectations: [
        {
          id: "result",
          label: "Expected",
          kind: { value: "value", options: [{ value: "value", label: "Returns" }] },
          text: "ok({amount: 4190, currency: eur})",
          multiline: true,
          error: null,
        },
      ],
      formDisabledReason: null,
    },
  ],
  failure: {
    step: 0,
    message: "`ok.amount`: expected `4190`, found `4200`",
    comparison: {
      expected: "ok({\n  amount: 4190,\n  currency: eur,\n})",
      found: "ok({\n  amount: 4200,\n  currency: eur,\n})",
    },
    refusals: ["pricing was refused wasi:clocks/wall-clock now: it is not given the clocks"],
    canAccept: true,
  },
};
