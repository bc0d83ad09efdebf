// Runs as the picker lists them, newest first.

import { formatDuration } from "../../components/primitives/format-duration.ts";
import type { RunMark, RunRow } from "../../components/run/run-model.ts";
import { type RunEnding, type RunRecord, runName } from "./run-record.ts";

export function runRows(runs: readonly RunRecord[]): readonly RunRow[] {
  return runs.toReversed().map((run) => {
    const time = new Date(run.startedAt).toLocaleTimeString();
    const lasted = run.durationMs === null ? null : formatDuration(run.durationMs);
    return {
      id: run.id,
      name: `${runName(run)} #${run.ordinal}`,
      mark: run.ending === null ? LIVE_MARKS[run.state.kind] : endMark(run.ending),
      detail: [run.ending === null ? LIVE_WORDS[run.state.kind] : endWord(run.ending), lasted, time]
        .filter(Boolean)
        .join(" \u00B7 "),
    };
  });
}

const LIVE_MARKS: Readonly<Record<RunRecord["state"]["kind"], RunMark>> = {
  idle: "done",
  starting: "running",
  running: "running",
  up: "up",
};

const LIVE_WORDS: Readonly<Record<RunRecord["state"]["kind"], string>> = {
  idle: "Ended",
  starting: "Starting",
  running: "Running",
  up: "Up",
};

function endMark(ending: RunEnding): RunMark {
  if (ending.kind === "exited") return ending.code === 0 ? "done" : "failed";
  return ending.kind === "trapped" || ending.kind === "not-started" ? "failed" : "stopped";
}

/** How a run ended, in a word or two: `exit 1`. */
function endWord(ending: RunEnding): string {
  switch (ending.kind) {
    case "exited":
      return `exit ${ending.code}`;
    case "stopped":
      return "stopped";
    case "trapped":
      return ending.report.kind === "limit" ? `${ending.report.limit} limit` : "trapped";
    case "not-started":
      return "not started";
    case "replaced":
      return "replaced";
  }
}
