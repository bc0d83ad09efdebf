// How each node stands out: selected, and what a wire that is being drawn makes of it and of its ports.

import type { CanvasNode, PortEnd, PortVerdict, PortVerdicts } from "../canvas-model.ts";

/** What the free end of a wire is over. */
export type WireTarget =
  | { readonly kind: "port"; readonly end: PortEnd; readonly verdict: PortVerdict }
  | { readonly kind: "world" };

/** A wire that is being drawn. */
export interface DrawnWire {
  /** The end that holds. */
  readonly end: PortEnd;
  readonly verdicts: PortVerdicts;
  readonly target: WireTarget | null;
  /** The wire whose consumer's end was picked up, or null for a new wire. */
  readonly picked: string | null;
  /** How many ports fit. */
  readonly fits: number;
}

export interface NodeLook {
  readonly selected: boolean;
  /** Null while no wire is being drawn. */
  readonly wiring: "origin" | "fits" | "misfit" | "dim" | null;
  /** Ports that light up, by name; the others stay as they are. */
  readonly ports: ReadonlyMap<string, "fits" | "misfit" | "origin">;
}

const NO_PORTS: NodeLook["ports"] = new Map();
const IDLE: NodeLook = { selected: false, wiring: null, ports: NO_PORTS };
const SELECTED: NodeLook = { selected: true, wiring: null, ports: NO_PORTS };

export function lookOf(node: Pick<CanvasNode, "id">, selected: boolean, drawn: DrawnWire | null): NodeLook {
  if (!drawn) return selected ? SELECTED : IDLE;
  if (drawn.end.node === node.id) {
    return { selected, wiring: "origin", ports: new Map([[drawn.end.port, "origin"]]) };
  }
  const ports = new Map<string, "fits" | "misfit">();
  for (const [port, verdict] of drawn.verdicts.get(node.id) ?? []) if (verdict.fits) ports.set(port, "fits");
  const fits = ports.size > 0;
  const target = drawn.target?.kind === "port" && drawn.target.end.node === node.id ? drawn.target : null;
  if (target && !target.verdict.fits) ports.set(target.end.port, "misfit");
  return { selected, wiring: fits ? "fits" : target ? "misfit" : "dim", ports };
}

/** Equal keys mean equal looks. */
export function lookKey(look: NodeLook): string {
  return `${look.selected}|${look.wiring}|${[...look.ports].join()}`;
}
