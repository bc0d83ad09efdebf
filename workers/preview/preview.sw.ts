// The service worker of the site: previews, and the isolation of pages whose host can't send headers.

import { isolated, wantsNoIsolation } from "./isolation.ts";
import { plainPage } from "./plain-page.ts";
import { addressOf, isWorkbench, lacksSlash, placeOf, type PreviewPlace } from "./preview-paths.ts";
import { answerPreview } from "./preview-request.ts";
import { plainResponse } from "./preview-response.ts";

declare const self: ServiceWorkerGlobalScope;

const site = self.registration.scope;
/** Whether the page asked for isolation when it registered this. */
const isolates = new URL(self.location.href).searchParams.has("isolate");

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (new URL(request.url).origin !== new URL(site).origin) return;
  const isNavigation = request.mode === "navigate";
  const place = placeOf(site, request.url);
  // Only a preview's pages say where they are asked from, so that others aren't kept waiting.
  const from = isNavigation && request.referrer !== "" ? placeOf(site, request.referrer) : null;
  if (place || from || !isNavigation || request.destination !== "document") {
    event.respondWith(answer(event, place, from));
  } else if (isolates && !wantsNoIsolation(request.url)) {
    event.respondWith(isolatedFetch(request));
  }
});

/** `from`: the preview whose page leads here. */
async function answer(event: FetchEvent, place: PreviewPlace | null, from: PreviewPlace | null): Promise<Response> {
  const { request } = event;
  const isNavigation = request.mode === "navigate";
  const asking = isNavigation ? from : await previewOf(event.clientId);
  if (place && asking && asking.key !== place.key) {
    return plainResponse(plainPage(site, 403, "It belongs to another preview."));
  }
  if (place && lacksSlash(site, request.url)) return Response.redirect(addressOf(site, place), 307);
  if (place) return answerPreview(site, place, request, await workbenchWindows());
  if (asking) {
    const { pathname, search } = new URL(request.url);
    const meant = { key: asking.key, path: pathname + search };
    // A page gets the address that it has in the preview; what a page is made of is only handed over.
    if (isNavigation) return Response.redirect(addressOf(site, meant), 307);
    return answerPreview(site, meant, request, await workbenchWindows());
  }
  if (isNavigation) return plainResponse(plainPage(site, 404, "A page in a frame led out of its preview."));
  return isolates ? isolatedFetch(request) : fetch(request);
}

async function isolatedFetch(request: Request): Promise<Response> {
  return isolated(await fetch(request));
}

/** The preview that a client shows, or null. */
async function previewOf(clientId: string): Promise<PreviewPlace | null> {
  const client = clientId === "" ? undefined : await self.clients.get(clientId);
  return client ? placeOf(site, client.url) : null;
}

/** The last used one first. */
async function workbenchWindows(): Promise<readonly WindowClient[]> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.filter(({ url, frameType }) => frameType !== "nested" && isWorkbench(site, url));
}
