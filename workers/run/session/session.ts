// One run: its instances, the handles that a person holds, and how it ends. Knows nothing of workers, so that tests run
// it in Node; `run.worker.ts` gives it the ports.

import { fail, ok, type Result } from "../../../core/base/result.ts";
import { parsePlainName } from "../../../core/wit/names.ts";
import { jcoName } from "../../../core/values/jco-rules.ts";
import { CallStack } from "../link/call-stack.ts";
import {
  type CallError,
  type CallOutcome,
  type CallRequest,
  functionTypeOf,
  liftReturned,
  liftThrown,
  lowerArguments,
} from "./calls.ts";
import { coreFramesOf, keepLongStacks } from "../trap/core-frames.ts";
import { className } from "../link/js-names.ts";
import { Linker, type LinkedInstance } from "../link/linker.ts";
import { MemoryMeter } from "../control/memory-meter.ts";
import { ResourceHandles } from "./resource-handles.ts";
import type { RunComponent } from "../prepare/run-component.ts";
import { RunControl } from "../control/run-control.ts";
import type { RunPlan } from "../prepare/run-plan.ts";
import { RunThread, type RunPorts } from "./run-thread.ts";
import { StopSignal } from "../trap/signals.ts";
import { endOf, type RunEnd } from "../trap/trap-report.ts";
import { TreeWatch } from "./tree-watch.ts";
import { type JsClass, type JsFunction, type JsInterface, Wires } from "../link/wires.ts";
import { createClasses } from "../wasi/classes.ts";
import { DEFAULT_QUOTA, type FileTree } from "../wasi/filesystem/file-tree.ts";
import { type TreeEntry, treeOf } from "../wasi/filesystem/snapshot.ts";

/** While a call goes on, changed files are told this often. */
const FILE_EVENTS_MS = 500;

export class RunSession {
  readonly #plan: RunPlan;
  readonly #ports: RunPorts;
  readonly #stack = new CallStack();
  readonly #handles = new ResourceHandles();
  readonly #meter: MemoryMeter;
  readonly #control: RunControl;
  readonly #wires: Wires;
  #linker: Linker | null = null;
  #trees = new TreeWatch(new Map());
  #components: ReadonlyMap<string, RunComponent> = new Map();
  #nextFileEventsMs = 0;
  #end: RunEnd | null = null;

