// The line under the page: where the run stands, what takes long, how much is kept here and when it was saved.

import { CircleCheck, HardDrive, LoaderCircle, MemoryStick, Play, Workflow } from "lucide-react";
import { formatSize } from "../../components/primitives/format-size.ts";
import { StatusBar, StatusItem, StatusState } from "../../components/shell/StatusBar.tsx";
import type { RunState } from "../../components/run/run-model.ts";
import { type WaitMode, waitModeHere } from "../../workers/run/wait/wait-mode.ts";
import { useActiveView } from "../derived.ts";
import { useLibrary } from "../library/library-store.ts";
import { useAutosave } from "../persistence/autosave.ts";
import { isOver, memoryOf } from "../run/run-record.ts";
import { runsOf, useRuns } from "../run/run-store.ts";
import { useStatus } from "../status/status-store.ts";

export function StatusBarPanel() {
  return <StatusBar left={<Left />} right={<Right />} />;
}

const RUN_WORDS: Readonly<Record<RunState["kind"], string>> = {
  idle: "Ready",
  starting: "Starting",
  running: "Running",
  up: "Instances are up",
};

const BUSIEST_FIRST = ["running", "starting", "up"] as const;

function Left() {
  const view = useActiveView();
  const runs = useRuns((state) => runsOf(view?.id ?? "", state)).filter((run) => !isOver(run));
  const activity = useStatus((status) => status.activity);
  const memory = runs.reduce((sum, run) => sum + memoryOf(run), 0);
  const isIdle = runs.length === 0;
  return (
    <>
      <StatusState tone={isIdle ? "idle" : "live"} glyph={isIdle ? CircleCheck : Play}>
        {RUN_WORDS[BUSIEST_FIRST.find((kind) => runs.some(({ state }) => state.kind === kind)) ?? "idle"]}
        {runs.length > 1 ? ` \u00B7 ${runs.length} runs` : null}
      </StatusState>
      {view === null ? (
        <StatusItem>No composition open</StatusItem>
      ) : (
        <StatusItem glyph={Workflow} title="In the composition in front">
          <b>{view.composition.instances.length}</b>{" "}
          {view.composition.instances.length === 1 ? "instance" : "instances"} · <b>{view.composition.wires.length}</b>{" "}
          {view.composition.wires.length === 1 ? "wire" : "wires"}
        </StatusItem>
      )}
      {memory === 0 ? null : (
        <StatusItem glyph={MemoryStick} title="Linear memory of the instances that are up">
          Memory <b>{formatSize(memory)}</b>
        </StatusItem>
      )}
      {activity === null ? null : <StatusItem glyph={LoaderCircle}>{activity}</StatusItem>}
    </>
  );
}

/** What it comes to that the server sends no COOP and COEP headers. */
const NOT_ISOLATED: Readonly<Record<Exclude<WaitMode, "blocked">, string>> = {
  suspended:
    "The server sends no COOP and COEP headers: calls between components cost more, and the last lines of one that hangs may be lost.",
  asleep:
    "The server sends no COOP and COEP headers, and this browser doesn't suspend calls: a component that runs can't be reached from outside. It can't send requests, and the last lines of one that hangs may be lost.",
};

function Right() {
  const waitMode = waitModeHere();
  const entries = useLibrary((state) => state.entries);
  const savedAt = useAutosave((state) => state.savedAt);
  const bytes = [...entries.values()].reduce((total, entry) => total + entry.byteLength, 0);
  return (
    <>
      <StatusItem glyph={HardDrive} optional title="Components that this browser keeps">
        Library <b>{formatSize(bytes)}</b>
      </StatusItem>
      {waitMode === "blocked" ? null : <StatusItem title={NOT_ISOLATED[waitMode]}>Not isolated</StatusItem>}
      {savedAt === null ? null : <StatusItem>{`Saved ${timeOf(savedAt)}`}</StatusItem>}
    </>
  );
}

function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
