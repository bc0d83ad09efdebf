// What an instance may do when it is run, granted one by one. Nothing is granted by default.

import { memoizeByIdentity } from "../base/memo.ts";
import { unversioned } from "../wit/names.ts";
import type { ComponentType } from "../wit/types.ts";

/** In the order in which they are shown. */
const GRANTS = [
  "arguments",
  "environment",
  "stdin",
  "stdout",
  "stderr",
  "read-folder",
  "write-folder",
  "clocks",
  "random",
] as const;

export type Grant = (typeof GRANTS)[number];

/** Grants by the name of the instance; an instance that is left out has none. */
export type InstanceGrants = ReadonlyMap<string, readonly Grant[]>;

const ASKED_BY: Readonly<Record<string, readonly Grant[]>> = {
  "wasi:cli/environment": ["arguments", "environment"],
  "wasi:cli/stdin": ["stdin"],
  "wasi:cli/stdout": ["stdout"],
  "wasi:cli/stderr": ["stderr"],
  "wasi:filesystem/preopens": ["read-folder", "write-folder"],
  "wasi:clocks/monotonic-clock": ["clocks"],
  "wasi:clocks/wall-clock": ["clocks"],
  "wasi:clocks/timezone": ["clocks"],
  "wasi:random/random": ["random"],
  "wasi:random/insecure": ["random"],
  "wasi:random/insecure-seed": ["random"],
};

/** The grants that `component` can make use of, by what it imports. */
export const grantsAskedBy: (component: ComponentType) => readonly Grant[] = memoizeByIdentity((component) => {
  const asked = new Set(Array.from(component.imports.keys()).flatMap((name) => ASKED_BY[unversioned(name)] ?? []));
  return GRANTS.filter((grant) => asked.has(grant));
});

/** The grants that using an interface of WASI takes; none for one that gives no right of its own. */
export function grantsOfInterface(name: string): readonly Grant[] {
  return ASKED_BY[unversioned(name)] ?? [];
}

/** `grants` without what isn't one, in their order, each once. */
export function knownGrants(grants: Iterable<unknown>): readonly Grant[] {
  const given = new Set(grants);
  return GRANTS.filter((grant) => given.has(grant));
}
