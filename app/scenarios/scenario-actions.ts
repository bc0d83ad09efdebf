// Running the scenarios of the document in front, one after the other, each in a run of its own; and changing them.

import type { InstanceGrants } from "../../core/graph/grants.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Scenario, ScenarioStep } from "../../core/scenarios/scenario.ts";
import { withScenario, withScenarioMoved } from "../../core/scenarios/scenario-list.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { edit } from "../documents/edit.ts";
import { type CallTarget, callablesOf } from "../run/callables.ts";
import { folderForRun } from "../folders/places.ts";
import { EMPTY_INPUTS } from "../run/run-inputs.ts";
import { inputsOf } from "../run/run-store.ts";
import { startRun } from "../run/start-run.ts";
import { runScenario, type ScenarioHost } from "./run-scenario.ts";
import { commandInputOf } from "./scenario-drafts.ts";
import { failedScenarios, scenarioRunsOf, updateScenarioRuns } from "./scenario-store.ts";

/** By document. */
const RUNNING = new Map<string, AbortController>();

useDocuments.subscribe(({ open }) => {
  for (const id of RUNNING.keys()) if (!open.some((document) => document.id === id)) stopScenarios(id);
});

/** Runs the named scenarios of the document in front; a document runs one list of them at a time. */
export async function runScenarios(names: readonly string[]): Promise<void> {
  const view = activeView();
  if (!view || RUNNING.has(view.id)) return;
  const { document, id } = view;
  const scenarios = document.scenarios.filter(({ name }) => names.includes(name));
  const controller = new AbortController();
  RUNNING.set(id, controller);
  const host = hostOf(view);
  const { composition, grants } = document;
  try {
    for (const [done, scenario] of scenarios.entries()) {
      const { name } = scenario;
      updateScenarioRuns(id, () => ({ progress: { done, total: scenarios.length, current: name } }));
      const result = await runScenario(scenario, host, controller.signal);
      if (result === null) return;
      const kept = { scenario, of: { composition, grants }, result };
      updateScenarioRuns(id, ({ results }) => ({ results: new Map(results).set(name, kept) }));
    }
  } finally {
    RUNNING.delete(id);
    updateScenarioRuns(id, ({ selected, results }) => ({
      progress: null,
      // What failed is looked at first.
      selected: selected ?? scenarios.find(({ name }) => results.get(name)?.result.failure)?.name ?? null,
    }));
  }
}

export function stopScenarios(documentId: string): void {
  RUNNING.get(documentId)?.abort();
}

export async function runAllScenarios(): Promise<void> {
  await runScenarios(activeView()?.document.scenarios.map(({ name }) => name) ?? []);
}

export async function runFailedScenarios(): Promise<void> {
  const view = activeView();
  if (view) await runScenarios(failedScenarios(scenarioRunsOf(view.id), view.document));
}

/** What is given for one run is a person's doing, and no part of a scenario. */
const NOTHING_ONCE: InstanceGrants = new Map();

/** Scenarios name instances, which only a debug run has. */
function hostOf(view: ActiveView): ScenarioHost {
  const options = { ...inputsOf(view.id).options, mode: "debug" as const };
  const { composition, grants } = view.document;
  return {
    typeOf: (step) => targetOfStep(view, step)?.type ?? null,
    start: async (command, signal, onEvents) => {
      const input = command ? commandInputOf(command) : EMPTY_INPUTS.command;
      const instance = command?.instance ?? null;
      const setup = {
        composition,
        grants,
        grantsOnce: NOTHING_ONCE,
        command: instance,
        input,
        inTerminal: false,
        options,
      };
      const files = await folderForRun(view.id);
      if (!files.ok) return fail([files.error]);
      const { entries } = files.value;
      const unseen = { onProgress: () => undefined, onLoad: () => undefined };
      const started = await startRun(view, { setup, files: entries, signal, onEvents, ...unseen });
      return started.ok ? ok(started.value) : fail(started.error.reasons);
    },
  };
}

/** What `step` calls, or null where there is no such thing. */
export function targetOfStep(view: ActiveView, step: ScenarioStep): CallTarget | null {
  if (step.kind === "drop") return null;
  const { targets } = callablesOf(view);
  if (step.kind === "call") {
    return targets.get([step.instance, step.interface ?? "", step.function].join(" ")) ?? null;
  }
  const kind = step.kind === "command" ? "command" : "http";
  return [...targets.values()].find((target) => target.kind === kind && target.instance === step.instance) ?? null;
}

/** Replaces the list of scenarios, in one step that can be undone; false where it was refused. */
export function setScenarios(scenarios: readonly Scenario[], label: string, mergeKey?: string): boolean {
  const options = mergeKey === undefined ? { label } : { label, mergeKey };
  return edit([{ kind: "set-scenarios", scenarios }], options);
}

function scenariosNow(): readonly Scenario[] {
  return activeView()?.document.scenarios ?? [];
}

export function removeScenario(name: string): void {
  setScenarios(
    scenariosNow().filter((scenario) => scenario.name !== name),
    "removing a scenario",
  );
}

export function moveScenario(name: string, by: number): void {
  setScenarios(withScenarioMoved(scenariosNow(), name, by), "moving a scenario");
}

/** Gives a scenario another name; what it came to stays. */
export function renameScenario(name: string, to: string): void {
  const view = activeView();
  const scenario = view?.document.scenarios.find((candidate) => candidate.name === name);
  if (!view || !scenario) return;
  const renamed = { ...scenario, name: to };
  if (!setScenarios(withScenario(view.document.scenarios, name, renamed), "renaming a scenario")) return;
  updateScenarioRuns(view.id, ({ results, selected }) => {
    const kept = results.get(name);
    const moved = kept && { ...kept, scenario: renamed, result: { ...kept.result, name: to } };
    return {
      results: moved ? new Map(results).set(to, moved) : results,
      selected: selected === name ? to : selected,
    };
  });
}

/** Puts `step` in the place of the step at `index` of a scenario. */
export function changeStep(name: string, index: number, step: ScenarioStep, mergeKey?: string): void {
  const scenario = scenariosNow().find((candidate) => candidate.name === name);
  if (!scenario) return;
  const changed = { ...scenario, steps: scenario.steps.with(index, step) };
  setScenarios(withScenario(scenariosNow(), name, changed), "editing a scenario", mergeKey);
}
