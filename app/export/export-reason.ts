// Whether there is something to export.

import { activeView } from "../derived.ts";

/** Why there is nothing to take away, or null. */
export function exportDisabledReason(): string | null {
  const view = activeView();
  if (!view) return "No composition is open";
  return view.composition.instances.length > 0 ? null : "There is nothing to export yet: add an instance first";
}
