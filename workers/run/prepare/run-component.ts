// A transpiled component made ready for one instance: its core modules are named after it and compiled.

import type { Artifact } from "../../toolchain/artifact.ts";
import { prepareModule } from "./prepare-module.ts";

interface RunModule {
  readonly file: string;
  readonly module: WebAssembly.Module;
  /** See `PreparedModule`. */
  readonly codeShift: number;
}

/** Survives `postMessage`, but no database: browsers don't store compiled modules. */
export interface RunComponent {
  readonly js: string;
  readonly modules: readonly RunModule[];
}

/** `artifact` compiled for the instance of that name. @param memoryBytes to which each memory is bounded */
export async function compileFor(instance: string, artifact: Artifact, memoryBytes: number): Promise<RunComponent> {
  const modules = artifact.modules.map(async ({ file, bytes }, i): Promise<RunModule> => {
    const prepared = prepareModule(bytes, `${instance}/core${i}`, memoryBytes);
    return { file, module: await WebAssembly.compile(prepared.bytes), codeShift: prepared.codeShift };
  });
  return {
    js: `${artifact.js}\n//# sourceURL=component://${instance}/component.js\n`,
    modules: await Promise.all(modules),
  };
}
