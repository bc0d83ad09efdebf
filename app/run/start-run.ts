// From a composition to a run that is up: checked, its components made ready, its instances linked.

import { fail, ok, type Result } from "../../core/base/result.ts";
import { isError } from "../../core/graph/diagnose.ts";
import { COMPOSED, planRun, type RunOptions } from "../../workers/run/prepare/run-plan.ts";
import { suspendingOf } from "../../workers/run/prepare/suspending.ts";
import type { ServeLoad } from "../../workers/run/http/serve-pool.ts";
import type { Run } from "../../workers/run/run.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { waitModeHere } from "../../workers/run/wait/wait-mode.ts";
import { sha256Of } from "../../workers/library/sha256.ts";
import type { Artifact } from "../../workers/toolchain/artifact.ts";
import type { Suspending } from "../../workers/toolchain/suspending-names.ts";
import type { ActiveView } from "../derived.ts";
import type { FolderEntry } from "../folders/folder.ts";
import { componentBytes, componentBytesOf } from "../library/component-bytes.ts";
import { toolchain } from "../services.ts";
import { FOLDER_TREE, grantsFor } from "./grants.ts";
import type { NotStarted } from "./not-started.ts";
import { allGrants, type RunSetup } from "./run-setup.ts";
import { describeInputGone, describePlanError, describeReleaseError, describeToolError } from "./run-words.ts";
import { startServing } from "./serving.ts";
import { inputBytes } from "./standard-input.ts";

declare const WITLOOM_VERSION: string;

export interface StartOptions {
  readonly setup: RunSetup;
  /** What the run finds in the folder. */
  readonly files: readonly FolderEntry[];
  readonly signal: AbortSignal;
  readonly onEvents: (events: readonly RunEvent[]) => void;
  /** Told what is being prepared. */
  readonly onProgress: (note: string) => void;
  /** Told how many requests it answers, and how many wait. */
  readonly onLoad: (load: ServeLoad) => void;
}

/** A run of the view's composition; its `ready` is still to come. An abort shows in the signal. */
export async function startRun(view: ActiveView, options: StartOptions): Promise<Result<Run, NotStarted>> {
  const errors = view.diagnosis.problems.filter(isError);
  if (errors.length > 0) return notStarted([describePlanError({ kind: "unsound-graph" })]);
  return options.setup.options.mode === "release" ? startRelease(view, options) : startDebug(view, options);
}

/** Every instance by itself, so that all of them can be called. */
async function startDebug(view: ActiveView, options: StartOptions): Promise<Result<Run, NotStarted>> {
  const artifacts = await prepare(view, options);
  if (!artifacts.ok) return artifacts;
  const planned = planOptions(options);
  if (!planned.ok) return planned;
  const plan = planRun(view.diagnosis.evaluation, {
    ...planned.value,
    importsOf: (key) => artifacts.value.get(key)?.imports,
  });
  if (!plan.ok) return notStarted(plan.error.map(describePlanError));
  options.onProgress("Starting");
  const keyOf = new Map(view.composition.instances.map(({ name, component }) => [name, component]));
  const artifactOf = (instance: string): Artifact => artifacts.value.get(keyOf.get(instance)!)!;
  const { onEvents, onLoad } = options;
  return ok(startServing({ plan: plan.value, artifactOf, onEvents }, onLoad));
}

/** All instances as the one component that the export would write, each with its own grants. */
async function startRelease(view: ActiveView, options: StartOptions): Promise<Result<Run, NotStarted>> {
  const { evaluation } = view.diagnosis;
  options.onProgress("Composing");
  const { composeRelease, planRelease, suspendingRelease } = await import("../../workers/run/prepare/release.ts");
  const composed = composeRelease(evaluation, await componentBytesOf(view.composition), {
    packageName: view.composition.packageName,
    toolVersion: WITLOOM_VERSION,
  });
  if (!composed.ok) return notStarted(composed.error.map(describeReleaseError));
  const { bytes, moduleNames } = composed.value;
  options.onProgress(`Preparing ${COMPOSED}`);
  const source = { name: COMPOSED, sha256: await sha256Of(bytes), bytes };
  const suspending = waitModeHere() === "suspended" ? suspendingRelease(composed.value) : null;
  const artifact = await toolchain().transpile(source, options.signal, suspending);
  if (!artifact.ok) return notStarted([describeToolError(COMPOSED, artifact.error)]);
  const planned = planOptions(options);
  if (!planned.ok) return planned;
  const plan = planRelease(evaluation, composed.value, artifact.value.imports, planned.value);
  if (!plan.ok) return notStarted(plan.error.map(describePlanError));
  options.onProgress("Starting");
  const artifactOf = (): Artifact => artifact.value;
  const { onEvents, onLoad } = options;
  return ok(startServing({ plan: plan.value, artifactOf, namesOf: moduleNames, onEvents }, onLoad));
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

function planOptions({ setup, files }: StartOptions): Result<Omit<RunOptions, "importsOf">, NotStarted> {
  const stdin = setup.inTerminal ? ok("live" as const) : inputBytes(setup.input, files);
  if (!stdin.ok) return notStarted([describeInputGone(stdin.error)]);
  const grants = allGrants(setup);
  return ok({
    grantsOf: (instance) => grantsFor(grants, instance, setup.command, setup.input, stdin.value),
    trees: new Map([[FOLDER_TREE, files]]),
    limits: setup.options.limits,
    determinism: setup.options.determinism,
  });
}
