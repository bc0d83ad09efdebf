// Per document: what stands in its forms, what was called, and its runs. What lives of a run is elsewhere
// (`live-runs.ts`); the bytes of its files belong to the document.

import { create } from "zustand";
import { type CallRecords, NO_CALLS } from "./call-record.ts";
import { EMPTY_INPUTS, type RunInputs } from "./run-inputs.ts";
import type { RunRecord } from "./run-record.ts";

interface RunStoreState {
  readonly inputs: ReadonlyMap<string, RunInputs>;
  readonly calls: ReadonlyMap<string, CallRecords>;
  /** Oldest first. */
  readonly runs: ReadonlyMap<string, readonly RunRecord[]>;
  /** The run of a document that is looked at, by its id. */
  readonly shown: ReadonlyMap<string, string>;
}

export const useRuns = create<RunStoreState>(() => ({
  inputs: new Map(),
  calls: new Map(),
  runs: new Map(),
  shown: new Map(),
}));

type Change<T> = Partial<T> | ((current: T) => Partial<T>);

const NO_RUNS: readonly RunRecord[] = [];

export function inputsOf(documentId: string, state: RunStoreState = useRuns.getState()): RunInputs {
  return state.inputs.get(documentId) ?? EMPTY_INPUTS;
}

export function updateInputs(documentId: string, change: Change<RunInputs>): void {
  useRuns.setState(({ inputs }) => ({ inputs: changed(inputs, documentId, EMPTY_INPUTS, change) }));
}

export function callsOf(documentId: string, state: RunStoreState = useRuns.getState()): CallRecords {
  return state.calls.get(documentId) ?? NO_CALLS;
}

export function updateCalls(documentId: string, change: Change<CallRecords>): void {
  useRuns.setState(({ calls }) => ({ calls: changed(calls, documentId, NO_CALLS, change) }));
}

export function runsOf(documentId: string, state: RunStoreState = useRuns.getState()): readonly RunRecord[] {
  return state.runs.get(documentId) ?? NO_RUNS;
}

/** The run of a document that is looked at: the one that was chosen, or the newest; null before the first. */
export function shownRun(documentId: string, state: RunStoreState = useRuns.getState()): RunRecord | null {
  const runs = runsOf(documentId, state);
  return runs.find(({ id }) => id === state.shown.get(documentId)) ?? runs.at(-1) ?? null;
}

/** The run that functions are called in and requests are put to, while it lives. */
export function callsRunOf(documentId: string, state: RunStoreState = useRuns.getState()): RunRecord | undefined {
  return runsOf(documentId, state).findLast((run) => run.of.kind === "calls" && run.ending === null);
}

export function showRun(documentId: string, id: string): void {
  useRuns.setState(({ shown }) => ({ shown: new Map(shown).set(documentId, id) }));
}

export function setRuns(documentId: string, change: (runs: readonly RunRecord[]) => readonly RunRecord[]): void {
  useRuns.setState((state) => ({ runs: new Map(state.runs).set(documentId, change(runsOf(documentId, state))) }));
}

/** Changes one run of a document; does nothing where it isn't kept any more. */
export function updateRun(documentId: string, id: string, change: (run: RunRecord) => RunRecord): void {
  setRuns(documentId, (runs) => runs.map((run) => (run.id === id ? change(run) : run)));
}

/** Forgets the runs of a document. */
export function forgetRuns(documentId: string): void {
  useRuns.setState(({ runs, shown }) => ({ runs: without(runs, documentId), shown: without(shown, documentId) }));
}

function changed<T>(map: ReadonlyMap<string, T>, key: string, empty: T, change: Change<T>): ReadonlyMap<string, T> {
  const current = map.get(key) ?? empty;
  const part = typeof change === "function" ? change(current) : change;
  return new Map(map).set(key, { ...current, ...part });
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
