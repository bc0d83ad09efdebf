// The world of the composed component, before anyone exports it: from the evaluation, without composing.

import { memoizeByIdentity } from "../../core/base/memo.ts";
import type { Evaluation } from "../../core/graph/evaluate.ts";
import { printWorld } from "../../core/wit/print-world.ts";
import type { ComponentType } from "../../core/wit/types.ts";
import type { ActiveView } from "../derived.ts";

/** The WIT of what the composition imports and exports, as far as it can be told. */
export function composedWorld({ diagnosis }: ActiveView): string {
  return worldOf(diagnosis.evaluation);
}

const worldOf = memoizeByIdentity((evaluation: Evaluation) => {
  const type: ComponentType = {
    kind: "component",
    imports: new Map(evaluation.imports.map(({ name, extern }) => [name, extern])),
    exports: new Map(evaluation.exports.map(({ name, extern }) => [name, extern])),
    importedResources: [],
    definedResources: [],
  };
  return printWorld(type);
});
