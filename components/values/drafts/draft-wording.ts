// The words for what isn't right in a draft. What WAVE would say of the same text stands in `core/values/wording.ts`.

import { printPath } from "../../../core/values/value-path.ts";
import { describeWaveError } from "../../../core/values/wording.ts";
import type { DraftFault, DraftProblem } from "./read-draft.ts";

/** Without the path: for the place itself. */
export function describeDraftFault(fault: DraftFault): string {
  switch (fault.kind) {
    case "empty":
      return "Needs a value";
    case "not-a-number":
      return `\`${fault.found}\` isn't a number`;
    case "not-hex":
      return `\`${fault.found}\` isn't a hexadecimal digit`;
    case "half-byte":
      return "Each byte has two hexadecimal digits; one is missing";
    case "not-text":
      return "These bytes aren't UTF-8 text";
    case "no-handle":
      return `Choose a live \`${fault.type}\``;
    case "cannot-be-made":
      return `A \`${fault.type}\` can't be made by hand yet`;
    case "duplicate-key":
      return "Another entry has this key already";
    case "element-count":
      return `There must be exactly ${fault.expected}, not ${fault.found}`;
    default:
      return describeWaveError(fault);
  }
}

/** With the path: for a list of what is left to do. */
export function describeDraftProblem({ path, fault }: DraftProblem): string {
  const place = printPath(path);
  return place === "" ? describeDraftFault(fault) : `${place}: ${describeDraftFault(fault)}`;
}
