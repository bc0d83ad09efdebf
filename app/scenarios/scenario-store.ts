// Per document: what its scenarios came to when they were last run, and which are being run. The scenarios themselves
// belong to the document.

import { create } from "zustand";
import type { ScenariosQuery } from "../../components/scenarios/scenario-model.ts";
import type { Document } from "../../core/graph/composition.ts";
import type { Scenario } from "../../core/scenarios/scenario.ts";
import type { ScenarioResult } from "../../core/scenarios/scenario-result.ts";
import { useDocuments } from "../documents/documents-store.ts";

/** A result holds for what was run: the scenario as it stood, in the document as it stood. */
export interface KeptResult {
  readonly scenario: Scenario;
  readonly of: Pick<Document, "composition" | "grants">;
  readonly result: ScenarioResult;
}

export interface ScenarioRuns {
  /** By name. */
  readonly results: ReadonlyMap<string, KeptResult>;
  /** Null where none are run. */
  readonly progress: { readonly done: number; readonly total: number; readonly current: string | null } | null;
  readonly selected: string | null;
  readonly query: ScenariosQuery;
}

const NO_SCENARIO_RUNS: ScenarioRuns = {
  results: new Map(),
  progress: null,
  selected: null,
  query: { text: "", state: "all" },
};

interface ScenarioStoreState {
  readonly documents: ReadonlyMap<string, ScenarioRuns>;
}

export const useScenarios = create<ScenarioStoreState>(() => ({ documents: new Map() }));

export function scenarioRunsOf(documentId: string, state: ScenarioStoreState = useScenarios.getState()): ScenarioRuns {
  return state.documents.get(documentId) ?? NO_SCENARIO_RUNS;
}

export function updateScenarioRuns(documentId: string, change: (runs: ScenarioRuns) => Partial<ScenarioRuns>): void {
  useScenarios.setState((state) => {
    const runs = scenarioRunsOf(documentId, state);
    return { documents: new Map(state.documents).set(documentId, { ...runs, ...change(runs) }) };
  });
}

/** What `scenario` came to, if nothing has changed since; else null. */
export function resultOf(
  { results }: ScenarioRuns,
  scenario: Scenario,
  { composition, grants }: Document,
): ScenarioResult | null {
  const kept = results.get(scenario.name);
  if (!kept || kept.scenario !== scenario) return null;
  return kept.of.composition === composition && kept.of.grants === grants ? kept.result : null;
}

/** The scenarios of `document` that failed, and have not changed since. */
export function failedScenarios(runs: ScenarioRuns, document: Document): readonly string[] {
  return document.scenarios
    .filter((scenario) => (resultOf(runs, scenario, document)?.failure ?? null) !== null)
    .map(({ name }) => name);
}

useDocuments.subscribe(({ open }) => {
  const { documents } = useScenarios.getState();
  const closed = [...documents.keys()].filter((id) => !open.some((document) => document.id === id));
  if (closed.length === 0) return;
  useScenarios.setState({ documents: new Map([...documents].filter(([id]) => !closed.includes(id))) });
});
