// Which function or command the run panel stands at, and the arguments in its form.

import { readValueDraft, type ValueDraftError } from "../../components/values/drafts/value-draft.ts";
import type { Result } from "../../core/base/result.ts";
import type { WitValue } from "../../core/values/value.ts";
import type { ActiveView } from "../derived.ts";
import { type CallTarget, callablesOf } from "./callables.ts";
import { draftFor, draftShape } from "./drafts.ts";
import type { RunSession } from "./run-store.ts";

/** What is chosen, or the first thing that the composition exports. */
export function selectedTarget(view: ActiveView, session: RunSession): CallTarget | null {
  const { groups, targets } = callablesOf(view);
  const chosen = session.selectedId === null ? undefined : targets.get(session.selectedId);
  return chosen ?? targets.get(groups[0]?.callables[0]?.id ?? "") ?? null;
}

/** The arguments that stand in the form of `target`. */
export function draftedArguments(
  target: CallTarget,
  session: RunSession,
): Result<readonly WitValue[], ValueDraftError> {
  return readValueDraft(draftFor(target, session), draftShape(target, session.handles));
}
