// Which function or command the run panel stands at, and the arguments in its form.

import { readValueDraft, type ValueDraftError } from "../../components/values/drafts/value-draft.ts";
import type { Result } from "../../core/base/result.ts";
import type { ActiveView } from "../derived.ts";
import { type CallTarget, callablesOf } from "./callables.ts";
import { draftFor, draftShape } from "./drafts.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { RunInputs } from "./run-inputs.ts";

/** What is chosen, or the first thing that the composition exports. */
export function selectedTarget(view: ActiveView, { selectedId }: RunInputs): CallTarget | null {
  const { groups, targets } = callablesOf(view);
  const chosen = selectedId === null ? undefined : targets.get(selectedId);
  return chosen ?? targets.get(groups[0]?.callables[0]?.id ?? "") ?? null;
}

/** The arguments that stand in the form of `target`. */
export function draftedArguments(
  target: CallTarget,
  inputs: RunInputs,
  handles: readonly ResourceHandle[],
): Result<readonly WitValue[], ValueDraftError> {
  return readValueDraft(draftFor(target, inputs, handles), draftShape(target, handles));
}
