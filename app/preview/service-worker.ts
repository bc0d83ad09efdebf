// The service worker of the site: asked for where previews are wanted, or where the host doesn't isolate the page.

import { wantsNoIsolation } from "../../workers/preview/isolation.ts";

/** The address of the workbench, with the `/` at its end. */
export const SITE = new URL(import.meta.env.BASE_URL, location.href).href;

const FILE = "sw.js";
/** In its address: it adds the headers that isolate. */
const ISOLATES = "isolate";
/** Kept while a reload that should isolate the page is on its way. */
const TRIED = "witloom-isolating";
/** A host that doesn't answer for so long has to do without isolation. */
const PATIENCE_MS = 5_000;

/** Why there can be no service worker here, or null. */
export function serviceWorkerProblem(): string | null {
  if ("serviceWorker" in navigator) return null;
  if (!isSecureContext)
    return "A preview needs a page from https or from this machine; this one came without encryption.";
  return "This browser has no service workers here, which a preview is served by. A private window may be the reason.";
}

/** Resolves when the service worker can serve; rejects where it can't be had. */
export async function startServiceWorker(): Promise<void> {
  const { controller } = navigator.serviceWorker;
  // One that isolates goes on doing so: without it, the page would not be isolated the next time.
  const isolates = controller ? new URL(controller.scriptURL).searchParams.has(ISOLATES) : !crossOriginIsolated;
  await navigator.serviceWorker.register(`${SITE}${FILE}${isolates ? `?${ISOLATES}` : ""}`, { scope: SITE });
  await navigator.serviceWorker.ready;
}

/**
 * Has the page isolated where its host doesn't do it: by the service worker, after one reload. Nothing has happened on the
 * page before. False where it is being loaded again; never twice in a row.
 */
export async function isolatePage(): Promise<boolean> {
  if (crossOriginIsolated) {
    remember(false);
    return true;
  }
  if (wantsNoIsolation(location.href) || serviceWorkerProblem() !== null || !remember(true)) return true;
  const isThere = startServiceWorker().then(
    () => true,
    () => false,
  );
  const isLate = new Promise<boolean>((resolve) => void setTimeout(() => resolve(false), PATIENCE_MS));
  if (!(await Promise.race([isThere, isLate]))) return true;
  location.reload();
  return false;
}

/** Notes that a reload is on its way, or that it isn't; false where that was noted before, or can't be. */
function remember(isTrying: boolean): boolean {
  try {
    if (isTrying && sessionStorage.getItem(TRIED) !== null) return false;
    if (isTrying) sessionStorage.setItem(TRIED, "1");
    else sessionStorage.removeItem(TRIED);
    return true;
  } catch {
    return false;
  }
}
