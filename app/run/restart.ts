// Starting a run again: the same command with the same input, or instances that wait for calls. By hand, or, where a
// person wants it, whenever the composition or its grants change.

import { isError } from "../../core/graph/diagnose.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { busy } from "../idle.ts";
import { callablesOf } from "./callables.ts";
import { runCommand } from "./calls.ts";
import { inCallsRun, replaceRun, type RunCause } from "./live-runs.ts";
import { isOver, type RunRecord } from "./run-record.ts";
import { isSameComposition } from "./run-setup.ts";
import { inputsOf, runsOf, shownRun } from "./run-store.ts";
import { CHANGED, RESTARTED } from "./run-words.ts";

/** Ends a run of the document in front, if it lives, and starts it again with what the composition is now. */
async function restartRun(view: ActiveView, run: RunRecord, cause: RunCause): Promise<void> {
  const { of, setup } = run;
  const target = of.kind === "command" ? callablesOf(view).targets.get(of.target.id) : null;
  if (target === undefined) throw new Error(`The composition has no command ${setup.command} any more`);
  replaceRun(run.id, cause.because);
  if (target !== null) {
    await runCommand(view, target, setup.input, cause);
    return;
  }
  // There is one for calls: a newer one makes room as well.
  for (const other of runsOf(view.id)) if (other.of.kind === "calls") replaceRun(other.id, cause.because);
  await busy(inCallsRun(view, async () => undefined, cause));
}

/** Why the run that is looked at can't be started again, or null. */
export function restartDisabledReason(): string | null {
  const view = activeView();
  const run = view && shownRun(view.id);
  if (!run) return "Nothing was run yet";
  if (run.state.kind === "starting") return "It is starting";
  return null;
}

/** Starts the run that is looked at again. */
export async function restartShown(): Promise<void> {
  const view = activeView();
  const run = view && shownRun(view.id);
  if (run) await restartRun(view, run, { because: RESTARTED });
}

/** Edits in a row restart a run once. */
const DELAY_MS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let endBusy: (() => void) | null = null;

useDocuments.subscribe(() => {
  if (outdatedRuns().length === 0) return;
  clearTimeout(timer);
  let end = (): void => undefined;
  if (!endBusy) void busy(new Promise<void>((resolve) => (end = resolve)));
  endBusy ??= end;
  timer = setTimeout(restartOutdated, DELAY_MS);
});

/** The runs of the document in front that live and are of an earlier composition, where they are to be restarted. */
function outdatedRuns(): readonly RunRecord[] {
  const view = activeView();
  if (!view || !inputsOf(view.id).options.restartOnChange) return [];
  return runsOf(view.id).filter((run) => !isOver(run) && !isSameComposition(run.setup, view.document));
}

function restartOutdated(): void {
  endBusy?.();
  endBusy = null;
  const view = activeView();
  for (const run of outdatedRuns()) {
    if (view!.diagnosis.problems.some(isError)) run.console.say(WAITS);
    else
      void restartRun(view!, run, { because: CHANGED, held: run.setup.grantsOnce }).catch((thrown: Error) =>
        run.console.say(thrown.message),
      );
  }
}

const WAITS = "The composition has changed and has errors now: this run goes on with what it was";
