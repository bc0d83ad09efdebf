// The page's handle on runs. A runner keeps one worker ready, which has evaluated what ran last; each run takes it, and
// is thrown away with it.
// Stopping returns at once: a thread that doesn't listen dies a while after its worker was terminated.

import type { Artifact } from "../toolchain/artifact.ts";
import { Run, type RunListener } from "./run.ts";
import { compileFor, type ModuleNames, type RunComponent } from "./prepare/run-component.ts";
import type { RunMessage } from "./run.protocol.ts";
import type { WaitMode } from "./wait/wait-mode.ts";
import type { RunPlan } from "./prepare/run-plan.ts";

export interface RunRequest {
  readonly plan: RunPlan;
  /** The artifact of the component that the instance is of. */
  readonly artifactOf: (instance: string) => Artifact;
  /** How the core modules of a composed component are named; left out where each instance has its own artifact. */
  readonly namesOf?: ModuleNames;
  /** Gets what happens, in order, some events at a time. */
  readonly onEvents: RunListener;
  /** Another way to wait than the best there is; the artifacts have to be made for it. */
  readonly waiting?: WaitMode;
}

/** How long after a run has begun the next worker is made ready, so that it doesn't take time from it. */
const SPARE_DELAY_MS = 300;

export class Runner {
  readonly #spawn: () => Worker;
  /** Compiled components by artifact and instance: compiling again costs more than anything else in a warm start. */
  readonly #compiled = new WeakMap<Artifact, Map<string, Promise<RunComponent>>>();
  #spare: Worker | null;

  constructor(spawn: () => Worker = spawnRunWorker) {
    this.#spawn = spawn;
    this.#spare = spawn();
  }

  /** Starts a run of everything in the plan; `Run.ready` tells when it can be called. */
  start({ plan, artifactOf, namesOf, onEvents, waiting }: RunRequest): Run {
    const worker = this.#spare ?? this.#spawn();
    this.#spare = null;
    const { memoryBytes } = plan.limits;
    const components = plan.instances.map(async ({ name }) => {
      return [name, await this.#compile(name, artifactOf(name), memoryBytes, namesOf)] as const;
    });
    const compiled = Promise.all(components);
    setTimeout(() => void this.#makeSpare(compiled), SPARE_DELAY_MS);
    return new Run(worker, plan, compiled, onEvents, undefined, waiting);
  }

  /** Makes a worker ready for a run of these components, which will likely be the next. */
  async #makeSpare(compiled: Promise<readonly (readonly [string, RunComponent])[]>): Promise<void> {
    const components = await compiled.catch(() => []);
    this.#spare ??= this.#spawn();
    const message: RunMessage = { kind: "warm", scripts: components.map(([, { js }]) => js) };
    this.#spare.postMessage(message, []);
  }

  #compile(
    instance: string,
    artifact: Artifact,
    memoryBytes: number,
    namesOf: ModuleNames | undefined,
  ): Promise<RunComponent> {
    let byInstance = this.#compiled.get(artifact);
    if (!byInstance) this.#compiled.set(artifact, (byInstance = new Map()));
    const key = `${instance} ${memoryBytes}`;
    let compiled = byInstance.get(key);
    if (!compiled) byInstance.set(key, (compiled = compileFor(instance, artifact, memoryBytes, namesOf)));
    return compiled;
  }
}

function spawnRunWorker(): Worker {
  return new Worker(new URL("run.worker.ts", import.meta.url), { type: "module", name: "run" });
}
