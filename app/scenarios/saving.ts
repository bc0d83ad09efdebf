// Saving a call of the document in front as a scenario, from its form or from the history.

import { freeScenarioName } from "../../core/scenarios/scenario-list.ts";
import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { notify } from "../notices/notices-store.ts";
import { showBottomTab } from "../preferences/panels.ts";
import type { CallRecords } from "../run/call-record.ts";
import type { CallTarget } from "../run/callables.ts";
import type { RunInputs } from "../run/run-inputs.ts";
import { isOver } from "../run/run-record.ts";
import { callsOf, inputsOf, runsOf } from "../run/run-store.ts";
import { draftedArguments, selectedTarget } from "../run/selected-target.ts";
import { setScenarios } from "./scenario-actions.ts";
import { type ScenarioCall, scenarioNameFor, scenarioOf } from "./save-scenario.ts";
import { updateScenarioRuns } from "./scenario-store.ts";

/** Saves what stands in the form, or the call of the history with that id. */
export function saveAsScenario(entryId: string | null): void {
  const view = activeView();
  if (!view) return;
  const { history } = callsOf(view.id);
  const call = entryId === null ? callInForm(view) : (history.find(({ id }) => id === entryId) ?? null);
  if (!call) return;
  const saved = scenarioOf(call, history, (runId) => outputOfRun(view.id, runId));
  const { scenarios } = view.document;
  const name = freeScenarioName(scenarioNameFor(saved), scenarios);
  if (!setScenarios([...scenarios, { name, ...saved }], "saving a scenario")) return;
  updateScenarioRuns(view.id, () => ({ selected: name }));
  notify({
    key: "scenario-saved",
    tone: "success",
    message: `Saved as the scenario “${name}”`,
    action: { label: "Show it", run: () => showBottomTab("scenarios") },
  });
}

/** What stands in the form, with what came of it if just that was called last; null where it can't be called. */
function callInForm(view: ActiveView): ScenarioCall | null {
  const inputs = inputsOf(view.id);
  const calls = callsOf(view.id);
  const target = selectedTarget(view, inputs);
  const drafted = target && draftedCall(view, target, inputs, calls);
  if (!drafted) return null;
  const last = calls.history.find((entry) => entry.target.id === target.id);
  return last && last.result !== null && isSameCall(last, drafted) ? last : drafted;
}

function draftedCall(
  { id }: ActiveView,
  target: CallTarget,
  inputs: RunInputs,
  { handles }: CallRecords,
): ScenarioCall | null {
  const runId = runsOf(id).findLast((run) => !isOver(run) && run.of.kind === "calls")?.id ?? null;
  const drafted = { id: "", target, arguments: [], request: null, input: null, result: null, answer: null, runId };
  if (target.kind === "command") return { ...drafted, input: inputs.command };
  if (target.kind === "http") return { ...drafted, request: inputs.request };
  const args = draftedArguments(target, inputs, handles);
  return args.ok ? { ...drafted, arguments: args.value } : null;
}

function isSameCall(a: ScenarioCall, b: ScenarioCall): boolean {
  return dataOf(a) === dataOf(b);
}

function dataOf({ arguments: args, request, input }: ScenarioCall): string {
  const plain = { request: request && withoutIds(request), input: input && withoutIds(input) };
  return JSON.stringify([args, plain], (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

/** Rows are the same whoever typed them. */
function withoutIds(form: HttpDraft | CommandInput): object {
  const rows = "headers" in form ? form.headers : form.environment;
  return { ...form, headers: null, environment: null, rows: rows.map(({ name, value }) => [name, value]) };
}

/** What the instances of a run wrote to standard output, as far as its console keeps it. */
function outputOfRun(documentId: string, runId: string): string | null {
  const run = runsOf(documentId).find(({ id }) => id === runId);
  if (!run) return null;
  const { lines } = run.console.snapshot();
  const texts = Array.from({ length: lines.count }, (_, i) => lines.lineAt(i));
  return texts.flatMap(({ stream, text }) => (stream === "stdout" ? [text] : [])).join("\n");
}
