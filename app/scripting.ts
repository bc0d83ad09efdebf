// `window.__witloom`: the commands and the visible state as data, for tests and scripts.

import type { ConsoleLine, ConsoleLines } from "../components/console/console-model.ts";
import type { Scenario } from "../core/scenarios/scenario.ts";
import { resultOf, scenarioRunsOf } from "./scenarios/scenario-store.ts";
import { describeDiagnostic } from "../core/base/wording.ts";
import { execute } from "./commands/registry.ts";
import { type ActiveView, activeView } from "./derived.ts";
import { titleOf } from "./documents/new-document.ts";
import { activeDocument, useDocuments } from "./documents/documents-store.ts";
import { whenIdle } from "./idle.ts";
import { failureText } from "./library/library-actions.ts";
import { useLibrary } from "./library/library-store.ts";
import { useNotices } from "./notices/notices-store.ts";
import { sha256Of } from "../workers/library/sha256.ts";
import type { FolderFile } from "./folders/folder.ts";
import { folderView } from "./folders/folders-store.ts";
import { terminalRun } from "./terminal/terminal-run.ts";
import { type RunRecord, runName } from "./run/run-record.ts";
import { previewOf } from "./preview/preview-store.ts";
import { callsOf, callsRunOf, inputsOf, runsOf, shownRun } from "./run/run-store.ts";

/** What can be seen, without pixels. */
export async function snapshot() {
  const view = activeView();
  const { open, activeId } = useDocuments.getState();
  const { entries, failed } = useLibrary.getState();
  const calls = view && callsOf(view.id);
  const shown = view && shownRun(view.id);
  const preview = view && previewOf(view.id);
  return {
    documents: open.map((document) => ({
      id: document.id,
      title: titleOf(document),
      active: document.id === activeId,
    })),
    composition: view && {
      packageName: view.composition.packageName,
      instances: view.composition.instances.map(({ name, component }) => ({ name, component })),
      wires: view.composition.wires,
      exports: view.composition.exports,
      worldImports: view.composition.worldImports,
      positions: Object.fromEntries(view.document.positions),
      grants: Object.fromEntries(view.document.grants),
    },
    folder: await Promise.all(
      (activeDocument()?.folder ?? []).filter((entry) => entry.kind === "file").map(describeFile),
    ),
    place: view && describePlace(view.id),
    selection: activeDocument()?.selection ?? null,
    problems: view?.diagnosis.problems.map((problem) => describeDiagnostic(problem)) ?? [],
    library: Array.from(entries.values(), ({ key, sha256, fileName, byteLength, component }) => {
      return { key, sha256, fileName, byteLength, isRead: component !== null };
    }),
    failedFiles: failed.map((failure) => ({ fileName: failure.fileName, ...failureText(failure) })),
    /** The run that is looked at; so are `refusals` and `console`. */
    run: shown?.state.kind ?? "idle",
    runs: view ? runsOf(view.id).map((run) => describeRun(run, run === shown)) : [],
    inputs: view && inputsOf(view.id),
    refusals: Array.from(shown?.refusals ?? [], ([instance, { attempts, byGrant }]) => {
      return { instance, attempts, grants: [...byGrant.keys()] };
    }),
    preview: preview && {
      instance: preview.instance,
      path: preview.path,
      status: preview.answer?.status ?? null,
      failure: preview.failure,
      ...callsRunOf(view.id)?.load,
    },
    answers: Array.from(calls?.answers ?? [], ([target, { status, headers, body, state }]) => {
      return { target, status, headers, body: new TextDecoder().decode(body), state };
    }),
    calls:
      calls?.history.map(({ target, argumentsText, outcome }) => {
        return {
          instance: target.instance,
          interface: target.interface,
          function: target.function,
          argumentsText,
          outcome,
        };
      }) ?? [],
    terminal: view && describeTerminal(view.id),
    scenarios: view ? view.document.scenarios.map((scenario) => describeScenario(scenario, view)) : [],
    console: shown ? linesOf(shown.console.snapshot().lines) : [],
    notices: useNotices.getState().notices.map(({ tone, message, help }) => ({ tone, message, help })),
  };
}

function describeTerminal(documentId: string) {
  const run = terminalRun(documentId);
  return run && { run: run.id, text: run.terminal.screen()?.text() ?? "", takesInput: run.terminal.takesInput() };
}

function describeScenario(scenario: Scenario, { id, document }: ActiveView) {
  const { name, steps } = scenario;
  return { name, steps, result: resultOf(scenarioRunsOf(id), scenario, document) };
}

function describeRun(run: RunRecord, isShown: boolean) {
  const { id, ordinal, state, ending, durationMs, firstOutputMs, memory, console } = run;
  const printed = console.snapshot().lines.count;
  const { mode } = run.setup.options;
  return {
    id,
    ordinal,
    name: runName(run),
    mode,
    state: state.kind,
    ending,
    isShown,
    printed,
    memory: Object.fromEntries(memory),
    durationMs,
    firstOutputMs,
  };
}

function describePlace(documentId: string) {
  const { state, mirror } = folderView(documentId);
  const { conflicts, leftOut, unkept } = mirror;
  return { ...activeDocument()?.place, state, conflicts: [...conflicts], leftOut, unkept: [...unkept.keys()] };
}

async function describeFile({ path, bytes }: FolderFile) {
  return { path, byteLength: bytes.length, sha256: await sha256Of(bytes as Uint8Array<ArrayBuffer>) };
}

function linesOf(lines: ConsoleLines): readonly ConsoleLine[] {
  return Array.from({ length: lines.count }, (_, i) => lines.lineAt(i));
}

export type Snapshot = Awaited<ReturnType<typeof snapshot>>;

export interface Scripting {
  execute(id: string, args?: unknown): Promise<boolean>;
  whenIdle(): Promise<void>;
  snapshot(): Promise<Snapshot>;
}

declare global {
  interface Window {
    __witloom: Scripting;
  }
}

export function offerScripting(): void {
  window.__witloom = { execute, whenIdle, snapshot };
}