  constructor(plan: RunPlan, ports: RunPorts) {
    this.#plan = plan;
    this.#ports = ports;
    this.#meter = new MemoryMeter(plan.limits.memoryBytes);
    this.#control = new RunControl(ports.words, () => {
      this.#emitChangedFiles(FILE_EVENTS_MS);
      return this.#meter.overLimit();
    });
    this.#wires = new Wires(this.#stack, this.#control);
  }

  /** Instantiates everything; `components` has one per instance. @returns how the run ended, if it did already */
  async start(components: ReadonlyMap<string, RunComponent>): Promise<RunEnd | null> {
    keepLongStacks();
    const startMs = performance.now();
    this.#components = components;
    try {
      const linker = this.#createLinker();
      const scripts = this.#plan.instances.map(({ name }) => this.#ports.loadScript(components.get(name)!.js));
      for (const [i, script] of (await Promise.all(scripts)).entries()) {
        const plan = this.#plan.instances[i]!;
        await linker.instantiate(plan, components.get(plan.name)!, script);
      }
      const limit = this.#meter.overLimit();
      if (limit !== null) throw new StopSignal(limit);
      this.#linker = linker;
    } catch (thrown) {
      return this.#finishBy(thrown);
    }
    this.#ports.emit({ kind: "started", durationMs: performance.now() - startMs });
    this.#pause();
    return null;
  }

  call(request: CallRequest): CallOutcome {
    const prepared = this.#prepare(request);
    if (!prepared.ok) return { kind: "refused", error: prepared.error };
    const { target, type, js, given } = prepared.value;
    for (const id of given) this.#handles.release(id);
    const startMs = performance.now();
    try {
      const returned = target(...js);
      if (this.#stack.failure !== null) return this.#finishBy(this.#stack.failure.error);
      const durationMs = performance.now() - startMs;
      const value = liftReturned(returned, type, this.#handles);
      if (!value.ok) return this.#finishBy(new Error(`the function returned ${JSON.stringify(value.error)}`));
      return { kind: "returned", value: value.value, durationMs };
    } catch (thrown) {
      const durationMs = performance.now() - startMs;
      const value = this.#stack.failure === null ? liftThrown(thrown, type, this.#handles) : null;
      return value === null ? this.#finishBy(thrown) : { kind: "returned", value, durationMs };
    } finally {
      this.#pause();
    }
  }

  /** Runs `instance` as a command, which ends the run: `wasi:cli/run`. */
  command(instance: string): CallOutcome {
    const exports = this.#linker?.instances.get(instance)?.plan.exportTypes.keys() ?? [];
    const name = [...exports].find((exported) => /^wasi:cli\/run(@|$)/.test(exported)) ?? null;
    const outcome = this.call({ instance, interface: name, function: "run", arguments: [] });
    if (outcome.kind !== "returned") return outcome;
    const isOk = typeof outcome.value === "object" && outcome.value !== null && "ok" in outcome.value;
    return this.#finish({ kind: "exited", code: isOk ? 0 : 1 });
  }

  /** Drops a resource that a person holds. */
  drop(id: number): CallOutcome {
    if (this.#end !== null) return { kind: "refused", error: { kind: "run-is-over", end: this.#end } };
    const resource: Partial<Disposable> | null = this.#handles.release(id);
    if (resource === null) return { kind: "refused", error: { kind: "unknown-handle" } };
    const startMs = performance.now();
    try {
      const drop = this.#wires.function({ instance: null, interface: null, function: "[drop]" }, () =>
        resource[Symbol.dispose]?.(),
      );
      drop();
      return { kind: "returned", value: null, durationMs: performance.now() - startMs };
    } catch (thrown) {
      return this.#finishBy(thrown);
    } finally {
      this.#pause();
    }
  }

  /** All of a file tree as it is now; also after the end. */
  files(tree: string): TreeEntry[] | null {
    return this.#trees.entries(tree);
  }

  #createLinker(): Linker {
    const thread = new RunThread(this.#ports, this.#control, this.#plan.limits.outputBytes, () => this.#pause());
    const trees = new Map<string, FileTree>();
    for (const [name, entries] of this.#plan.trees) {
      const tree = treeOf(entries, DEFAULT_QUOTA, () => thread.wallNs());
      if (!tree.ok) throw new Error(`the file tree ${name} can't be: ${tree.error.path}: ${tree.error.code}`);
      trees.set(name, tree.value);
    }
    this.#trees = new TreeWatch(trees);
    const context = { thread, classes: createClasses() };
    return new Linker({ wires: this.#wires, stack: this.#stack, meter: this.#meter, context, trees });
  }

  #prepare(request: CallRequest): Result<PreparedCall, CallError> {
    if (this.#end !== null) return fail({ kind: "run-is-over", end: this.#end });
    const instance = this.#linker?.instances.get(request.instance);
    if (!instance) return fail({ kind: "unknown-instance" });
    const type = functionTypeOf(instance.plan.exportTypes, request);
    if (type === null) return fail({ kind: "unknown-function" });
    const lowered = lowerArguments(request.arguments, type, this.#handles);
    if (!lowered.ok) return lowered;
    return ok({ target: targetOf(instance, request), type, ...lowered.value });
  }

  /** Sends what a person waits for, because nothing else will for a while. */
  #pause(): void {
    this.#emitChangedFiles(0);
    this.#ports.flush();
  }

  /** @param intervalMs not more often than this */
  #emitChangedFiles(intervalMs: number): void {
    const now = performance.now();
    if (intervalMs > 0 && now < this.#nextFileEventsMs) return;
    this.#nextFileEventsMs = now + FILE_EVENTS_MS;
    for (const event of this.#trees.changes()) this.#ports.emit(event);
  }

  #finishBy(thrown: unknown): RunEnd {
    const failure = this.#stack.failure ?? { error: thrown, calls: [] };
    const frames = coreFramesOf(failure.error, (instance, module) => this.#codeShift(instance, module));
    return this.#finish(endOf(failure, frames, this.#meter.exhausted()));
  }

  #finish(end: RunEnd): RunEnd {
    if (this.#end !== null) return this.#end;
    this.#end = end;
    this.#control.end();
    this.#pause();
    this.#ports.emit({ kind: "finished", end });
    return end;
  }

  #codeShift(instance: string, module: string): number {
    return this.#components.get(instance)?.modules[Number(module.replace("core", ""))]?.codeShift ?? 0;
  }
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
