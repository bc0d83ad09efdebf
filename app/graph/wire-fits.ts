// Wiring what leaves no choice: on demand, from a problem, and offered after instances were added.

import { memoizeLast } from "../../core/base/memo.ts";
import type { Wire } from "../../core/graph/composition.ts";
import { fittingWires } from "../../core/graph/fitting-wires.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { edit, wireId } from "../documents/edit.ts";
import { tidy } from "../documents/tidy.ts";
import { notify } from "../notices/notices-store.ts";
import { select } from "./graph-actions.ts";

const fitsOnce = memoizeLast(fittingWires);

/** The wires that leave no choice in `view`. */
export function openFits({ composition, componentOf }: ActiveView): readonly Wire[] {
  return fitsOnce(composition, componentOf);
}

/** The one wire that would satisfy an open import, or undefined. */
export function fitFor(view: ActiveView, consumer: string, name: string): Wire | undefined {
  return openFits(view).find((wire) => wire.consumer === consumer && wire.import === name);
}

/** Draws all wires that leave no choice, in one step. */
export function wireFits(): void {
  const view = activeView();
  const wires = view ? openFits(view) : [];
  if (wires.length === 0) return;
  const commands = wires.map((wire) => ({ kind: "connect", wire }) as const);
  if (edit(commands, { label: wires.length === 1 ? "wiring" : `drawing ${wires.length} wires` })) {
    select({ wires: wires.map(wireId) });
  }
}

/** Nobody has arranged a graph in which all is new: it is laid out along its wires. */
async function wireAndArrange(added: readonly string[]): Promise<void> {
  wireFits();
  if (activeView()?.composition.instances.every(({ name }) => added.includes(name))) await tidy();
}

/** Offers the wires that leave no choice at one of `added`. */
export function offerFits(added: readonly string[]): void {
  const view = activeView();
  const fits = view ? openFits(view) : [];
  const touching = fits.filter(({ consumer, provider }) => added.includes(consumer) || added.includes(provider));
  if (touching.length === 0) return;
  const isOne = touching.length === 1;
  notify({
    tone: "info",
    message: isOne
      ? "An open import has exactly one export that fits"
      : `${touching.length} open imports have exactly one export each that fits`,
    action: { label: isOne ? "Wire it" : "Wire them", run: () => void wireAndArrange(added) },
  });
}
