// A run that lives, and what becomes of what it tells: in its console and terminal, its record, and the document's folder.

import type { Result } from "../../core/base/result.ts";
import type { Run } from "../../workers/run/run.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import type { RunEnd } from "../../workers/run/trap/trap-report.ts";
import { type FolderChange, type FolderEntry, withChanges } from "../folders/folder.ts";
import { changeFolder } from "../folders/folder-changes.ts";
import type { FolderPlace } from "../folders/folder-place.ts";
import { placeOf } from "../folders/places.ts";
import type { NotStarted } from "./not-started.ts";
import { type RunRecord, withMarks, withOutput } from "./run-record.ts";
import { updateRun } from "./run-store.ts";
import { describeDenial, describeFull } from "./run-words.ts";

export interface LiveRun {
  /** As it was when it began. */
  readonly record: RunRecord;
  readonly controller: AbortController;
  /** All instances are there, or why they aren't. */
  readonly ready: Promise<Result<Run, RunEnd | NotStarted>>;
  /** Null until its worker has begun. */
  run: Run | null;
  /** The folder as this run has it, which others may change meanwhile. */
  files: readonly FolderEntry[];
  /** Where they were taken from; null until they were. */
  place: FolderPlace | null;
  /** Calls that are on their way. */
  pending: number;
  /** Nothing was printed yet. */
  isSilent: boolean;
}

/** Changes the record of a run as it is kept. */
export function updateRecord({ record }: LiveRun, change: (run: RunRecord) => RunRecord): void {
  updateRun(record.documentId, record.id, change);
}

/** Takes what a run tells to where it is shown. */
export function onEvent(live: LiveRun, event: RunEvent): void {
  const { console, terminal } = live.record;
  switch (event.kind) {
    case "started":
    case "asked":
    case "finished":
      return;
    case "output":
      console.write(event.instance, event.stream, event.bytes);
      terminal?.print(event.instance, event.stream, event.bytes);
      if (live.isSilent) updateRecord(live, withOutput);
      live.isSilent = false;
      return;
    case "memory":
      updateRecord(live, (run) => ({ ...run, memory: event.bytes }));
      return;
    case "denied":
      console.say(describeDenial(event));
      terminal?.say(describeDenial(event));
      return;
    case "files":
      takeChanges(live, event.changes);
      return;
    case "tree-full":
      console.say(describeFull(event));
      return;
  }
}

/** Takes what a run did to its files over into the document, whole files where the run told only what changed in them. */
function takeChanges(live: LiveRun, changes: readonly FolderChange[]): void {
  const before = new Set(live.files.map(({ path }) => path));
  live.files = withChanges(live.files, changes);
  const { console, documentId } = live.record;
  if (placeOf(documentId) !== live.place) {
    console.say("The folder is another one now: what this run did to its files is not kept");
    return;
  }
  const after = new Map(live.files.map((entry) => [entry.path, entry]));
  changeFolder(
    documentId,
    changes.map((change) => (change.kind === "patch" ? after.get(change.path)! : change)),
  );
  updateRecord(live, (run) => ({ ...run, written: withMarks(run.written, before, changes) }));
}
