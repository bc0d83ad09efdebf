// What would fit a wire that was let go over empty space.
// Its list is loaded when it first opens.

import { lazy, Suspense } from "react";

import type { LanguageMark, PortColour } from "../canvas/canvas-model.ts";

export interface Candidate {
  readonly id: string;
  /** The instance or the component: `pricing-flat`. */
  readonly name: string;
  readonly version: string | null;
  readonly language: LanguageMark | null;
  /** Stands for whoever runs the composition, not for a component. */
  readonly world: boolean;
  /** Where it comes from, and the heading it stands under: `On the canvas`, `In the library`, `The world`. */
  readonly place: string;
  /** What choosing it does: `exports shop:orders/pricing 1.2.0`. */
  readonly detail: string;
  /** It fits although the two ends differ, and why; null for an exact fit. */
  readonly note: string | null;
}

export interface CandidatesMenuProps {
  /** Client pixels, where the wire was let go; null closes it. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** The end that is waiting: `gateway needs shop:orders/pricing 1.2.0`. */
  readonly title: string;
  /** The port that is waiting, or null where no wire is concerned. */
  readonly port: PortLook | null;
  /** What choosing does: `connect`. */
  readonly verb: string;
  /** Shown while there is nothing to choose. */
  readonly empty: string;
  readonly candidates: readonly Candidate[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

export interface PortLook {
  readonly shape: "circle" | "diamond";
  readonly colour: PortColour;
}

const Candidates = lazy(() => import("./CandidatesMenu.panel.tsx"));

export function CandidatesMenu(props: CandidatesMenuProps) {
  return <Suspense fallback={null}>{props.at === null ? null : <Candidates {...props} at={props.at} />}</Suspense>;
}
