// A plan and loaded components → running instances: builds what each imports out of wires, host and stand-ins, and
// instantiates in the order of the plan. Nothing of jco is in here; its generated modules instantiate themselves.

import type { JsInterface, Wires } from "./wires.ts";
import type { CallStack } from "./call-stack.ts";
import { className, exportKey } from "./js-names.ts";
import { suspendDrops } from "./suspended-drops.ts";
import type { MemoryMeter } from "../control/memory-meter.ts";
import type { RunComponent } from "../prepare/run-component.ts";
import { modulesInTurn } from "./modules-in-turn.ts";
import type { ImportSource, InstancePlan } from "../prepare/run-plan.ts";
import { jcoName } from "../../../core/values/jco-rules.ts";
import { createInstanceHost, type InstanceHost } from "../wasi/instance-host.ts";
import { type Grants, NO_GRANTS } from "../wasi/grants.ts";
import { createInterface } from "../wasi/interfaces.ts";
import type { HostContext } from "../wasi/host-context.ts";
import type { FileTree } from "../wasi/filesystem/file-tree.ts";
import type { WasiInterfaceName } from "../wasi/interface-names.ts";

type Instantiate = (
  getCoreModule: (file: string) => WebAssembly.Module,
  imports: Readonly<Record<string, JsInterface>>,
  instantiateCore: (module: WebAssembly.Module, imports?: WebAssembly.Imports) => WebAssembly.Instance,
) => JsInterface | Promise<JsInterface>;

export interface LinkedInstance {
  readonly plan: InstancePlan;
  /** Its exported interfaces, wired, by name. */
  readonly interfaces: ReadonlyMap<string, JsInterface>;
  /** What it exports beside interfaces, wired. */
  readonly world: JsInterface;
}

interface LinkerParts {
  readonly wires: Wires;
  readonly stack: CallStack;
  readonly meter: MemoryMeter;
  readonly context: HostContext;
  readonly trees: ReadonlyMap<string, FileTree>;
  readonly grants: ReadonlyMap<string, Grants>;
}

export class Linker {
  readonly instances = new Map<string, LinkedInstance>();
  readonly #parts: LinkerParts;

  constructor(parts: LinkerParts) {
    this.#parts = parts;
  }

  /**
   * Instantiates `plan`; its providers must be there. `script` is the evaluated module of `component`.
   * Throws what the component's start functions throw.
   */
  async instantiate(plan: InstancePlan, component: RunComponent, script: object): Promise<void> {
    const { instantiate } = script as { instantiate: Instantiate };
    const { stack, meter, wires } = this.#parts;
    const { suspends } = wires;
    const modules = modulesInTurn(component.modules);
    stack.enter({ instance: plan.name, interface: null, function: "[instantiate]" });
    let exports: JsInterface;
    try {
      const instantiated = instantiate(
        (file) => modules.first(file),
        this.#importsOf(plan),
        (module, imports) => {
          const prepared = modules.next(module);
          const instance = new WebAssembly.Instance(prepared, suspends ? suspendDrops(plan, imports) : imports);
          meter.watch(plan.name, instance);
          return instance;
        },
      );
      // What a component exports under the name `then` is no promise's.
      exports = instantiated instanceof Promise ? await instantiated : instantiated;
    } catch (thrown) {
      stack.notice(thrown);
      throw thrown;
    } finally {
      stack.leave();
    }
    this.instances.set(plan.name, linkedInstance(plan, exports, wires));
  }

  #importsOf(plan: InstancePlan): Record<string, JsInterface> {
    const imports = new ImportBuilder(plan, this.#parts, this.instances);
    return Object.fromEntries(Array.from(plan.imports, ([name, source]) => [name, imports.value(name, source)]));
  }
}

function linkedInstance(plan: InstancePlan, exports: JsInterface, wires: Wires): LinkedInstance {
  const interfaces = new Map<string, JsInterface>();
  for (const [name, extern] of plan.exportTypes) {
    if (extern.kind !== "instance") continue;
    const end = { instance: plan.name, interface: name };
    // Of an interface that has only types there is nothing.
    const implementation = (exports[exportKey(name)] ?? {}) as JsInterface;
    interfaces.set(name, wires.interface(end, extern.type.exports, implementation));
  }
  const world = wires.interface({ instance: plan.name, interface: null }, plan.exportTypes, exports);
  return { plan, interfaces, world };
}

type HostSource = Extract<ImportSource, { kind: "host" }>;

/** The host as one instance has it, with the interfaces that were asked for. */
interface HostView {
  readonly host: InstanceHost;
  readonly interfaces: Map<WasiInterfaceName, JsInterface>;
}

/** What one instance imports. */
class ImportBuilder {
  readonly #plan: InstancePlan;
  readonly #parts: LinkerParts;
  readonly #instances: ReadonlyMap<string, LinkedInstance>;
  readonly #hosts = new Map<string | null, HostView>();

  constructor(plan: InstancePlan, parts: LinkerParts, instances: ReadonlyMap<string, LinkedInstance>) {
    this.#plan = plan;
    this.#parts = parts;
    this.#instances = instances;
  }

  /** What generated code finds under the import `name`: an interface, or a function or class as `default`. */
  value(name: string, source: ImportSource): JsInterface {
    const extern = this.#plan.importTypes.get(name);
    if (extern?.kind === "instance") return this.#interface(name, extern.type.exports, source);
    const property = extern?.kind === "type" ? className : jcoName;
    switch (source.kind) {
      case "wire":
        return { default: this.#provider(source.provider).world[property(source.export ?? name)] };
      case "host": {
        const wired = this.#wiredHost(source, new Map([[source.function ?? name, extern!]]));
        return { default: wired[property(source.function ?? name)] };
      }
      case "missing":
        return { default: this.#missing(null, this.#plan.importTypes)[property(name)] };
    }
  }

  #interface(name: string, exports: InstancePlan["importTypes"], source: ImportSource): JsInterface {
    switch (source.kind) {
      case "wire": {
        const { interfaces, world } = this.#provider(source.provider);
        return source.export === null ? world : interfaces.get(source.export)!;
      }
      case "host":
        return this.#wiredHost(source, exports);
      case "missing":
        return this.#missing(name, exports);
    }
  }

  #provider(name: string): LinkedInstance {
    return this.#instances.get(name)!;
  }

  #wiredHost({ interface: name, instance }: HostSource, exports: InstancePlan["importTypes"]): JsInterface {
    const { host, interfaces } = this.#hostOf(instance);
    const known = interfaces.get(name) ?? createInterface(name, host);
    interfaces.set(name, known);
    return this.#parts.wires.interface({ instance: null, interface: name }, exports, known);
  }

  #hostOf(instance: string | null): HostView {
    let view = this.#hosts.get(instance);
    if (!view) {
      const { grants, context, trees } = this.#parts;
      const granted = instance === null ? NO_GRANTS : grants.get(instance)!;
      view = { host: createInstanceHost(instance ?? this.#plan.name, granted, context, trees), interfaces: new Map() };
      this.#hosts.set(instance, view);
    }
    return view;
  }

  #missing(name: string | null, exports: InstancePlan["importTypes"]): JsInterface {
    return this.#parts.wires.interface({ instance: null, interface: name }, exports, {});
  }
}
