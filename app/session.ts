// From nothing to the page as it was left: documents and panels first, then the library; on a first visit, a sample.

import { openSample, restore } from "./documents/document-actions.ts";
import { useDocuments } from "./documents/documents-store.ts";
import { loadLibraryEntries } from "./library/library-actions.ts";
import { startAutosave } from "./persistence/autosave.ts";
import { loadDocuments, loadSession } from "./persistence/saved.ts";
import { usePreferences } from "./preferences/preferences-store.ts";

const FIRST_SAMPLE = "greeting";

export async function restoreSession(): Promise<void> {
  const [session, saved] = await Promise.all([loadSession(), loadDocuments()]);
  if (session) {
    usePreferences.setState(session.preferences);
    const byId = new Map(saved.map((document) => [document.id, document]));
    restore(
      session.tabs.flatMap((id) => byId.get(id) ?? []),
      session.active,
    );
  }
  const open = useDocuments.getState().open.map(({ history }) => history.present.composition);
  const urgent = new Set(open.flatMap(({ components }) => Array.from(components.values(), ({ sha256 }) => sha256)));
  const isFirstVisit = !session && saved.length === 0;
  const listed = loadLibraryEntries(urgent);
  if (isFirstVisit) {
    await listed;
    await openSample(FIRST_SAMPLE);
  }
  startAutosave();
  await listed;
}
