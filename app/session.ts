// From nothing to the page as it was left: documents and panels first, then the library; on a first visit, a sample.

import { create } from "zustand";
import { openSample, restore } from "./documents/document-actions.ts";
import { busy } from "./idle.ts";
import { useDocuments } from "./documents/documents-store.ts";
import { loadLibraryEntries } from "./library/library-actions.ts";
import { startAutosave } from "./persistence/autosave.ts";
import { loadDocuments, loadSession } from "./persistence/saved.ts";
import { usePreferences } from "./preferences/preferences-store.ts";

const FIRST_SAMPLE = "greeting";

interface SessionState {
  /** True while the first document is on its way: what is shown without one would only flash. */
  readonly isOpening: boolean;
}

export const useSession = create<SessionState>(() => ({ isOpening: true }));

/** Brings back panels and documents; true on a first visit, when there is nothing to bring back. */
export async function restoreSession(): Promise<boolean> {
  const [session, saved] = await Promise.all([loadSession(), loadDocuments()]);
  if (session) {
    usePreferences.setState(session.preferences);
    const byId = new Map(saved.map((document) => [document.id, document]));
    await restore(
      session.tabs.flatMap((id) => byId.get(id) ?? []),
      session.active,
    );
  }
  return !session && saved.length === 0;
}

/** Reads the library, first what the open documents need; opens a sample on a first visit. */
export async function fillSession(isFirstVisit: boolean): Promise<void> {
  const restored = useDocuments.getState().open;
  const open = restored.map(({ history }) => history.present.composition);
  const urgent = new Set(open.flatMap(({ components }) => Array.from(components.values(), ({ sha256 }) => sha256)));
  try {
    await loadLibraryEntries(urgent, () => useSession.setState({ isOpening: isFirstVisit }));
    if (isFirstVisit) await openSample(FIRST_SAMPLE);
  } finally {
    useSession.setState({ isOpening: false });
    startAutosave(restored);
    void busy(async () => (await import("./folders/places.ts")).startPlaces());
  }
}
