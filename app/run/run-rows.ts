// Runs as they are shown: in the picker, newest first, and the one that is looked at with its facts.

import { formatDuration } from "../../components/primitives/format-duration.ts";
import type { RunFacts, RunMark, RunRow } from "../../components/run/run-model.ts";
import { type RunEnding, type RunRecord, runName } from "./run-record.ts";

export function runRows(runs: readonly RunRecord[]): readonly RunRow[] {
  return runs.toReversed().map((run) => {
    const time = new Date(run.startedAt).toLocaleTimeString();
    const lasted = run.durationMs === null ? null : formatDuration(run.durationMs);
    return {
      id: run.id,
      name: `${runName(run)} #${run.ordinal}`,
      mark: markOf(run),
      detail: [wordOf(run), modeWord(run), lasted, time].filter(Boolean).join(" \u00B7 "),
    };
  });
}

/** @param byteLengthOf the size of a component by the hash of its bytes */
export function runFacts(run: RunRecord, byteLengthOf: (sha256: string) => number | null): RunFacts {
  const { startedAtMs, durationMs, firstOutputMs, memory } = run;
  const { instances, components } = run.setup.composition;
  return {
    mark: markOf(run),
    word: wordOf(run),
    startedAtMs,
    durationMs,
    firstOutputMs,
    instances: instances.map(({ name, component }) => {
      const sha256 = components.get(component)?.sha256;
      return {
        name,
        componentBytes: sha256 === undefined ? null : byteLengthOf(sha256),
        memoryBytes: memory.get(name) ?? null,
      };
    }),
  };
}

function markOf({ ending, state }: RunRecord): RunMark {
  return ending === null ? LIVE_MARKS[state.kind] : endMark(ending);
}

function wordOf({ ending, state }: RunRecord): string {
  return ending === null ? LIVE_WORDS[state.kind] : endWord(ending);
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

/** The mode where it isn't the usual one. */
function modeWord({ setup }: RunRecord): string | null {
  return setup.options.mode === "release" ? "release" : null;
}

function endMark(ending: RunEnding): RunMark {
  if (ending.kind === "exited") return ending.code === 0 ? "done" : "failed";
  return ending.kind === "trapped" || ending.kind === "not-started" ? "failed" : "stopped";
}

/** How a run ended, in a word or two: `Exit 1`. */
function endWord(ending: RunEnding): string {
  switch (ending.kind) {
    case "exited":
      return `Exit ${ending.code}`;
    case "stopped":
      return "Stopped";
    case "trapped":
      return ending.report.kind === "limit" ? `Over its ${ending.report.limit} limit` : "Trapped";
    case "not-started":
      return "Not started";
    case "replaced":
      return "Replaced";
  }
}
