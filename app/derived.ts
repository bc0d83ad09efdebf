// What follows from the document in front and the library: looked up once per change, shared by all panels.

import { useSyncExternalStore } from "react";
import type { CanvasModel } from "../components/canvas/canvas-model.ts";
import { memoizeLast } from "../core/base/memo.ts";
import type { Composition, Document } from "../core/graph/composition.ts";
import { type Diagnosis, diagnose } from "../core/graph/diagnose.ts";
import type { ComponentLookup } from "../core/graph/graph.ts";
import { graphWithText } from "../core/wac/graph-with-text.ts";
import { canvasModelOf, type Rights } from "./canvas/canvas-model.ts";
import { activeDocument, useDocuments } from "./documents/documents-store.ts";
import { componentLookupFor, useLibrary } from "./library/library-store.ts";

export interface ActiveView {
  readonly id: string;
  readonly document: Document;
  readonly composition: Composition;
  readonly componentOf: ComponentLookup;
  readonly diagnosis: Diagnosis;
}

let latest: Diagnosis | undefined;
/** Each diagnosis takes over from the one before what didn't change. */
const diagnoseOnce = memoizeLast((composition: Composition, componentOf: ComponentLookup): Diagnosis => {
  latest = diagnose(composition, componentOf, latest, graphWithText(composition, componentOf));
  return latest;
});

const viewOf = memoizeLast((id: string, document: Document, componentOf: ComponentLookup): ActiveView => {
  const { composition } = document;
  return { id, document, composition, componentOf, diagnosis: diagnoseOnce(composition, componentOf) };
});

/** The document in front with all that is derived from it, or null where none is open. */
export function activeView(): ActiveView | null {
  const active = activeDocument();
  if (!active) return null;
  const document = active.history.present;
  return viewOf(active.id, document, componentLookupFor(document.composition, useLibrary.getState().entries));
}

/** Documents that aren't in front are looked at now and then: a preview in a tab of its own asks for one. */
const viewBehind = memoizeLast((id: string, document: Document, componentOf: ComponentLookup): ActiveView => {
  const { composition } = document;
  const diagnosis = diagnose(composition, componentOf, undefined, graphWithText(composition, componentOf));
  return { id, document, composition, componentOf, diagnosis };
});

/** An open document, in front or not, with all that is derived from it; null where it isn't open. */
export function viewOfDocument(id: string): ActiveView | null {
  const { open, activeId } = useDocuments.getState();
  if (id === activeId) return activeView();
  const document = open.find((other) => other.id === id)?.history.present;
  if (!document) return null;
  return viewBehind(id, document, componentLookupFor(document.composition, useLibrary.getState().entries));
}

export function useActiveView(): ActiveView | null {
  return useSyncExternalStore(subscribe, activeView);
}

function subscribe(changed: () => void): () => void {
  const unsubscribe = [useDocuments.subscribe(changed), useLibrary.subscribe(changed)];
  return () => unsubscribe.forEach((stop) => stop());
}

const canvasModelOnce = memoizeLast(canvasModelOf);
const rightsOf = memoizeLast((grants: Rights["grants"], refusals: Rights["refusals"]): Rights => ({
  grants,
  refusals,
}));
const NO_REFUSALS: ReadonlyMap<string, number> = new Map();

/** `refusals`: how often the run refused something to each instance. */
export function canvasModelFor(view: ActiveView, refusals: ReadonlyMap<string, number> = NO_REFUSALS): CanvasModel {
  const { document, composition, componentOf, diagnosis } = view;
  return canvasModelOnce(composition, document.positions, componentOf, diagnosis, rightsOf(document.grants, refusals));
}
