// From a composition to a run that is up: checked, its components made ready, its instances linked.

import { fail, ok, type Result } from "../../core/base/result.ts";
import { isError } from "../../core/graph/diagnose.ts";
import { planRun, type RunPlan } from "../../workers/run/prepare/run-plan.ts";
import { suspendingOf } from "../../workers/run/prepare/suspending.ts";
import type { Run } from "../../workers/run/run.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { waitModeHere } from "../../workers/run/wait/wait-mode.ts";
import type { Artifact } from "../../workers/toolchain/artifact.ts";
import type { Suspending } from "../../workers/toolchain/suspending-names.ts";
import type { ActiveView } from "../derived.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { componentBytes } from "../library/component-bytes.ts";
import { runner, toolchain } from "../services.ts";
import { entriesOf } from "./folder.ts";
import { FOLDER_TREE, grantsFor } from "./grants.ts";
import type { NotStarted } from "./not-started.ts";
import { allGrants, type RunSetup } from "./run-setup.ts";
import { describeInputGone, describePlanError, describeToolError } from "./run-words.ts";
import { inputBytes } from "./standard-input.ts";

export interface StartOptions {
  readonly setup: RunSetup;
  readonly signal: AbortSignal;
  readonly onEvents: (events: readonly RunEvent[]) => void;
  /** Told what is being prepared. */
  readonly onProgress: (note: string) => void;
}

/** A run of the view's composition; its `ready` is still to come. An abort shows in the signal. */
export async function startRun(view: ActiveView, options: StartOptions): Promise<Result<Run, NotStarted>> {
  const errors = view.diagnosis.problems.filter(isError);
  if (errors.length > 0) return notStarted([describePlanError({ kind: "unsound-graph" })]);
  const artifacts = await prepare(view, options);
  if (!artifacts.ok) return artifacts;
  const plan = planFor(view, artifacts.value, options.setup);
  if (!plan.ok) return plan;
  options.onProgress("Starting");
  const keyOf = new Map(view.composition.instances.map(({ name, component }) => [name, component]));
  const artifactOf = (instance: string): Artifact => artifacts.value.get(keyOf.get(instance)!)!;
  return ok(runner().start({ plan: plan.value, artifactOf, onEvents: options.onEvents }));
}

function notStarted(reasons: readonly string[]): { readonly ok: false; readonly error: NotStarted } {
  return fail({ kind: "not-started", reasons });
}

/** The artifact of every component, by key. */
async function prepare(
  view: ActiveView,
  { signal, onProgress }: StartOptions,
): Promise<Result<ReadonlyMap<string, Artifact>, NotStarted>> {
  const artifacts = new Map<string, Artifact>();
  const components = [...view.composition.components.values()];
  const { evaluation } = view.diagnosis;
  const suspending = (key: string): Suspending | null =>
    waitModeHere() === "suspended" ? suspendingOf(evaluation, key) : null;
  for (const [i, { key, sha256 }] of components.entries()) {
    onProgress(`Preparing ${i + 1} of ${components.length}: ${key}`);
    const bytes = await componentBytes(sha256);
    const artifact = await toolchain().transpile({ name: key, sha256, bytes }, signal, suspending(key));
    if (!artifact.ok) return notStarted([describeToolError(key, artifact.error)]);
    artifacts.set(key, artifact.value);
  }
  return ok(artifacts);
}

function planFor(
  view: ActiveView,
  artifacts: ReadonlyMap<string, Artifact>,
  setup: RunSetup,
): Result<RunPlan, NotStarted> {
  const document = useDocuments.getState().open.find(({ id }) => id === view.id);
  const stdin = setup.inTerminal ? ok("live" as const) : inputBytes(setup.input, document?.folder ?? []);
  if (!stdin.ok) return notStarted([describeInputGone(stdin.error)]);
  const grants = allGrants(setup);
  const plan = planRun(view.diagnosis.evaluation, {
    importsOf: (key) => artifacts.get(key)?.imports,
    grantsOf: (instance) => grantsFor(grants, instance, setup.command, setup.input, stdin.value),
    trees: new Map([[FOLDER_TREE, entriesOf(document?.folder ?? [])]]),
    limits: setup.options.limits,
    determinism: setup.options.determinism,
  });
  return plan.ok ? plan : notStarted(plan.error.map(describePlanError));
}
