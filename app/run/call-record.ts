// What was called in a document, and what came of it.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import type { CallOutcome as ShownOutcome } from "../../components/run/run-model.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { CallOutcome } from "../../workers/run/session/calls.ts";
import type { CallTarget } from "./callables.ts";
import type { NotStarted } from "./not-started.ts";

export interface CallEntry {
  readonly id: string;
  readonly target: CallTarget;
  readonly arguments: readonly WitValue[];
  /** In WAVE, one line; the argument line of a command. */
  readonly argumentsText: string;
  /** What was sent to a handler, or null for another call. */
  readonly request: HttpDraft | null;
  /** What a command was started with, or null for another call. */
  readonly input: CommandInput | null;
  readonly outcome: ShownOutcome;
  /** What it came to, with values; null while it goes on. */
  readonly result: TargetOutcome | null;
  /** What its request was answered with, where that was not too much to keep. */
  readonly answer: HttpAnswer | null;
  /** The run that it was made in; null where there was none. */
  readonly runId: string | null;
  readonly durationMs: number | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** What a call came to, or why it was never made. */
export type TargetOutcome =
  | CallOutcome
  | NotStarted
  /** What the handler answered stands with the document's answers. */
  | { readonly kind: "responded"; readonly summary: string; readonly durationMs: number }
  | { readonly kind: "unanswered"; readonly reason: string };

/** A response as it came: its body is shown by its type. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly durationMs: number;
  /** `cut`: more than is kept of it. */
  readonly state: "arriving" | "whole" | "cut" | "broken";
}

export interface CallRecords {
  /** Newest first. */
  readonly history: readonly CallEntry[];
  /** What the last call of each function came to. */
  readonly outcomes: ReadonlyMap<string, TargetOutcome>;
  /** The last answer of each handler. */
  readonly answers: ReadonlyMap<string, HttpAnswer>;
  /** Resources that calls gave out and that live in the run that is up. */
  readonly handles: readonly ResourceHandle[];
}

export const NO_CALLS: CallRecords = { history: [], outcomes: new Map(), answers: new Map(), handles: [] };
