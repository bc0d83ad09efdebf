// Opening, moving and closing the live preview of the document in front.

import { addressOf, placeOf } from "../../workers/preview/preview-paths.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { showInspector } from "../preferences/panels.ts";
import { callablesOf } from "../run/callables.ts";
import { inputsOf } from "../run/run-store.ts";
import { previewKey, readPreviewKey } from "./preview-key.ts";
import { pageArrived, previewOf, removePreview, setPreview, updatePreview, usePreviews } from "./preview-store.ts";
import { serviceWorkerProblem, SITE, startServiceWorker } from "./service-worker.ts";

/** The instances that answer requests, in the order in which they can be called. */
export function servingInstances(view: ActiveView): readonly string[] {
  return Array.from(callablesOf(view).targets.values()).flatMap(({ kind, instance }) => {
    return kind === "http" ? [instance] : [];
  });
}

export interface PreviewArguments {
  /** The first one that serves, where it isn't named. */
  readonly instance?: string;
  readonly path?: string;
}

/** Opens the preview, or brings the one that is open to another place. */
export async function openPreview({ instance, path }: PreviewArguments = {}): Promise<void> {
  const view = activeView();
  if (!view) return;
  const instances = servingInstances(view);
  const before = previewOf(view.id);
  const last = inputsOf(view.id).preview;
  const chosen = instance ?? before?.instance ?? selectedInstance(view) ?? last?.instance ?? instances[0];
  if (chosen === undefined || !instances.includes(chosen)) throw new Error(`${chosen} answers no HTTP requests`);
  const wanted = path ?? before?.path ?? (last?.instance === chosen ? last.path : "/");
  setPreview(view.id, {
    instance: chosen,
    path: wanted,
    wanted,
    load: (before?.load ?? 0) + 1,
    isArriving: true,
    view: before?.view ?? "page",
    answer: null,
    failure: null,
  });
  showInspector();
  if (await ensureService()) await pageArrived(view.id);
}

/** The handler that stands in the run panel. */
function selectedInstance(view: ActiveView): string | undefined {
  const { selectedId } = inputsOf(view.id);
  const target = selectedId === null ? undefined : callablesOf(view).targets.get(selectedId);
  return target?.kind === "http" ? target.instance : undefined;
}

export function closePreview(): void {
  const view = activeView();
  if (view) removePreview(view.id);
}

/** Shows the place again that the page in the frame is at; a run that has ended is started anew. */
export async function reloadPreview(): Promise<void> {
  const view = activeView();
  if (view) await goTo(view.id, previewOf(view.id)?.path ?? "/");
}

export async function goTo(documentId: string, path: string): Promise<void> {
  updatePreview(documentId, ({ load }) => {
    return { path, wanted: path, load: load + 1, isArriving: true, answer: null, failure: null };
  });
  await pageArrived(documentId);
}

/** The page in the frame is whole, at `url`; null where it is a page of somebody else. */
export function noteNavigation(documentId: string, url: string | null): void {
  const place = url === null ? null : placeOf(SITE, url);
  const isOurs = place !== null && readPreviewKey(place.key, [documentId]) !== null;
  updatePreview(documentId, ({ path }) => ({
    isArriving: false,
    path: isOurs ? place.path + new URL(url!).hash : path,
  }));
}

/** The address of a place of a preview, in the frame and in a tab of its own. */
export function previewAddress(documentId: string, instance: string, path: string): string {
  return addressOf(SITE, { key: previewKey(documentId, instance), path });
}

/** Opens where the preview is in a tab of its own, which can't reach this one. */
export async function openPreviewTab(): Promise<void> {
  const view = activeView();
  const preview = view && previewOf(view.id);
  if (!view || !preview) return;
  await ensureService();
  window.open(previewAddress(view.id, preview.instance, preview.path), "_blank", "noopener,noreferrer");
}

/** False where this browser has no service worker for it. */
async function ensureService(): Promise<boolean> {
  const problem = serviceWorkerProblem() ?? (await startProblem());
  usePreviews.setState({ service: problem === null ? "ready" : { problem } });
  return problem === null;
}

async function startProblem(): Promise<string | null> {
  try {
    await startServiceWorker();
    return null;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return `The service worker could not be started: ${reason}`;
  }
}
