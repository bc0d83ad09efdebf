// What a handler answers → what the browser is given. Nothing of the workbench can be reached from a page in it: no script
// runs, nothing is loaded but from the preview, and it is never embedded by others.

import { ISOLATION } from "./isolation.ts";
import { type PreviewPlace, redirectedTo } from "./preview-paths.ts";
import { plainPage, type PlainPage } from "./plain-page.ts";

/** How the handler is addressed. */
export const HANDLER_ORIGIN = "http://localhost";

/**
 * The sandbox keeps the origin, without which the service worker would not see what a page asks for. That alone would let
 * scripts reach the workbench, so that none run.
 */
const POLICY = {
  "default-src": "'self' data: blob:",
  "script-src": "'none'",
  "style-src": "'self' 'unsafe-inline' data:",
  "object-src": "'none'",
  "worker-src": "'none'",
  "manifest-src": "'none'",
  "form-action": "'self'",
  "base-uri": "'self'",
  "frame-ancestors": "'self'",
  sandbox: "allow-same-origin allow-forms",
};

const POLICY_TEXT = Object.entries(POLICY)
  .map(([directive, value]) => `${directive} ${value}`)
  .join("; ");

/** What a browser may learn from a handler. All else could change how it treats the workbench, or means nothing here. */
const PASSED_ON = new Set([
  "accept-ranges",
  "age",
  "cache-control",
  "content-disposition",
  "content-language",
  "content-length",
  "content-range",
  "content-type",
  "date",
  "etag",
  "expires",
  "last-modified",
  "retry-after",
  "vary",
  "www-authenticate",
  "x-content-type-options",
]);

const NULL_BODY = new Set([101, 103, 204, 205, 304]);
const DECODED = new Set<CompressionFormat>(["gzip", "deflate"]);

export interface HandlerAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The answer to a request for `place`. `body` is read, or cancelled where there can be none. */
export function previewResponse(site: string, place: PreviewPlace, answer: HandlerAnswer): Response {
  const { status } = answer;
  if (status < 200 || status > 599) {
    void answer.body.cancel();
    return plainResponse(plainPage(site, 502, `A browser can’t show an answer with the status ${status}.`));
  }
  const headers = headersFor(site, place, answer.headers);
  if (!NULL_BODY.has(status)) return new Response(decoded(answer, headers), { status, headers });
  void answer.body.cancel();
  return new Response(null, { status, headers });
}

/** A page of our own in the place of one of the handler's. */
export function plainResponse({ status, html }: PlainPage): Response {
  const headers = ownHeaders();
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  return new Response(html, { status, headers });
}

function headersFor(site: string, place: PreviewPlace, given: HandlerAnswer["headers"]): Headers {
  const headers = ownHeaders();
  for (const [name, value] of given) {
    const lower = name.toLowerCase();
    if (lower === "location") headers.set(lower, redirectedTo(site, place, HANDLER_ORIGIN, value));
    else if (PASSED_ON.has(lower)) append(headers, lower, value);
  }
  return headers;
}

/** Values that a browser can't have in a header are left out. */
function append(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    return;
  }
}

function ownHeaders(): Headers {
  // The address of a page tells where its absolute links belong.
  return new Headers({ ...ISOLATION, "content-security-policy": POLICY_TEXT, "referrer-policy": "same-origin" });
}

/** The body as the page means it: nobody after a service worker takes an encoding off. */
function decoded({ headers: given, body }: HandlerAnswer, headers: Headers): ReadableStream {
  const encoding = given
    .find(([name]) => name.toLowerCase() === "content-encoding")?.[1]
    .trim()
    .toLowerCase();
  if (!DECODED.has(encoding as CompressionFormat)) return body;
  headers.delete("content-length");
  return body.pipeThrough(new DecompressionStream(encoding as CompressionFormat));
}
