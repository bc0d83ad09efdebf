// Per document: what is being run, what was called with what, and what came of it.
// The run itself and its console live outside of the store; so do the bytes of its files, which belong to the document.

import { create } from "zustand";
import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import type { CallOutcome as ShownOutcome, RunState } from "../../components/run/run-model.ts";
import type { ValueDraft } from "../../components/values/drafts/value-draft.ts";
import type { Grant } from "../../core/graph/grants.ts";
import type { CallOutcome } from "../../workers/run/session/calls.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { CallTarget } from "./callables.ts";
import type { NotStarted } from "./not-started.ts";
import { ConsoleBuffer } from "./console-buffer.ts";

export interface CallEntry {
  readonly id: string;
  readonly target: CallTarget;
  readonly arguments: readonly WitValue[];
  /** In WAVE, one line; the argument line of a command. */
  readonly argumentsText: string;
  /** What was sent to a handler, or null for another call. */
  readonly request: HttpDraft | null;
  readonly outcome: ShownOutcome;
  readonly durationMs: number | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** What a call came to, or why it was never made. */
export type TargetOutcome =
  | CallOutcome
  | NotStarted
  /** What the handler answered stands with the session's responses. */
  | { readonly kind: "responded"; readonly summary: string; readonly durationMs: number }
  | { readonly kind: "unanswered"; readonly reason: string };

/** A response as it came: its body is shown by its type. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly durationMs: number;
  readonly state: "arriving" | "whole" | "broken";
}

const EMPTY_REQUEST: HttpDraft = { method: "GET", path: "/", headers: [], body: "", instances: "shared" };

/** What was refused to one instance. */
export interface Refusals {
  readonly attempts: number;
  /** How often each grant was lacking; one attempt may need several. */
  readonly byGrant: ReadonlyMap<Grant, number>;
}

export interface RunSession {
  readonly state: RunState;
  readonly selectedId: string | null;
  readonly drafts: ReadonlyMap<string, ValueDraft>;
  readonly command: CommandInput;
  readonly request: HttpDraft;
  /** The last answer of each handler. */
  readonly answers: ReadonlyMap<string, HttpAnswer>;
  readonly history: readonly CallEntry[];
  /** What the last call of each function came to. */
  readonly outcomes: ReadonlyMap<string, TargetOutcome>;
  /** Resources that calls gave out and that live in the run that is up. */
  readonly handles: readonly ResourceHandle[];
  /** What the last run refused, by instance. */
  readonly refusals: ReadonlyMap<string, Refusals>;
  /** Files that the last run wrote. */
  readonly written: ReadonlySet<string>;
  readonly selectedPath: string | null;
}

export const EMPTY_SESSION: RunSession = {
  state: { kind: "idle" },
  selectedId: null,
  drafts: new Map(),
  command: { argumentLine: "", environment: [], stdin: "" },
  request: EMPTY_REQUEST,
  answers: new Map(),
  history: [],
  outcomes: new Map(),
  handles: [],
  refusals: new Map(),
  written: new Set(),
  selectedPath: null,
};

interface RunStoreState {
  readonly sessions: ReadonlyMap<string, RunSession>;
}

export const useRuns = create<RunStoreState>(() => ({ sessions: new Map() }));

export function sessionOf(documentId: string): RunSession {
  return useRuns.getState().sessions.get(documentId) ?? EMPTY_SESSION;
}

export function updateSession(
  documentId: string,
  change: Partial<RunSession> | ((session: RunSession) => Partial<RunSession>),
): void {
  useRuns.setState(({ sessions }) => {
    const session = sessions.get(documentId) ?? EMPTY_SESSION;
    const changed = typeof change === "function" ? change(session) : change;
    return { sessions: new Map(sessions).set(documentId, { ...session, ...changed }) };
  });
}

const CONSOLES = new Map<string, ConsoleBuffer>();

export function consoleOf(documentId: string): ConsoleBuffer {
  let buffer = CONSOLES.get(documentId);
  if (!buffer) CONSOLES.set(documentId, (buffer = new ConsoleBuffer()));
  return buffer;
}
