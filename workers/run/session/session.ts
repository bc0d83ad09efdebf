// One run: its instances, the handles that a person holds, and how it ends. Knows nothing of workers, so that tests run
// it in Node; `run.worker.ts` gives it the ports.

import { fail, ok, type Result } from "../../../core/base/result.ts";
import { parsePlainName } from "../../../core/wit/names.ts";
import { jcoName } from "../../../core/values/jco-rules.ts";
import {
  type CallError,
  type CallOutcome,
  type CallRequest,
  functionTypeOf,
  liftReturned,
  liftThrown,
  lowerArguments,
} from "./calls.ts";
import { keepLongStacks } from "../trap/core-frames.ts";
import { className } from "../link/js-names.ts";
import type { LinkedInstance } from "../link/linker.ts";
import { LinkedGraph, type LoadedComponents } from "./linked-graph.ts";
import { CONTROL_STATE, CONTROL_WORD } from "../control/control-buffer.ts";
import { secureBytes, seededBytes } from "../control/random-source.ts";
import { clockOf, type RunClock } from "../control/run-clock.ts";
import type { ServedFrame, ServeEnd, ServeQuestion } from "../http/serve.protocol.ts";
import { handlerOf, openLine, serve } from "./serve-request.ts";
import { ResourceHandles } from "./resource-handles.ts";
import type { RunComponent } from "../prepare/run-component.ts";
import { functionKey } from "../prepare/foreign-resources.ts";
import type { RunPlan } from "../prepare/run-plan.ts";
import type { RunPorts, RunWorld } from "./run-thread.ts";
import type { RunEnd } from "../trap/trap-report.ts";
import { tellWhenFull, TreeWatch } from "./tree-watch.ts";
import type { JsClass, JsFunction, JsInterface } from "../link/wires.ts";
import { settling, type Waited } from "../wait/waited.ts";
import { DEFAULT_QUOTA, type FileTree } from "../wasi/filesystem/file-tree.ts";
import { type TreeEntry, treeOf } from "../wasi/filesystem/snapshot.ts";

/** While a call goes on, changed files and memories are told this often. */
const CHANGES_MS = 500;
/** The share of a run's time that looking for them takes at most. */
const CHANGES_SHARE = 0.1;

export class RunSession {
  readonly #plan: RunPlan;
  readonly #ports: RunPorts;
  readonly #world: RunWorld;
  readonly #handles = new ResourceHandles();
  readonly #graph: LinkedGraph;
  readonly #trees: TreeWatch;
  /** Refusals of instances that serve one request, which are told once. */
  readonly #denials = new Set<string>();
  #loaded: LoadedComponents = { components: new Map(), scripts: new Map() };
  #toldMemory: ReadonlyMap<string, number> = new Map();
  #nextChangesMs = 0;
  #end: RunEnd | null = null;

  constructor(plan: RunPlan, ports: RunPorts) {
    this.#plan = plan;
    this.#ports = ports;
    this.#world = worldOf(plan);
    this.#trees = new TreeWatch(treesOf(plan, this.#world.clock));
    tellWhenFull(this.#trees.trees, (event) => ports.emit(event));
    this.#graph = this.#newGraph(ports);
  }

  /** Instantiates everything; `components` has one per instance. @returns how the run ended, if it did already */
  async start(components: ReadonlyMap<string, RunComponent>): Promise<RunEnd | null> {
    keepLongStacks();
    const startMs = performance.now();
    try {
      const scripts = await Promise.all(
        this.#plan.instances.map(async ({ name }) => {
          return [name, await this.#ports.loadScript(components.get(name)!.js)] as const;
        }),
      );
      this.#loaded = { components, scripts: new Map(scripts) };
      await this.#graph.link(this.#loaded);
    } catch (thrown) {
      return this.#finishBy(thrown);
    }
    this.#ports.emit({ kind: "started", durationMs: performance.now() - startMs });
    this.#pause();
    return null;
  }

