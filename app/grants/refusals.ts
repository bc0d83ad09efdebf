// What a run refused: counted by instance, and told once with the one press that would allow it.

import type { Grant } from "../../core/graph/grants.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { execute } from "../commands/registry.ts";
import { notify } from "../notices/notices-store.ts";
import { grantsNeeded } from "../run/grants.ts";
import type { Refusals, RunRecord } from "../run/run-record.ts";
import { allGrants } from "../run/run-setup.ts";
import { runsOf, showRun, updateRun } from "../run/run-store.ts";
import { giveGrants } from "./grant-actions.ts";
import { giveOnce, takeGrantsOnce } from "./once.ts";
import { listObjects } from "./grant-words.ts";

/** Counts the refusals among the `events` of a run; what an instance lacks is told of in one notice. */
export function noteRefusals(documentId: string, runId: string, events: readonly RunEvent[]): void {
  const denials = events.filter((event) => event.kind === "denied");
  if (denials.length === 0) return;
  const record = runsOf(documentId).find(({ id }) => id === runId);
  if (!record) return;
  const { refusals } = record;
  const counted = new Map(refusals);
  const given = allGrants(record.setup);
  for (const { instance, needs } of denials) {
    const { attempts, byGrant } = counted.get(instance) ?? NONE;
    const counts = new Map(byGrant);
    for (const grant of grantsNeeded(needs, given.get(instance))) counts.set(grant, (counts.get(grant) ?? 0) + 1);
    counted.set(instance, { attempts: attempts + 1, byGrant: counts });
  }
  updateRun(documentId, runId, (run) => ({ ...run, refusals: counted }));
  for (const [instance, { byGrant }] of counted) {
    const isNew = byGrant.size > (refusals.get(instance)?.byGrant.size ?? 0);
    if (isNew) tell(record, instance, [...byGrant.keys()]);
  }
}

const NONE: Refusals = { attempts: 0, byGrant: new Map() };

function tell(run: RunRecord, instance: string, grants: readonly Grant[]): void {
  const { documentId } = run;
  notify({
    key: `refused ${instance}`,
    tone: "error",
    message: `${instance} was refused ${listObjects(grants)}`,
    help: "Nothing is given to an instance that it wasn't granted.",
    action: { label: "Grant and run again", run: () => runAgain(run, () => giveGrants(instance, grants)) },
    alternative: { label: "For one run", run: () => runAgain(run, () => giveOnce(documentId, instance, grants)) },
  });
}

/** A command is run again with what it was given, in the place of the run that was refused something. */
function runAgain({ documentId, id, of }: RunRecord, grant: () => void): void {
  grant();
  showRun(documentId, id);
  // What no run has taken, because none could begin, doesn't wait for another one.
  void execute(of.kind === "command" ? "run.restart" : "run.start").finally(() => takeGrantsOnce(documentId));
}

/** How often a run refused something to each instance. */
export function refusalCounts(refusals: ReadonlyMap<string, Refusals>): ReadonlyMap<string, number> {
  return new Map(Array.from(refusals, ([instance, { attempts }]) => [instance, attempts]));
}
