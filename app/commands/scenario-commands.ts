// Saving and running scenarios.

import { activeView } from "../derived.ts";
import { showBottomTab } from "../preferences/panels.ts";
import { failedScenarios, scenarioRunsOf } from "../scenarios/scenario-store.ts";
import { useCalling } from "../run/calling-store.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Scenarios";

const loadActions = () => import("../scenarios/scenario-actions.ts");

function runDisabledReason(): string | null {
  const view = activeView();
  if (!view) return "No composition is open";
  if (scenarioRunsOf(view.id).progress !== null) return "Scenarios are running";
  return view.document.scenarios.length > 0 ? null : "There are no scenarios";
}

export const SCENARIO_COMMANDS: readonly AnyCommand[] = [
  {
    id: "scenarios.save",
    title: "Save what stands in the form as a scenario",
    group: GROUP,
    keys: ["Mod+Shift+S"],
    disabledReason: () => useCalling.getState().calling?.saveDisabledReason() ?? null,
    run: async () => (await import("../scenarios/saving.ts")).saveAsScenario(null),
  },
  {
    id: "scenarios.save-call",
    title: "Save a call of the history as a scenario",
    group: GROUP,
    scripted: true,
    run: async ({ id }: { id: string }) => (await import("../scenarios/saving.ts")).saveAsScenario(id),
  },
  {
    id: "scenarios.run-all",
    title: "Run all scenarios",
    group: GROUP,
    keys: ["Mod+Shift+Enter"],
    disabledReason: runDisabledReason,
    run: async () => {
      showBottomTab("scenarios");
      await (await loadActions()).runAllScenarios();
    },
  },
  {
    id: "scenarios.run-failed",
    title: "Run the scenarios that failed",
    group: GROUP,
    keys: ["Mod+Alt+Enter"],
    disabledReason: () => {
      const view = activeView();
      const reason = runDisabledReason();
      if (reason !== null || !view) return reason;
      return failedScenarios(scenarioRunsOf(view.id), view.document).length > 0 ? null : "No scenario has failed";
    },
    run: async () => {
      showBottomTab("scenarios");
      await (await loadActions()).runFailedScenarios();
    },
  },
  {
    id: "scenarios.run",
    title: "Run some scenarios",
    group: GROUP,
    scripted: true,
    disabledReason: runDisabledReason,
    run: async ({ names }: { names: readonly string[] }) => (await loadActions()).runScenarios(names),
  },
  {
    id: "scenarios.stop",
    title: "Stop running scenarios",
    group: GROUP,
    disabledReason: () => {
      const view = activeView();
      return view && scenarioRunsOf(view.id).progress !== null ? null : "No scenario is running";
    },
    run: async () => {
      const view = activeView();
      if (view) (await loadActions()).stopScenarios(view.id);
    },
  },
];
