// The wires that would satisfy what is open without a choice to make: one export of one instance fits, by name and type.

import { getOrInsert } from "../base/collections.ts";
import { unversioned } from "../wit/names.ts";
import type { Composition, Wire } from "./composition.ts";
import { isHostInterface, isTypesOnly, type Offer, offersByInterface } from "./diagnose.ts";
import { fitOf, interfaceOf, type NamedExtern } from "./fit.ts";
import type { ComponentLookup } from "./graph.ts";

/**
 * Wires for the open imports of `composition` that exactly one export of another instance fits under the same name.
 * None of them closes a circle, with those that are there or with each other.
 */
export function fittingWires(composition: Composition, componentOf: ComponentLookup): readonly Wire[] {
  const offers = offersByInterface(composition, componentOf);
  const wired = new Set(composition.wires.map((wire) => `${wire.consumer} ${wire.import}`));
  const worldImports = new Set(composition.worldImports);
  const providers = new Map<string, Set<string>>();
  const add = ({ consumer, provider }: Wire): void => {
    getOrInsert(providers, consumer, () => new Set()).add(provider);
  };
  composition.wires.forEach(add);
  const found: Wire[] = [];
  for (const { name: consumer, component } of composition.instances) {
    for (const [name, extern] of componentOf(component)?.type.imports ?? []) {
      const needed = { name, extern };
      if (wired.has(`${consumer} ${name}`) || worldImports.has(name) || !needsProvider(needed)) continue;
      const offer = onlyFit(offers, consumer, needed);
      if (!offer || reaches(providers, offer.instance, consumer)) continue;
      const wire = { consumer, import: name, provider: offer.instance, export: offer.name };
      add(wire);
      found.push(wire);
    }
  }
  return found;
}

function needsProvider({ name, extern }: NamedExtern): boolean {
  return !isHostInterface(name) && !isTypesOnly(extern) && extern.kind !== "type";
}

function onlyFit(
  offers: ReadonlyMap<string, readonly Offer[]>,
  consumer: string,
  needed: NamedExtern,
): Offer | undefined {
  const others = (offers.get(unversioned(interfaceOf(needed))) ?? []).filter(({ instance }) => instance !== consumer);
  const fitting = others.filter((offer) => fitOf(offer, needed).kind !== "unfit");
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** True where `from` needs `to`, through any number of wires. */
function reaches(providers: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    if (name === to) return true;
    for (const next of providers.get(name) ?? []) seen.add(next);
  }
  return false;
}
