// Applies commands to the document in front: one step of its history each, refused with a message where they can't be.

import { applyCommand, type DocumentCommand } from "../../core/graph/commands.ts";
import type { Document } from "../../core/graph/composition.ts";
import { record, redo, undo } from "../../core/graph/history.ts";
import { notifyDiagnostic } from "../notices/notices-store.ts";
import { activeDocument, EMPTY_SELECTION, type OpenDocument, updateDocument } from "./documents-store.ts";

export interface EditOptions {
  /** What the menu says after "Undo". */
  readonly label: string;
  /** Edits in a row with one key make one step. */
  readonly mergeKey?: string;
}

/** Applies all of `commands` or none; false where one was refused, which the person has been told. */
export function edit(commands: readonly DocumentCommand[], { label, mergeKey }: EditOptions): boolean {
  const active = activeDocument();
  if (!active) return false;
  let document = active.history.present;
  for (const command of commands) {
    const result = applyCommand(document, command);
    if (!result.ok) {
      notifyDiagnostic(result.error);
      return false;
    }
    document = result.value;
  }
  updateDocument(active.id, (open) => withPresent(open, document, label, mergeKey ?? null));
  return true;
}

function withPresent(open: OpenDocument, document: Document, label: string, mergeKey: string | null): OpenDocument {
  const history = record(open.history, document, label, mergeKey);
  return { ...open, history, selection: stillThere(open.selection, document) };
}

export function undoActive(): void {
  travel(undo);
}

export function redoActive(): void {
  travel(redo);
}

function travel(step: typeof undo): void {
  const active = activeDocument();
  if (!active) return;
  updateDocument(active.id, (open) => {
    const history = step(open.history);
    return { ...open, history, selection: stillThere(open.selection, history.present) };
  });
}

/** The part of `selection` that the document still has. */
function stillThere(selection: OpenDocument["selection"], { composition }: Document): OpenDocument["selection"] {
  const names = new Set(composition.instances.map(({ name }) => name));
  const nodes = selection.nodes.filter((name) => names.has(name));
  if (nodes.length === selection.nodes.length && selection.wires.length === 0) return selection;
  const wires = new Set(composition.wires.map(wireId));
  const exports = new Set(composition.exports.map(({ name }) => name));
  return {
    ...EMPTY_SELECTION,
    nodes,
    wires: selection.wires.filter((id) => wires.has(id)),
    worldImports: selection.worldImports.filter((name) => composition.worldImports.includes(name)),
    worldExports: selection.worldExports.filter((name) => exports.has(name)),
  };
}

/** A wire's id on the canvas: an import takes at most one wire. */
export function wireId({ consumer, import: name }: { readonly consumer: string; readonly import: string }): string {
  return `${consumer} ${name}`;
}
