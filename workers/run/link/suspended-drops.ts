// Dropping a resource of a component calls its destructor, which may wait: the core function that drops it is suspended
// then. Resources of the host are dropped at once, also where nothing may be suspended.

import type { InstancePlan } from "../prepare/run-plan.ts";
import { wasiInterfaceOf } from "../wasi/interface-names.ts";

const DROP = "[resource-drop]";

/** `imports` of a core module of the instance, whose drops may wait. Core modules import under the names of interfaces. */
export function suspendDrops(
  plan: Pick<InstancePlan, "imports">,
  imports: WebAssembly.Imports | undefined,
): WebAssembly.Imports | undefined {
  if (!imports) return imports;
  const { Suspending } = WebAssembly as unknown as { Suspending: new (callee: unknown) => WebAssembly.ImportValue };
  const suspended: WebAssembly.Imports = {};
  for (const [from, values] of Object.entries(imports)) {
    const isHost = plan.imports.get(from)?.kind !== "wire" && wasiInterfaceOf(from) !== null;
    const pairs = Object.entries(values).map(([name, value]): [string, WebAssembly.ImportValue] => {
      return [name, name.startsWith(DROP) && !isHost ? new Suspending(value) : value];
    });
    suspended[from] = isHost ? values : Object.fromEntries(pairs);
  }
  return suspended;
}
