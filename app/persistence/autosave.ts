// Keeps documents, tabs and panel sizes across reloads: a moment after each change, and at once when the page is hidden.

import { create } from "zustand";
import { type OpenDocument, useDocuments } from "../documents/documents-store.ts";
import { busy } from "../idle.ts";
import { usePreferences } from "../preferences/preferences-store.ts";
import type { RunInputs } from "../run/run-inputs.ts";
import { inputsOf, useRuns } from "../run/run-store.ts";
import { saveDocument, saveFolder, saveSession, type SavedSession } from "./saved.ts";

type SaveState = "saved" | "unsaved" | "failed";

interface AutosaveState {
  readonly states: ReadonlyMap<string, SaveState>;
  /** Milliseconds since 1970, of the last save, or null before the first. */
  readonly savedAt: number | null;
}

export const useAutosave = create<AutosaveState>(() => ({ states: new Map(), savedAt: null }));

const DELAY_MS = 400;
/** A run that writes much must not keep the page saving: what took long is done again after several times as long. */
const SAVES_APART = 4;
let nextSaveMs = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let endBusy: (() => void) | null = null;
const savedDocuments = new Map<string, OpenDocument>();
/** What is known to be kept, with the document. */
const savedFolders = new Map<string, OpenDocument["folder"]>();
const savedInputs = new Map<string, RunInputs>();
let savedSession: SavedSession | null = null;

/** Begins to save what changes. @param restored documents as they were kept */
export function startAutosave(restored: readonly OpenDocument[]): void {
  for (const document of restored) {
    savedDocuments.set(document.id, document);
    savedInputs.set(document.id, inputsOf(document.id));
    savedFolders.set(document.id, document.folder);
  }
  useDocuments.subscribe(schedule);
  useRuns.subscribe(({ inputs }, before) => {
    if (inputs !== before.inputs) schedule();
  });
  usePreferences.subscribe(schedule);
  const flush = (): void => {
    if (document.visibilityState === "hidden") void saveNow();
  };
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", () => void saveNow());
  schedule();
}

function schedule(): void {
  const changed = useDocuments.getState().open.filter(needsSaving);
  if (changed.length === 0 && !sessionNeedsSaving(sessionNow())) return;
  setStates(changed.map(({ id }) => [id, "unsaved"]));
  let end = (): void => undefined;
  if (!endBusy) void busy(new Promise<void>((resolve) => (end = resolve)));
  endBusy ??= end;
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), Math.max(DELAY_MS, nextSaveMs - performance.now()));
}

/** The selection alone is not worth a save. */
function needsSaving(document: OpenDocument): boolean {
  const last = savedDocuments.get(document.id);
  if (!last) return true;
  const { id, history, viewport, place } = document;
  if (savedInputs.get(id) !== inputsOf(id)) return true;
  return (
    last.history.present !== history.present ||
    last.viewport !== viewport ||
    last.place !== place ||
    needsFolderSaving(document)
  );
}

/** Files that are kept elsewhere are saved there. */
function needsFolderSaving({ id, folder, place }: OpenDocument): boolean {
  return place.kind === "document" && savedFolders.get(id) !== folder;
}

function sessionNow(): SavedSession {
  const { open, activeId } = useDocuments.getState();
  return { tabs: open.map(({ id }) => id), active: activeId, preferences: usePreferences.getState() };
}

function sessionNeedsSaving({ tabs, active, preferences }: SavedSession): boolean {
  if (!savedSession || savedSession.active !== active || savedSession.preferences !== preferences) return true;
  return savedSession.tabs.join(" ") !== tabs.join(" ");
}

/** Saves what has changed, without waiting. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  const end = endBusy;
  endBusy = null;
  const { open } = useDocuments.getState();
  const startMs = performance.now();
  try {
    const writes = open.filter(needsSaving).map(async (document) => {
      const { id, history, viewport, folder, place } = document;
      const inputs = inputsOf(id);
      savedDocuments.set(id, document);
      savedInputs.set(id, inputs);
      if (needsFolderSaving(document)) {
        savedFolders.set(id, folder);
        await saveFolder(id, folder);
      }
      await saveDocument({ id, document: history.present, viewport, place, inputs });
      setStates([[id, "saved"]]);
    });
    savedSession = sessionNow();
    await Promise.all([...writes, saveSession(savedSession)]);
    useAutosave.setState({ savedAt: Date.now() });
  } catch {
    // What could not be written is tried again with the next change.
    for (const { id } of open) {
      savedDocuments.delete(id);
      savedFolders.delete(id);
    }
    setStates(open.map(({ id }) => [id, "failed"]));
  } finally {
    const endMs = performance.now();
    nextSaveMs = endMs + (endMs - startMs) * SAVES_APART;
    end?.();
  }
}

function setStates(changes: readonly (readonly [string, SaveState])[]): void {
  if (changes.length > 0) useAutosave.setState(({ states }) => ({ states: new Map([...states, ...changes]) }));
}
