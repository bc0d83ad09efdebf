// Running what the export would write before it is written: a release run, which stays up for calls.

import type { ExportTrial } from "../../components/dialogs/export-model.ts";
import type { ActiveView } from "../derived.ts";
import { busy } from "../idle.ts";
import { inCallsRun, stopRun } from "../run/live-runs.ts";
import { isOver } from "../run/run-record.ts";
import { runsOf, updateInputs } from "../run/run-store.ts";
import { describeEnding } from "../run/run-words.ts";

/** Starts a release run of `view` anew, and what came of it. From then on, calls of the document go to release runs. */
export async function tryBuild(view: ActiveView): Promise<ExportTrial> {
  updateInputs(view.id, ({ options }) => ({ options: { ...options, mode: "release" } }));
  const known = runsOf(view.id).find((run) => run.of.kind === "calls" && !isOver(run));
  if (known) stopRun(known.id);
  const startMs = performance.now();
  const ending = await busy(inCallsRun(view, () => Promise.resolve(null)));
  if (ending === null) return { kind: "up", durationMs: performance.now() - startMs };
  return { kind: "failed", reason: describeEnding(ending).join(" ") };
}
