// A run as it is shown: what it is of, where it stands, how it ended. Those of a document are a list, oldest first;
// ended ones are kept to be looked at, as many as there is room for.

import type { RunState } from "../../components/run/run-model.ts";
import type { Grant } from "../../core/graph/grants.ts";
import type { FolderChange } from "../folders/folder.ts";
import type { ServeLoad } from "../../workers/run/http/serve-pool.ts";
import type { RunEnd } from "../../workers/run/trap/trap-report.ts";
import type { CallTarget } from "./callables.ts";
import type { ConsoleBuffer } from "./console-buffer.ts";
import type { NotStarted } from "./not-started.ts";
import type { RunSetup } from "./run-setup.ts";
import type { TerminalSession } from "../terminal/terminal-session.ts";

/** What a run is of: calls and requests share one while the composition stays the same; each command has its own. */
export type RunOf = { readonly kind: "calls" } | { readonly kind: "command"; readonly target: CallTarget };

export type RunEnding =
  | RunEnd
  | NotStarted
  /** Another run took its place. */
  | { readonly kind: "replaced"; readonly reason: string };

/** What was refused to one instance. */
export interface Refusals {
  readonly attempts: number;
  /** How often each grant was lacking; one attempt may need several. */
  readonly byGrant: ReadonlyMap<Grant, number>;
}

export type WrittenMarks = ReadonlyMap<string, "new" | "changed">;

export interface RunRecord {
  readonly id: string;
  readonly documentId: string;
  /** Counts the runs of the document, from 1. */
  readonly ordinal: number;
  readonly of: RunOf;
  readonly setup: RunSetup;
  /** `idle` once it has ended. */
  readonly state: RunState;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In milliseconds of `performance.now()`. */
  readonly startedAtMs: number;
  /** From its start to its end; null before. */
  readonly durationMs: number | null;
  /** From its start, which somebody asked for, to the first that came of it: a printed byte, an answer. Null before. */
  readonly firstOutputMs: number | null;
  /** Bytes of linear memory by instance, as they were told last. */
  readonly memory: ReadonlyMap<string, number>;
  /** Null while it lives. */
  readonly ending: RunEnding | null;
  readonly console: ConsoleBuffer;
  /** Null for a run that is in none. */
  readonly terminal: TerminalSession | null;
  /** By instance. */
  readonly refusals: ReadonlyMap<string, Refusals>;
  /** What it did to the files and directories that it made or changed, by path. */
  readonly written: WrittenMarks;
  /** The requests that are put to it. */
  readonly load: ServeLoad;
}

/** More ended runs of a document are not kept. */
const MAX_ENDED_RUNS = 10;
/** Lines that an ended run keeps once another has begun. */
const MAX_ENDED_LINES = 20_000;

/** `marks` after `changes` to a folder that had what stands at the paths `before`. */
export function withMarks(
  marks: WrittenMarks,
  before: ReadonlySet<string>,
  changes: readonly FolderChange[],
): WrittenMarks {
  const next = new Map(marks);
  for (const { kind, path } of changes) {
    if (kind === "removed") next.delete(path);
    else if (!before.has(path)) next.set(path, "new");
    else if (!next.has(path)) next.set(path, "changed");
  }
  return next;
}

/** A run that begins now. `runs` are those that the document has. */
export function newRun(
  runs: readonly RunRecord[],
  begun: Pick<RunRecord, "id" | "documentId" | "of" | "setup" | "console" | "terminal">,
): RunRecord {
  return {
    ...begun,
    ordinal: (runs.at(-1)?.ordinal ?? 0) + 1,
    state: { kind: "starting", note: "Starting" },
    startedAt: Date.now(),
    startedAtMs: performance.now(),
    durationMs: null,
    firstOutputMs: null,
    memory: new Map(),
    ending: null,
    refusals: new Map(),
    written: new Map(),
    load: { serving: 0, waiting: 0 },
  };
}

/** `runs` with one more; the oldest ended ones go where there are too many, and the console of those that stay is cut. */
export function withRun(runs: readonly RunRecord[], begun: RunRecord): readonly RunRecord[] {
  const over = runs.filter(isOver);
  const gone = new Set(over.slice(0, Math.max(0, over.length - MAX_ENDED_RUNS)));
  for (const { console, terminal } of over) {
    console.keepLast(MAX_ENDED_LINES);
    terminal?.shorten();
  }
  for (const { terminal } of gone) terminal?.dispose();
  return [...runs.filter((run) => !gone.has(run)), begun];
}

export function isOver({ ending }: RunRecord): boolean {
  return ending !== null;
}

/** `run` after it has ended; a second end changes nothing. */
export function ended(run: RunRecord, ending: RunEnding): RunRecord {
  if (isOver(run)) return run;
  return { ...run, state: { kind: "idle" }, ending, durationMs: performance.now() - run.startedAtMs };
}

/** `run` after something came of it. */
export function withOutput(run: RunRecord): RunRecord {
  return run.firstOutputMs === null ? { ...run, firstOutputMs: performance.now() - run.startedAtMs } : run;
}

/** Bytes of linear memory of all instances of a run. */
export function memoryOf({ memory }: RunRecord): number {
  return [...memory.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** `pipeline`, or `calls` where functions are called. */
export function runName({ of }: RunRecord): string {
  return of.kind === "command" ? of.target.instance : "calls";
}
