// Which compiled module is instantiated when: generated code asks for a file once and instantiates it as often as it
// needs; a composed component with two instances of one component has a copy for each, named after it.

import type { RunModule } from "../prepare/run-component.ts";

interface ModulesInTurn {
  /** What generated code gets for a file. */
  first(file: string): WebAssembly.Module;
  /** What stands for a module that `first` gave, this time. */
  next(module: WebAssembly.Module): WebAssembly.Module;
}

/** `modules` by file; those of one file in the order in which they are instantiated. */
export function modulesInTurn(modules: readonly RunModule[]): ModulesInTurn {
  const byFile = new Map<string, WebAssembly.Module[]>();
  for (const { file, module } of modules) byFile.set(file, [...(byFile.get(file) ?? []), module]);
  const turns = new Map(Array.from(byFile.values(), (inTurn) => [inTurn[0]!, inTurn.values()]));
  return {
    first: (file) => byFile.get(file)![0]!,
    next: (module) => turns.get(module)?.next().value ?? module,
  };
}
