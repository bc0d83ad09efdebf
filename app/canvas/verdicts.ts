// Which ports may be joined with the one that a wire is dragged from, and why the others may not.

import type { MisfitReason, PortEnd, PortVerdict, PortVerdicts } from "../../components/canvas/canvas-model.ts";
import { describeMismatch, helpWithMismatch } from "../../core/base/describe-mismatch.ts";
import type { Composition } from "../../core/graph/composition.ts";
import { isTypesOnly } from "../../core/graph/diagnose.ts";
import { misfitLines } from "../../core/graph/explain-misfit.ts";
import { type Fit, fitOf, type FitNote, interfaceOf, namesAgree, type NamedExtern } from "../../core/graph/fit.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import type { Extern } from "../../core/wit/types.ts";

/** The verdicts on all ports of the other side; ports of the same node are left out. */
export function verdictsFor(composition: Composition, componentOf: ComponentLookup, end: PortEnd): PortVerdicts {
  const own = portExtern(composition, componentOf, end);
  const verdicts = new Map<string, Map<string, PortVerdict>>();
  if (!own) return verdicts;
  for (const { name, component: key } of composition.instances) {
    const component = componentOf(key);
    if (!component || name === end.node) continue;
    const others = end.side === "import" ? component.type.exports : component.type.imports;
    const ports = new Map<string, PortVerdict>();
    for (const [port, extern] of others) {
      if (isTypesOnly(extern) && extern !== own) continue;
      const other = { name: port, extern };
      const pair = { own: { name: end.port, extern: own }, other };
      const [offered, needed] = end.side === "export" ? [pair.own, other] : [other, pair.own];
      const consumer = end.side === "import" ? end.node : name;
      ports.set(port, verdictOn(offered, needed, consumer));
    }
    verdicts.set(name, ports);
  }
  return verdicts;
}

export function portExtern(
  composition: Composition,
  componentOf: ComponentLookup,
  { node, side, port }: PortEnd,
): Extern | undefined {
  const key = composition.instances.find(({ name }) => name === node)?.component;
  const type = key === undefined ? undefined : componentOf(key)?.type;
  return (side === "import" ? type?.imports : type?.exports)?.get(port);
}

const NOTE_TEXT: Readonly<Record<FitNote, string>> = {
  "newer-version": "a newer version of the same track",
  "older-version": "an older version of the same track",
  "other-track": "a version of another track, the same shape",
  "other-name": "another name, the same shape",
  "offers-more": "offers more than is asked",
};

/** `a newer version of the same track, offers more than is asked` */
export function fitNoteText(notes: readonly FitNote[]): string {
  return notes.map((note) => NOTE_TEXT[note]).join(", ");
}

function verdictOn(offered: NamedExtern, needed: NamedExtern, consumer: string): PortVerdict {
  const fit = fitOf(offered, needed);
  if (fit.kind === "exact") return { fits: true, note: null };
  if (fit.kind === "compatible") return { fits: true, note: fitNoteText(fit.notes) };
  return { fits: false, reason: misfitReason(offered, needed, fit, consumer) };
}

const isInterface = (port: NamedExtern): boolean => parseInterfaceName(interfaceOf(port)) !== null;

/** The reason for a misfit, in the words and lines that its popover shows. */
export function misfitReason(
  offered: NamedExtern,
  needed: NamedExtern,
  { mismatch }: Extract<Fit, { kind: "unfit" }>,
  consumer: string,
): MisfitReason {
  // A plain name says nothing of the interface behind it: only the shapes tell.
  const unrelated = isInterface(offered) && isInterface(needed) && !namesAgree(offered, needed);
  const names = `needs ${interfaceOf(needed)}, offered ${interfaceOf(offered)}`;
  return {
    title: `Does not fit ${consumer}’s import`,
    detail: unrelated ? names : `${names}: ${describeMismatch(mismatch)}`,
    difference: unrelated ? [] : misfitLines(offered, needed, mismatch),
    help: unrelated ? null : helpWithMismatch(mismatch),
  };
}
