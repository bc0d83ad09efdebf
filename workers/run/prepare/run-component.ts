// A transpiled component made ready to run: its core modules are named after the instances that they are of, and compiled.

import type { Artifact } from "../../toolchain/artifact.ts";
import { prepareModule } from "./prepare-module.ts";

export interface RunModule {
  readonly file: string;
  /** `store/core0`, or something without a slash for a module that is no instance's. */
  readonly name: string;
  readonly module: WebAssembly.Module;
  /** See `PreparedModule`. */
  readonly codeShift: number;
}

/** Survives `postMessage`, but no database: browsers don't store compiled modules. */
export interface RunComponent {
  readonly js: string;
  /** Those of one file in the order in which they are instantiated. */
  readonly modules: readonly RunModule[];
}

/**
 * The names that the module of a file goes by, of which there is at least one; several in the order in which it is
 * instantiated. @param times how often the generated code instantiates it
 */
export type ModuleNames = (file: string, times: number) => readonly string[];

/** The names of the modules of a component that one instance is of. */
function modulesOf(instance: string): ModuleNames {
  return (file) => [`${instance}/core${moduleNumber(file)}`];
}

/** Counted from 0 in the order in which the component holds its modules: 1 for `component.core2.wasm`. */
export function moduleNumber(file: string): number {
  return Number(/core(\d+)\.wasm$/.exec(file)?.[1] ?? "1") - 1;
}

/** `artifact` compiled. @param name for its script @param memoryBytes to which each memory is bounded */
export async function compileFor(
  name: string,
  artifact: Artifact,
  memoryBytes: number,
  namesOf: ModuleNames = modulesOf(name),
): Promise<RunComponent> {
  const compile = async (bytes: Uint8Array, file: string, moduleName: string): Promise<RunModule> => {
    const prepared = prepareModule(bytes, moduleName, memoryBytes);
    const module = await WebAssembly.compile(prepared.bytes);
    return { file, name: moduleName, module, codeShift: prepared.codeShift };
  };
  const times = instantiationsIn(artifact.js);
  const modules = artifact.modules.flatMap(({ file, bytes }) => {
    const compiled = new Map<string, Promise<RunModule>>();
    return namesOf(file, times.get(file) ?? 0).map((moduleName) => {
      const known = compiled.get(moduleName) ?? compile(bytes, file, moduleName);
      compiled.set(moduleName, known);
      return known;
    });
  });
  return {
    js: `${artifact.js}\n//# sourceURL=component://${encodeURIComponent(name)}/component.js\n`,
    modules: await Promise.all(modules),
  };
}

/** How often generated code instantiates the module of each file. */
function instantiationsIn(js: string): ReadonlyMap<string, number> {
  const files = new Map<string, string>();
  for (const [, variable, file] of js.matchAll(/const (module\d+) = getCoreModule\('([^']+)'\)/g)) {
    files.set(variable!, file!);
  }
  const times = new Map<string, number>();
  for (const [, variable] of js.matchAll(/instantiateCore\(yield (module\d+)\b/g)) {
    const file = files.get(variable!)!;
    times.set(file, (times.get(file) ?? 0) + 1);
  }
  return times;
}
