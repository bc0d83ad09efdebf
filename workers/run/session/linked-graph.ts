// All instances of a plan, linked once: those of a run, or those that serve one request. It keeps what belongs together:
// the call stack that a failure is told by, the wires, the memories, and the thread that the host sees.

import { CallStack } from "../link/call-stack.ts";
import { type LinkedInstance, Linker } from "../link/linker.ts";
import { MemoryMeter } from "../control/memory-meter.ts";
import { RunControl } from "../control/run-control.ts";
import type { RunComponent } from "../prepare/run-component.ts";
import type { RunPlan } from "../prepare/run-plan.ts";
import { coreFramesOf } from "../trap/core-frames.ts";
import { StopSignal } from "../trap/signals.ts";
import { endOf, type RunEnd } from "../trap/trap-report.ts";
import { createContext } from "../wasi/classes.ts";
import type { FileTree } from "../wasi/filesystem/file-tree.ts";
import type { HostContext } from "../wasi/host-context.ts";
import { Wires } from "../link/wires.ts";
import { Turns } from "../wait/turns.ts";
import { type RunPorts, RunThread, type RunWorld } from "./run-thread.ts";

/** What a graph uses of its run. */
export interface GraphParts {
  readonly plan: RunPlan;
  readonly ports: RunPorts;
  readonly world: RunWorld;
  readonly trees: ReadonlyMap<string, FileTree>;
  /** Called now and then while something runs. */
  readonly look: () => void;
  /** Called before the thread waits for something. */
  readonly beforeWaiting: () => void;
  /** True once nobody wants what is done here any more. */
  readonly isCancelled?: () => boolean;
}

/** The compiled components of a run by instance, and the evaluated modules of their generated code. */
export interface LoadedComponents {
  readonly components: ReadonlyMap<string, RunComponent>;
  readonly scripts: ReadonlyMap<string, object>;
}

export class LinkedGraph {
  readonly stack = new CallStack();
  readonly wires: Wires;
  readonly context: HostContext;
  readonly #plan: RunPlan;
  readonly #meter: MemoryMeter;
  readonly #control: RunControl;
  readonly #linker: Linker;
  /** By how much the code of each core module was moved; see `PreparedModule`. */
  #codeShifts: ReadonlyMap<string, number> = new Map();
  #isLinked = false;

  constructor({ plan, ports, world, trees, look, beforeWaiting, isCancelled }: GraphParts) {
    this.#plan = plan;
    this.#meter = new MemoryMeter(plan.limits.memoryBytes);
    const lookAround = (): ReturnType<MemoryMeter["overLimit"]> => {
      look();
      return this.#meter.overLimit();
    };
    this.#control = new RunControl(ports.words, lookAround, plan.limits.calls, isCancelled);
    this.wires = new Wires(this.stack, this.#control, ports.bell && new Turns());
    const { outputBytes } = plan.limits;
    this.context = createContext(new RunThread(ports, this.#control, world, outputBytes, beforeWaiting));
    const { stack, wires, context } = this;
    this.#linker = new Linker({ wires, stack, meter: this.#meter, context, trees, grants: plan.grants });
  }

  /** The instance of that name, once all are there. */
  instance(name: string): LinkedInstance | undefined {
    return this.#isLinked ? this.#linker.instances.get(name) : undefined;
  }

  /** Instantiates everything, providers first. Throws what ends it. */
  async link(loaded: LoadedComponents): Promise<void> {
    const modules = Array.from(loaded.components.values(), (component) => component.modules).flat();
    this.#codeShifts = new Map(modules.map(({ name, codeShift }) => [name, codeShift]));
    for (const plan of this.#plan.instances) {
      await this.#linker.instantiate(plan, loaded.components.get(plan.name)!, loaded.scripts.get(plan.name)!);
    }
    const limit = this.#meter.overLimit();
    if (limit !== null) throw new StopSignal(limit);
    this.#isLinked = true;
  }

  /** Bytes of linear memory by instance. */
  memory(): ReadonlyMap<string, number> {
    return this.#meter.byInstance();
  }

  /** Nothing passes a wire from now on, and nothing is open. */
  close(): void {
    this.#control.end();
    this.context.openFiles.closeAll();
  }

  /** How it ended that `thrown`, or what was thrown through a wire first, ended. To be asked when nothing runs any more. */
  endBy(thrown: unknown): RunEnd {
    const failure = this.stack.failure ?? { error: thrown, calls: [] };
    const frames = coreFramesOf(failure.error, (module) => this.#codeShifts.get(module) ?? 0);
    return endOf(failure, frames, this.#meter.exhausted());
  }
}