  /** Calls an exported function: at once where the thread blocks. */
  call(request: CallRequest): Waited<CallOutcome> {
    const prepared = this.#prepare(request);
    if (!prepared.ok) return { kind: "refused", error: prepared.error };
    const { target, type, js, given } = prepared.value;
    for (const id of given) this.#handles.release(id);
    const startMs = performance.now();
    return this.#outcome(
      () => target(...js),
      (returned) => {
        const { failure } = this.#graph.stack;
        if (failure !== null) return this.#finishBy(failure.error);
        const durationMs = performance.now() - startMs;
        const value = liftReturned(returned, type, this.#handles);
        if (!value.ok) return this.#finishBy(new Error(`the function returned ${JSON.stringify(value.error)}`));
        return { kind: "returned", value: value.value, durationMs };
      },
      (thrown) => {
        const durationMs = performance.now() - startMs;
        const value = this.#graph.stack.failure === null ? liftThrown(thrown, type, this.#handles) : null;
        return value === null ? this.#finishBy(thrown) : { kind: "returned", value, durationMs };
      },
    );
  }

  /** As `settling`, and sends what a person waits for once the outcome is there. */
  #outcome<T>(
    run: () => Waited<T>,
    then: (result: T) => CallOutcome,
    failed: (thrown: unknown) => CallOutcome,
  ): Waited<CallOutcome> {
    const paused = (outcome: CallOutcome): CallOutcome => {
      this.#pause();
      return outcome;
    };
    return settling(
      run,
      (result) => paused(then(result)),
      (thrown) => paused(failed(thrown)),
    );
  }

  /** Runs `instance` as a command, which ends the run: `wasi:cli/run`. */
  command(instance: string): Waited<CallOutcome> {
    const exports = this.#graph.instance(instance)?.plan.exportTypes.keys() ?? [];
    const name = [...exports].find((exported) => /^wasi:cli\/run(@|$)/.test(exported)) ?? null;
    const exited = (outcome: CallOutcome): CallOutcome => {
      if (outcome.kind !== "returned") return outcome;
      const isOk = typeof outcome.value === "object" && outcome.value !== null && "ok" in outcome.value;
      return this.#finish({ kind: "exited", code: isOk ? 0 : 1 });
    };
    const outcome = this.call({ instance, interface: name, function: "run", arguments: [] });
    return outcome instanceof Promise ? outcome.then(exited) : exited(outcome);
  }

  /** Drops a resource that a person holds. */
  drop(id: number): Waited<CallOutcome> {
    if (this.#end !== null) return { kind: "refused", error: { kind: "run-is-over", end: this.#end } };
    const resource: Partial<Disposable> | null = this.#handles.release(id);
    if (resource === null) return { kind: "refused", error: { kind: "unknown-handle" } };
    const startMs = performance.now();
    const drop = this.#graph.wires.function({ instance: null, interface: null, function: "[drop]" }, () =>
      resource[Symbol.dispose]?.(),
    );
    return this.#outcome(
      () => drop(),
      () => ({ kind: "returned", value: null, durationMs: performance.now() - startMs }),
      (thrown) => this.#finishBy(thrown),
    );
  }

  /** All of a file tree as it is now; also after the end. */
  files(tree: string): TreeEntry[] | null {
    return this.#trees.entries(tree);
  }

  /** Has an instance answer an HTTP request; the parts of its answer are posted as it makes them. */
  async serve(request: ServeQuestion, post: (frame: ServedFrame) => void): Promise<ServeEnd> {
    if (this.#end !== null) return { kind: "refused", error: { kind: "run-is-over", end: this.#end } };
    const line = openLine(request, this.#ports.bell, post);
    // The client may have gone while others were served.
    if (line.response.isCancelled) return { kind: "cancelled" };
    const isShared = request.instances === "shared";
    const graph = isShared ? this.#graph : this.#newGraph(this.#portsOnce(), () => line.response.isCancelled);
    try {
      if (!isShared) await graph.link(this.#loaded);
      const handle = handlerOf(graph, request.instance);
      if (handle === null) return { kind: "refused", error: this.#withoutHandler(request.instance) };
      return await serve(graph, handle, line);
    } catch (thrown) {
      if (isShared || this.#isToEnd()) return this.#finish(graph.endBy(thrown));
      return line.response.isCancelled ? { kind: "cancelled" } : graph.endBy(thrown);
    } finally {
      line.pipe?.close();
      if (!isShared) graph.close();
      this.#pause();
    }
  }

  #newGraph(ports: RunPorts, isCancelled?: () => boolean): LinkedGraph {
    return new LinkedGraph({
      plan: this.#plan,
      ports,
      world: this.#world,
      trees: this.#trees.trees,
      look: () => this.#emitChanges(CHANGES_MS),
      beforeWaiting: () => this.#pause(),
      ...(isCancelled && { isCancelled }),
    });
  }

  /** The ports for instances of one request, of which there are many: the same refusal is told once. */
  #portsOnce(): RunPorts {
    return {
      ...this.#ports,
      emit: (event) => {
        const key = event.kind === "denied" ? JSON.stringify(event) : null;
        if (key !== null && this.#denials.has(key)) return;
        if (key !== null) this.#denials.add(key);
        this.#ports.emit(event);
      },
    };
  }

  /** True where somebody ends the whole run, and not only what is done now. */
  #isToEnd(): boolean {
    return Atomics.load(this.#ports.words, CONTROL_WORD.state) !== CONTROL_STATE.running;
  }

  #withoutHandler(instance: string): CallError {
    return this.#graph.instance(instance) ? { kind: "unknown-function" } : { kind: "unknown-instance" };
  }

  #prepare(request: CallRequest): Result<PreparedCall, CallError> {
    if (this.#end !== null) return fail({ kind: "run-is-over", end: this.#end });
    const instance = this.#graph.instance(request.instance);
    if (!instance) return fail({ kind: "unknown-instance" });
    const type = functionTypeOf(instance.plan.exportTypes, request);
    if (type === null) return fail({ kind: "unknown-function" });
    if (instance.plan.uncallable?.has(functionKey(request))) return fail({ kind: "foreign-resource" });
    const lowered = lowerArguments(request.arguments, type, this.#handles);
    if (!lowered.ok) return lowered;
    return ok({ target: targetOf(instance, request), type, ...lowered.value });
  }

  /** Sends what a person waits for, because nothing else will for a while. */
  #pause(): void {
    this.#emitChanges(0);
    this.#ports.flush();
  }

  /** @param intervalMs not more often than this */
  #emitChanges(intervalMs: number): void {
    const now = performance.now();
    if (intervalMs > 0 && now < this.#nextChangesMs) return;
    for (const event of this.#trees.changes()) this.#ports.emit(event);
    const spentMs = performance.now() - now;
    this.#nextChangesMs = now + Math.max(CHANGES_MS, spentMs / CHANGES_SHARE);
    const bytes = this.#graph.memory();
    const isTold =
      bytes.size === this.#toldMemory.size && [...bytes].every(([name, n]) => this.#toldMemory.get(name) === n);
    if (isTold) return;
    this.#toldMemory = bytes;
    this.#ports.emit({ kind: "memory", bytes });
  }

  #finishBy(thrown: unknown): RunEnd {
    return this.#finish(this.#graph.endBy(thrown));
  }

  #finish(end: RunEnd): RunEnd {
    if (this.#end !== null) return this.#end;
    this.#end = end;
    this.#graph.close();
    this.#pause();
    this.#ports.emit({ kind: "finished", end });
    return end;
  }
}

function worldOf({ determinism }: RunPlan): RunWorld {
  return { clock: clockOf(determinism), random: determinism === null ? secureBytes : seededBytes(determinism.seed) };
}

function treesOf(plan: RunPlan, clock: RunClock): Map<string, FileTree> {
  const trees = new Map<string, FileTree>();
  for (const [name, entries] of plan.trees) {
    const tree = treeOf(entries, DEFAULT_QUOTA, () => clock.readWallNs());
    if (!tree.ok) throw new Error(`the file tree ${name} can't be: ${tree.error.path}: ${tree.error.code}`);
    trees.set(name, tree.value);
  }
  return trees;
}

interface PreparedCall {
  readonly target: (...args: readonly unknown[]) => unknown;
  readonly type: NonNullable<ReturnType<typeof functionTypeOf>>;
  readonly js: readonly unknown[];
  readonly given: ReadonlySet<number>;
}

/** The wired function that `request` names, which is known to exist. */
function targetOf(instance: LinkedInstance, request: CallRequest): PreparedCall["target"] {
  const owner: JsInterface = request.interface === null ? instance.world : instance.interfaces.get(request.interface)!;
  const { role, resource, label } = parsePlainName(request.function);
  const member = jcoName(label);
  const of = resource === null ? null : (owner[className(resource)] as JsClass & JsInterface);
  switch (role) {
    case "plain":
      return owner[member] as JsFunction;
    case "constructor":
      return (...args) => new of!(...args);
    case "static":
      return of![member] as JsFunction;
    case "method":
      return (self, ...args) => (self as Record<string, JsFunction>)[member]!(...args);
  }
}
