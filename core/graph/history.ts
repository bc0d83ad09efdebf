// The documents before and after the present one, for undo and redo. Documents are immutable, so a step is a reference.

import type { Document } from "./composition.ts";

export interface History {
  readonly past: readonly Step[];
  readonly present: Document;
  readonly future: readonly Step[];
}

/** A document, and what was done to leave it. */
export interface Step {
  readonly document: Document;
  /** What the menu says after "Undo": `move`, `connect`. */
  readonly label: string;
  /** Steps that follow each other with the same key become one: a drag, typing a name. */
  readonly mergeKey: string | null;
}

const MAX_STEPS = 500;

export function historyOf(document: Document): History {
  return { past: [], present: document, future: [] };
}

/** `history` with `document` as its present; nothing happens where the document didn't change. */
export function record(history: History, document: Document, label: string, mergeKey: string | null = null): History {
  if (document === history.present) return history;
  const last = history.past.at(-1);
  if (mergeKey !== null && last?.mergeKey === mergeKey) return { past: history.past, present: document, future: [] };
  const past = [...history.past, { document: history.present, label, mergeKey }].slice(-MAX_STEPS);
  return { past, present: document, future: [] };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  const undone: Step = { ...step, document: history.present };
  return { past: history.past.slice(0, -1), present: step.document, future: [undone, ...history.future] };
}

export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  // A redone step stands for itself: what is done next must not melt into it.
  const redone: Step = { document: history.present, label: step.label, mergeKey: null };
  return { past: [...history.past, redone], present: step.document, future };
}
