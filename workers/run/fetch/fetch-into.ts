// A request of a guest → `fetch` → frames of a pipe. What browsers keep to themselves is an error that says so.

import { piecesOf } from "../http/exchange.ts";
import type { FrameWriter } from "../http/frame-ends.ts";
import { writeFrame } from "../http/http-frames.ts";
import type { FetchRequest } from "../wasi/http/fetch-port.ts";
import { type FieldEntries, type HttpErrorCode, internalError } from "../wasi/http/http-values.ts";

/** Browsers decode these, so that the headers that tell of them aren't true any more. */
const ENCODING_HEADERS: ReadonlySet<string> = new Set(["content-encoding", "content-length"]);

/** Sends `request` and puts its response into the pipe, up to an end or an error. Stops when nobody reads any more. */
export async function fetchInto(request: FetchRequest, pipe: FrameWriter, send = fetch): Promise<void> {
  const cancel = new AbortController();
  void pipe.closed().then(() => cancel.abort());
  let response: Response;
  try {
    response = await send(request.url, { ...optionsOf(request), signal: cancel.signal });
  } catch (error) {
    await writeFrame(pipe, { kind: "error", code: unsentCode(request, error) });
    return;
  }
  // Where it leads to may not be allowed; and what stands in a redirection isn't told to scripts.
  if (response.type === "opaqueredirect") {
    cancel.abort();
    const code = internalError("the server redirects, which browsers follow but do not show");
    await writeFrame(pipe, { kind: "error", code });
    return;
  }
  await writeFrame(pipe, { kind: "head", status: response.status, headers: entriesOf(response.headers) });
  try {
    for await (const bytes of piecesOf(response.body)) {
      if (!(await writeFrame(pipe, { kind: "data", bytes }))) return;
    }
    await writeFrame(pipe, { kind: "end", trailers: null });
  } catch {
    await writeFrame(pipe, { kind: "error", code: { tag: "connection-terminated" } });
  }
}

function optionsOf({ method, headers, body }: FetchRequest): RequestInit {
  const text = new Headers();
  for (const [name, value] of headers) text.append(name, latin1(value));
  return {
    method,
    headers: text,
    body,
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  };
}

/** Why nothing came. Browsers don't say whether a server is missing or only doesn't allow the page to ask. */
function unsentCode({ method, body }: FetchRequest, error: unknown): HttpErrorCode {
  if (body !== null && (method === "GET" || method === "HEAD")) {
    return internalError(`browsers send no body with ${method}`);
  }
  return error instanceof TypeError ? { tag: "destination-unavailable" } : internalError(String(error));
}

function entriesOf(headers: Headers): FieldEntries {
  const isDecoded = headers.has("content-encoding");
  const told = Array.from(headers).filter(([name]) => !isDecoded || !ENCODING_HEADERS.has(name));
  return told.map(([name, value]) => [name, Uint8Array.from(value, (character) => character.charCodeAt(0) & 0xff)]);
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
