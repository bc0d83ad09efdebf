// Keeps documents, tabs and panel sizes across reloads: a moment after each change, and at once when the page is hidden.

import { create } from "zustand";
import { type OpenDocument, useDocuments } from "../documents/documents-store.ts";
import { busy } from "../idle.ts";
import { usePreferences } from "../preferences/preferences-store.ts";
import { saveDocument, saveSession } from "./saved.ts";

type SaveState = "saved" | "unsaved" | "failed";

interface AutosaveState {
  readonly states: ReadonlyMap<string, SaveState>;
  /** Milliseconds since 1970, of the last save, or null before the first. */
  readonly savedAt: number | null;
}

export const useAutosave = create<AutosaveState>(() => ({ states: new Map(), savedAt: null }));

const DELAY_MS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let endBusy: (() => void) | null = null;
const saved = new Map<string, OpenDocument>();

/** Begins to save what changes. Documents that are open now count as saved. */
export function startAutosave(): void {
  for (const document of useDocuments.getState().open) saved.set(document.id, document);
  useDocuments.subscribe(schedule);
  usePreferences.subscribe(schedule);
  const flush = (): void => {
    if (document.visibilityState === "hidden") void saveNow();
  };
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", () => void saveNow());
}

function schedule(): void {
  const changed = useDocuments.getState().open.filter((document) => needsSaving(document));
  if (changed.length > 0) setStates(changed.map(({ id }) => [id, "unsaved"]));
  let end = (): void => undefined;
  if (!endBusy) void busy(new Promise<void>((resolve) => (end = resolve)));
  endBusy ??= end;
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), DELAY_MS);
}

/** The selection alone is not worth a save. */
function needsSaving(document: OpenDocument): boolean {
  const last = saved.get(document.id);
  if (!last) return true;
  const { history, viewport, folder } = document;
  return last.history.present !== history.present || last.viewport !== viewport || last.folder !== folder;
}

/** Saves what has changed, without waiting. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  const end = endBusy;
  endBusy = null;
  const { open, activeId } = useDocuments.getState();
  try {
    const writes = open.filter(needsSaving).map(async (document) => {
      const { id, history, viewport, folder } = document;
      saved.set(id, document);
      await saveDocument({ id, document: history.present, viewport, folder });
      setStates([[id, "saved"]]);
    });
    const session = { tabs: open.map(({ id }) => id), active: activeId, preferences: usePreferences.getState() };
    await Promise.all([...writes, saveSession(session)]);
    useAutosave.setState({ savedAt: Date.now() });
  } catch {
    setStates(open.map(({ id }) => [id, "failed"]));
  } finally {
    end?.();
  }
}

function setStates(changes: readonly (readonly [string, SaveState])[]): void {
  useAutosave.setState(({ states }) => ({ states: new Map([...states, ...changes]) }));
}
