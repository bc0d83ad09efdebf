// Calling what the composition exports: the list, the form of the chosen function, and what came back.

import { useMemo } from "react";
import { EmptyState } from "../../components/primitives/EmptyState.tsx";
import { CommandForm } from "../../components/run/CommandForm.tsx";
import { RequestForm } from "../../components/run/RequestForm.tsx";
import { ResponseView } from "../../components/run/ResponseView.tsx";
import { LackingGrants } from "../../components/run/LackingGrants.tsx";
import { RunPanel } from "../../components/run/RunPanel.tsx";
import type { CallRecord } from "../../components/run/run-model.ts";
import { ArgumentsForm } from "../../components/values/call/ArgumentsForm.tsx";
import { execute, findCommand } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { giveAllAsked, lackingInstances } from "../grants/grant-actions.ts";
import { listObjects } from "../grants/grant-words.ts";
import { splitArgumentLine } from "./argument-line.ts";
import { type CallTarget, callablesOf } from "./callables.ts";
import { draftFor, draftShape, showingArguments } from "./drafts.ts";
import { curlOf, headerProblem, pathProblem } from "./http-request.ts";
import { useShownResponse } from "./response-body.ts";
import { FolderSection } from "./FolderSection.tsx";
import { HandleList } from "./HandleList.tsx";
import { Outcome } from "./Outcome.tsx";
import { selectedTarget } from "./selected-target.ts";
import {
  type CallEntry,
  EMPTY_SESSION,
  type HttpAnswer,
  type RunSession,
  updateSession,
  useRuns,
} from "./run-store.ts";

export function RunTab({ view }: { readonly view: ActiveView }) {
  const session = useRuns(({ sessions }) => sessions.get(view.id)) ?? EMPTY_SESSION;
  const { groups, targets } = callablesOf(view);
  const target = selectedTarget(view, session);
  const records = useMemo(() => session.history.map(recordOf), [session.history]);
  if (groups.length === 0) {
    return (
      <EmptyState title="Nothing to call">
        Add an instance that exports a function or a command; it can be called here.
      </EmptyState>
    );
  }
  return (
    <RunPanel
      groups={groups}
      selectedId={target?.id ?? null}
      onSelect={(selectedId) => updateSession(view.id, { selectedId })}
      run={{ state: session.state, onRun: () => void execute("run.start") }}
      disabledReason={findCommand("run.start")?.disabledReason?.() ?? null}
      form={
        target ? (
          <>
            <LackingGrants lines={lackingLines(view)} onGiveAll={giveAllAsked} />
            <TargetForm view={view} session={session} target={target} />
          </>
        ) : null
      }
      result={target && hasResult(session, target) ? <TargetResult session={session} target={target} /> : null}
      history={records}
      onSelectRecord={(id) => bringBack(view.id, session, targets, id)}
      onRepeatRecord={(id) => {
        bringBack(view.id, session, targets, id);
        void execute("run.start");
      }}
    />
  );
}

/** The first few instances that ask for more than they have. */
function lackingLines(view: ActiveView): readonly string[] {
  const lacking = lackingInstances(view);
  const lines = lacking.slice(0, MAX_LINES).map(({ instance, asked, given }) => {
    return `${instance} is not given ${listObjects(asked.filter((grant) => !given.includes(grant)))}`;
  });
  return lacking.length > MAX_LINES ? [...lines, `and ${lacking.length - MAX_LINES} more`] : lines;
}

const MAX_LINES = 3;

/** The answer of a handler, or what the last call came to. */
function TargetResult({ session, target }: Omit<TargetFormProps, "view">) {
  const answer = session.answers.get(target.id);
  return answer ? <Answer answer={answer} /> : <Outcome target={target} outcome={session.outcomes.get(target.id)!} />;
}

function hasResult({ answers, outcomes }: RunSession, { id }: CallTarget): boolean {
  return answers.has(id) || outcomes.has(id);
}

function Answer({ answer }: { readonly answer: HttpAnswer }) {
  return <ResponseView response={useShownResponse(answer)} />;
}

interface TargetFormProps {
  readonly view: ActiveView;
  readonly session: RunSession;
  readonly target: CallTarget;
}

function TargetForm({ view, session, target }: TargetFormProps) {
  const shape = useMemo(() => draftShape(target, session.handles), [target, session.handles]);
  if (target.kind === "command") {
    const args = splitArgumentLine(session.command.argumentLine);
    return (
      <CommandForm
        input={session.command}
        onChange={(command) => updateSession(view.id, { command })}
        argumentsError={args.ok ? null : args.error}
        newVariableId={() => crypto.randomUUID()}
        folder={<FolderSection documentId={view.id} session={session} />}
      />
    );
  }
  if (target.kind === "http") {
    const { request } = session;
    return (
      <RequestForm
        draft={request}
        onChange={(draft) => updateSession(view.id, { request: draft })}
        pathError={pathProblem(request.path)}
        headerError={headerProblem}
        newHeaderId={() => crypto.randomUUID()}
        curl={() => curlOf(request)}
        onSend={() => void execute("run.start")}
      />
    );
  }
  return (
    <>
      <ArgumentsForm
        key={target.id}
        shape={shape}
        draft={draftFor(target, session)}
        onChange={(draft) =>
          updateSession(view.id, ({ drafts }) => ({ drafts: new Map(drafts).set(target.id, draft) }))
        }
        onRun={() => void execute("run.start")}
      />
      <HandleList documentId={view.id} handles={session.handles} />
    </>
  );
}

function recordOf({ id, target, argumentsText, outcome, durationMs, startedAt }: CallEntry): CallRecord {
  return {
    id,
    callableId: target.id,
    name: `${target.instance}.${target.function}`,
    arguments: argumentsText,
    outcome,
    durationMs,
    startedAt: new Date(startedAt).toLocaleTimeString(),
  };
}

/** Puts the arguments of an earlier call back into its form. */
function bringBack(
  documentId: string,
  session: RunSession,
  targets: ReadonlyMap<string, CallTarget>,
  entryId: string,
): void {
  const entry = session.history.find(({ id }) => id === entryId);
  const target = entry && targets.get(entry.target.id);
  if (!entry || !target) return;
  if (entry.request) {
    updateSession(documentId, { selectedId: target.id, request: entry.request });
    return;
  }
  if (target.kind === "command") {
    updateSession(documentId, {
      selectedId: target.id,
      command: { ...session.command, argumentLine: entry.argumentsText },
    });
    return;
  }
  updateSession(documentId, showingArguments(session, target, entry.arguments));
}
