// The scenarios of the document in front: the list, what the chosen one expects, and what was found.

import { useMemo } from "react";
import type { ScenarioDetail, ScenarioRow, ScenarioState } from "../../components/scenarios/scenario-model.ts";
import { ScenariosPanel } from "../../components/scenarios/ScenariosPanel.tsx";
import { ScenariosToolbar } from "../../components/scenarios/ScenariosToolbar.tsx";
import { describeDiagnostic } from "../../core/base/wording.ts";
import type { Scenario } from "../../core/scenarios/scenario.ts";
import { checkScenarios } from "../../core/scenarios/scenario-list.ts";
import { describeStep } from "../../core/scenarios/step-failure.ts";
import { execute, findCommand } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { expectationFields, withExpectation } from "./expectation-fields.ts";
import { changeStep, moveScenario, removeScenario, renameScenario, targetOfStep } from "./scenario-actions.ts";
import { type ScenarioRuns, resultOf, scenarioRunsOf, updateScenarioRuns, useScenarios } from "./scenario-store.ts";
import { formDisabledReason, showInForm } from "./show-in-form.ts";

interface TabProps {
  readonly view: ActiveView;
}

export function ScenariosTab({ view }: TabProps) {
  const runs = useScenarios((state) => scenarioRunsOf(view.id, state));
  const rows = useMemo(() => rowsOf(view, runs), [view, runs]);
  const { scenarios } = view.document;
  const chosen = scenarios.find(({ name }) => name === runs.selected) ?? null;
  return (
    <ScenariosPanel
      rows={rows}
      detail={chosen && detailOf(view, runs, chosen)}
      query={runs.query}
      onQueryChange={(query) => updateScenarioRuns(view.id, () => ({ query }))}
      selected={chosen?.name ?? null}
      onSelect={(selected) => updateScenarioRuns(view.id, () => ({ selected }))}
      onRun={(name) => void execute("scenarios.run", { names: [name] })}
      runDisabledReason={runs.progress === null ? null : "Scenarios are running"}
      nameProblem={(to) => nameProblem(scenarios, to)}
      onRename={renameScenario}
      onMove={moveScenario}
      onRemove={removeScenario}
      onChange={(index, field, change) => {
        const step = chosen?.steps[index];
        const changed = step && withExpectation(step, field, change);
        if (!chosen || !changed) return;
        const isTyping = change.text !== undefined;
        changeStep(chosen.name, index, changed, isTyping ? `expect ${chosen.name} ${index} ${field}` : undefined);
      }}
      onAccept={() => {
        const failure = chosen && resultOf(runs, chosen, view.document)?.failure;
        if (chosen && failure?.accepted && failure.step !== null)
          changeStep(chosen.name, failure.step - 1, failure.accepted);
      }}
      onShowInForm={(index) => {
        const step = chosen?.steps[index];
        if (step) showInForm(view, step);
      }}
    />
  );
}

export function ScenariosAside({ view }: TabProps) {
  const runs = useScenarios((state) => scenarioRunsOf(view.id, state));
  const rows = useMemo(() => rowsOf(view, runs), [view, runs]);
  const reasonOf = (id: string): string | null => findCommand(id)?.disabledReason?.() ?? null;
  return (
    <ScenariosToolbar
      rows={rows}
      query={runs.query}
      onQueryChange={(query) => updateScenarioRuns(view.id, () => ({ query }))}
      progress={runs.progress}
      runAllDisabledReason={reasonOf("scenarios.run-all")}
      runFailedDisabledReason={reasonOf("scenarios.run-failed")}
      onRunAll={() => void execute("scenarios.run-all")}
      onRunFailed={() => void execute("scenarios.run-failed")}
      onStop={() => void execute("scenarios.stop")}
    />
  );
}

function rowsOf({ document }: ActiveView, runs: ScenarioRuns): readonly ScenarioRow[] {
  return document.scenarios.map((scenario) => {
    const last = scenario.steps.at(-1)!;
    const place = last.kind === "drop" || last.kind === "command" ? "" : `${last.instance} · `;
    const more = scenario.steps.length > 1 ? `${scenario.steps.length} steps · ` : "";
    const result = resultOf(runs, scenario, document);
    return {
      name: scenario.name,
      summary: more + place + describeStep(last),
      state: stateOf(scenario, runs, result),
      durationMs: result?.durationMs ?? null,
    };
  });
}

function stateOf({ name }: Scenario, { progress }: ScenarioRuns, result: ReturnType<typeof resultOf>): ScenarioState {
  if (progress?.current === name) return "running";
  if (result === null) return "not-run";
  return result.failure === null ? "passed" : "failed";
}

function detailOf(view: ActiveView, runs: ScenarioRuns, scenario: Scenario): ScenarioDetail {
  const result = resultOf(runs, scenario, view.document);
  const failure = result?.failure ?? null;
  return {
    name: scenario.name,
    state: stateOf(scenario, runs, result),
    steps: scenario.steps.map((step) => ({
      instance: step.kind === "drop" || step.kind === "command" ? null : step.instance,
      action: describeStep(step),
      expectations: expectationFields(step, targetOfStep(view, step)?.type ?? null),
      formDisabledReason: formDisabledReason(view, step),
    })),
    failure: failure && {
      step: failure.step === null ? null : failure.step - 1,
      message: failure.message,
      comparison: failure.comparison,
      refusals: failure.refusals.map(({ text }) => text),
      canAccept: failure.accepted !== null,
    },
  };
}

/** Why one of `scenarios` can't be called `to`, or null. */
function nameProblem(scenarios: readonly Scenario[], to: string): string | null {
  const error = checkScenarios([...scenarios, { name: to, steps: [] }]);
  return error && describeDiagnostic(error).message.replaceAll("`", "");
}
