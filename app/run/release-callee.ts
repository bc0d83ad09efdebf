// What a callable of an instance is in a release run, in which there are only the exports of the whole.

import { memoizeByIdentity } from "../../core/base/memo.ts";
import { fail, ok, type Result } from "../../core/base/result.ts";
import type { Evaluation } from "../../core/graph/evaluate.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import { foreignResources, functionKey } from "../../workers/run/prepare/foreign-resources.ts";
import { COMPOSED } from "../../workers/run/prepare/run-plan.ts";
import type { CallTarget } from "./callables.ts";

/** How a run knows a function: see `CallRequest`. */
export type Callee = Pick<CallTarget, "instance" | "interface" | "function">;

/** `target` by the name under which the whole exports it, or why it can't be called. */
export function releaseCallee(evaluation: Evaluation, target: CallTarget): Result<Callee, string> {
  const name = exportedNames(evaluation).get(`${target.instance} ${target.interface ?? target.function}`);
  if (name === undefined) return fail("A release run has only what the composition exports; export this, or debug");
  // Whoever runs a command or serves requests looks for it by the name that WASI gives it.
  if (target.kind !== "function" && !parseInterfaceName(name)) {
    return fail(`A release run exports this as ${name}, where nobody looks for it`);
  }
  const callee =
    target.interface === null
      ? { instance: COMPOSED, interface: null, function: name }
      : { instance: COMPOSED, interface: name, function: target.function };
  if (foreignFunctions(evaluation).has(functionKey(callee))) return fail(FOREIGN_RESOURCE);
  return ok(callee);
}

export const FOREIGN_RESOURCE =
  "In a release run, a resource can't be passed to or from an instance that doesn't define it";

const foreignFunctions = memoizeByIdentity(foreignResources);

/** The names of what the whole exports, by `instance export`; the first where there are several. */
const exportedNames = memoizeByIdentity(({ exports }: Evaluation): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { name, item } of exports) {
    if (item.kind !== "export" || item.of.kind !== "instance") continue;
    const key = `${item.of.instance} ${item.name}`;
    if (!names.has(key)) names.set(key, name);
  }
  return names;
});
