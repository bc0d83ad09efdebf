// A step of a scenario in the run panel's form, ready to be made by hand.

import type { ScenarioStep } from "../../core/scenarios/scenario.ts";
import { parseWaveArguments } from "../../core/values/parse-wave.ts";
import type { ActiveView } from "../derived.ts";
import { showBottomTab } from "../preferences/panels.ts";
import { showingArguments } from "../run/drafts.ts";
import { callsOf, updateInputs } from "../run/run-store.ts";
import { targetOfStep } from "./scenario-actions.ts";
import { commandInputOf, requestDraftOf } from "./scenario-drafts.ts";

/** Why `step` can't be shown, or null. */
export function formDisabledReason(view: ActiveView, step: ScenarioStep): string | null {
  if (step.kind === "drop") return "Nothing is called here";
  const target = targetOfStep(view, step);
  if (!target) return "There is no such function any more";
  if (step.kind !== "call" || argumentsOf(view, step) !== null) return null;
  return "Its arguments take a resource that isn't there, or aren't of the function's type";
}

/** Fills the form with `step` and brings it to the front. */
export function showInForm(view: ActiveView, step: ScenarioStep): void {
  const target = targetOfStep(view, step);
  if (!target || step.kind === "drop") return;
  switch (step.kind) {
    case "command":
      updateInputs(view.id, { selectedId: target.id, command: commandInputOf(step) });
      break;
    case "request":
      updateInputs(view.id, { selectedId: target.id, request: requestDraftOf(step) });
      break;
    case "call": {
      const args = argumentsOf(view, step);
      if (!args) return;
      updateInputs(view.id, (inputs) => showingArguments(inputs, target, args, callsOf(view.id).handles));
    }
  }
  showBottomTab("run");
}

/** The arguments of a call as values, with the resources that are alive now; null where they can't be read. */
function argumentsOf(view: ActiveView, step: Extract<ScenarioStep, { kind: "call" }>) {
  const target = targetOfStep(view, step);
  if (!target) return null;
  const { handles } = callsOf(view.id);
  const resolveHandle = (_: unknown, id: number) => handles.find((handle) => handle.id === id) ?? null;
  const read = parseWaveArguments(step.arguments, target.type.parameters, { resolveHandle });
  return read.ok ? read.value : null;
}
