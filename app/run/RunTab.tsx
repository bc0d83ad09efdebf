// Calling what the composition exports: the list, the form of the chosen function, and what came back.

import { useMemo } from "react";
import { EmptyState } from "../../components/primitives/EmptyState.tsx";
import { CommandForm } from "../../components/run/CommandForm.tsx";
import { RequestForm } from "../../components/run/RequestForm.tsx";
import { ResponseView } from "../../components/run/ResponseView.tsx";
import { LackingGrants } from "../../components/run/LackingGrants.tsx";
import { RunPanel } from "../../components/run/RunPanel.tsx";
import type { CallRecord, RunState } from "../../components/run/run-model.ts";
import type { ResourceHandle } from "../../core/values/value.ts";
import { ArgumentsForm } from "../../components/values/call/ArgumentsForm.tsx";
import { shortcutOf } from "../commands/keys.ts";
import { execute, findCommand } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { giveAllAsked, lackingInstances } from "../grants/grant-actions.ts";
import { listObjects } from "../grants/grant-words.ts";
import { splitArgumentLine } from "./argument-line.ts";
import { callableGroups, type CallTarget, callablesOf } from "./callables.ts";
import { draftFor, draftShape, showingArguments } from "./drafts.ts";
import { curlOf, headerProblem, pathProblem } from "./http-request.ts";
import { useShownResponse } from "./response-body.ts";
import { StandardInputSection } from "./StandardInputSection.tsx";
import { HandleList } from "./HandleList.tsx";
import { Outcome } from "./Outcome.tsx";
import { selectedTarget } from "./selected-target.ts";
import type { CallEntry, CallRecords, HttpAnswer } from "./call-record.ts";
import type { RunInputs } from "./run-inputs.ts";
import { isOver, type RunRecord } from "./run-record.ts";
import { callsOf, inputsOf, runsOf, updateInputs, useRuns } from "./run-store.ts";

export function RunTab({ view }: { readonly view: ActiveView }) {
  const inputs = useRuns((state) => inputsOf(view.id, state));
  const calls = useRuns((state) => callsOf(view.id, state));
  const runs = useRuns((state) => runsOf(view.id, state));
  const { targets } = callablesOf(view);
  const groups = callableGroups(view, inputs.options.mode);
  const target = selectedTarget(view, inputs);
  const run = target && runOf(target, runs);
  const records = useMemo(() => calls.history.map(recordOf), [calls.history]);
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
      onSelect={(selectedId) => updateInputs(view.id, { selectedId })}
      state={run?.state ?? IDLE}
      mode={(run?.setup.options ?? inputs.options).mode}
      onRun={() => void execute("run.start")}
      disabledReason={findCommand("run.start")?.disabledReason?.() ?? null}
      form={
        target ? (
          <>
            <LackingGrants lines={lackingLines(view)} onGiveAll={giveAllAsked} />
            <TargetForm view={view} inputs={inputs} handles={calls.handles} target={target} />
          </>
        ) : null
      }
      result={target && hasResult(calls, target) ? <TargetResult calls={calls} target={target} /> : null}
      history={records}
      onSelectRecord={(id) => bringBack(view.id, targets, id)}
      onRepeatRecord={(id) => {
        bringBack(view.id, targets, id);
        void execute("run.start");
      }}
      onSave={() => void execute("scenarios.save")}
      saveDisabledReason={findCommand("scenarios.save")?.disabledReason?.() ?? null}
      saveShortcut={shortcutOf("scenarios.save")}
      onSaveRecord={(id) => void execute("scenarios.save-call", { id })}
    />
  );
}

const IDLE: RunState = { kind: "idle" };

/** The newest run that `target` is called in. */
function runOf(target: CallTarget, runs: readonly RunRecord[]): RunRecord | undefined {
  const isOfTarget = ({ of }: RunRecord): boolean =>
    target.kind === "command" ? of.kind === "command" && of.target.id === target.id : of.kind === "calls";
  return runs.findLast((run) => !isOver(run) && isOfTarget(run));
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
function TargetResult({ calls, target }: { readonly calls: CallRecords; readonly target: CallTarget }) {
  const answer = calls.answers.get(target.id);
  return answer ? <Answer answer={answer} /> : <Outcome target={target} outcome={calls.outcomes.get(target.id)!} />;
}

function hasResult({ answers, outcomes }: CallRecords, { id }: CallTarget): boolean {
  return answers.has(id) || outcomes.has(id);
}

function Answer({ answer }: { readonly answer: HttpAnswer }) {
  return <ResponseView response={useShownResponse(answer)} />;
}

interface TargetFormProps {
  readonly view: ActiveView;
  readonly inputs: RunInputs;
  readonly handles: readonly ResourceHandle[];
  readonly target: CallTarget;
}

function TargetForm({ view, inputs, handles, target }: TargetFormProps) {
  const shape = useMemo(() => draftShape(target, handles), [target, handles]);
  if (target.kind === "command") {
    const args = splitArgumentLine(inputs.command.argumentLine);
    return (
      <CommandForm
        input={inputs.command}
        onChange={(command) => updateInputs(view.id, { command })}
        argumentsError={args.ok ? null : args.error}
        newVariableId={() => crypto.randomUUID()}
        standardInput={<StandardInputSection documentId={view.id} input={inputs.command} />}
      />
    );
  }
  if (target.kind === "http") {
    const { request } = inputs;
    return (
      <RequestForm
        draft={request}
        onChange={(draft) => updateInputs(view.id, { request: draft })}
        pathError={pathProblem(request.path)}
        headerError={headerProblem}
        newHeaderId={() => crypto.randomUUID()}
        curl={() => curlOf(request)}
        onSend={() => void execute("run.start")}
        onPreview={() => void execute("preview.open", { instance: target.instance, path: request.path })}
      />
    );
  }
  return (
    <>
      <ArgumentsForm
        key={target.id}
        shape={shape}
        draft={draftFor(target, inputs, handles)}
        onChange={(draft) => updateInputs(view.id, ({ drafts }) => ({ drafts: new Map(drafts).set(target.id, draft) }))}
        onRun={() => void execute("run.start")}
      />
      <HandleList documentId={view.id} handles={handles} />
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
function bringBack(documentId: string, targets: ReadonlyMap<string, CallTarget>, entryId: string): void {
  const { history, handles } = callsOf(documentId);
  const entry = history.find(({ id }) => id === entryId);
  const target = entry && targets.get(entry.target.id);
  if (!entry || !target) return;
  if (entry.request) {
    updateInputs(documentId, { selectedId: target.id, request: entry.request });
    return;
  }
  if (target.kind === "command") {
    updateInputs(documentId, ({ command }) => ({
      selectedId: target.id,
      command: { ...command, argumentLine: entry.argumentsText },
    }));
    return;
  }
  updateInputs(documentId, (inputs) => showingArguments(inputs, target, entry.arguments, handles));
}
