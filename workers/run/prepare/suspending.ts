// Where the code of a component is suspended in a run of a composition: it depends on what its instances are wired to.

import type { Evaluation } from "../../../core/graph/evaluate.ts";
import type { Suspending } from "../../toolchain/suspending-names.ts";

/** For the component of that key: its imports that are wired to another instance in any of its own. */
export function suspendingOf({ instances }: Evaluation, componentKey: string): Suspending {
  const wired = new Set<string>();
  for (const { instance, sources } of instances) {
    if (instance.key !== componentKey) continue;
    for (const [name, source] of sources) {
      if (source.kind !== "item") continue;
      const { item } = source;
      if (item.kind === "instance" || (item.kind === "export" && item.of.kind === "instance")) wired.add(name);
    }
  }
  return { wired: [...wired].toSorted() };
}
