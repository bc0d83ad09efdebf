// Which functions of a component generated code suspends at: those that may wait, and those that may reach one that does.
// jco takes them as names: `a:b/c@1.0.0#f`, or `f` for a function of the world.

import type { ComponentType, ExternMap } from "../../core/wit/types.ts";
import { WAITING_FUNCTIONS } from "../run/wait/waiting-functions.ts";
import { wasiInterfaceOf } from "../run/wasi/interface-names.ts";

/** What makes generated code suspend, beside the component itself. */
export interface Suspending {
  /** Imports that are wired to another instance in some composition, although the host has them too. */
  readonly wired: readonly string[];
  /** What imports under names of their own stand for, where their annotations don't say it. */
  readonly labels?: ReadonlyMap<string, string>;
}

interface SuspendingNames {
  readonly imports: string[];
  readonly exports: string[];
}

/**
 * All exports, all imports from other components, and of the host's those that may wait. The other functions of the host
 * are called directly: they cost less, and can be called where nothing may suspend, as from a start function.
 */
export function suspendingNames({ imports, exports }: ComponentType, { wired, labels }: Suspending): SuspendingNames {
  const isWired = new Set(wired);
  const names = functionNames(imports, (owner, name) => {
    const importName = owner ?? name;
    const known = isWired.has(importName)
      ? null
      : wasiInterfaceOf(labels?.get(importName) ?? implemented(imports, importName));
    return known === null || (WAITING_FUNCTIONS[known]?.has(name) ?? false);
  });
  return { imports: names, exports: functionNames(exports, () => true) };
}

/** The interface that an import stands for, which may have a name of its own. */
function implemented(imports: ExternMap, name: string): string {
  return imports.get(name)?.annotations?.implements ?? name;
}

function functionNames(externs: ExternMap, isWanted: (owner: string | null, name: string) => boolean): string[] {
  const names: string[] = [];
  for (const [name, extern] of externs) {
    if (extern.kind === "function" && isWanted(null, name)) names.push(name);
    if (extern.kind !== "instance") continue;
    for (const [member, { kind }] of extern.type.exports) {
      if (kind === "function" && isWanted(name, member)) names.push(`${name}#${member}`);
    }
  }
  return names;
}
