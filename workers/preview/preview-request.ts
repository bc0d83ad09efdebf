// A request for a preview → its answer, from the window of the workbench that has the run.

import { plainPage } from "./plain-page.ts";
import { listen, receiveStream, sendStream } from "./port-stream.ts";
import type { PreviewPlace } from "./preview-paths.ts";
import { plainResponse, previewResponse } from "./preview-response.ts";
import type { PreviewMessage, PreviewQuestion, PreviewReply } from "./preview.protocol.ts";

/** A window as the service worker sees it. */
export interface AskedWindow {
  postMessage(message: PreviewQuestion, transfer: Transferable[]): void;
}

/** A window that says nothing for so long may be busy, or no workbench at all: the next is asked as well. */
const HEDGE_MS = 200;
/** One that says nothing for so long is frozen, or gone. */
const SILENT_MS = 4_000;

const CLOSED =
  "It is served by a run in the workbench, and no open window of the workbench has it. Open the composition there and " +
  "load this page again.";

/** The answer to `request`, which is for `place`. @param windows the last used one first */
export async function answerPreview(
  site: string,
  place: PreviewPlace,
  request: Request,
  windows: readonly AskedWindow[],
): Promise<Response> {
  const line = await knowingWindow(place.key, windows);
  if (line === null) return plainResponse(plainPage(site, 503, CLOSED));
  const gone = (): void => line.post({ kind: "gone" });
  request.signal.addEventListener("abort", gone);
  const body = bodyPort(request);
  const { method, headers } = request;
  const isFramed = request.mode === "navigate" && request.destination === "iframe";
  const sent = { method, path: place.path, headers: [...headers], isFramed, body };
  line.post({ kind: "request", ...sent }, body ? [body] : []);
  const answer = await line.next();
  switch (answer.kind) {
    case "response":
      return previewResponse(site, place, { ...answer, body: receiveStream(answer.body) });
    case "failed":
      return plainResponse(plainPage(site, 502, answer.reason));
    default:
      return plainResponse(plainPage(site, 503, CLOSED));
  }
}

interface Line {
  post(message: PreviewMessage, transfer?: Transferable[]): void;
  next(): Promise<PreviewReply>;
}

/** The line to a window that knows `key`, or null. */
async function knowingWindow(key: string, windows: readonly AskedWindow[]): Promise<Line | null> {
  const lines: Promise<Line | null>[] = [];
  for (const window of windows) {
    lines.push(asked(key, window));
    const line = await Promise.race([firstOf(lines), after(HEDGE_MS)]);
    if (line) return line;
  }
  return Promise.race([firstOf(lines), after(SILENT_MS)]);
}

async function asked(key: string, window: AskedWindow): Promise<Line | null> {
  const { port1, port2 } = new MessageChannel();
  const line = lineOf(port1);
  window.postMessage({ kind: "preview", key, port: port2 }, [port2]);
  const { kind } = await line.next();
  if (kind === "known") return line;
  port1.close();
  return null;
}

/** The first line that there is, or null once there is none. */
async function firstOf(lines: readonly Promise<Line | null>[]): Promise<Line | null> {
  const known = lines.map(async (line) => (await line) ?? Promise.reject(new Error("unknown")));
  return Promise.any(known).catch(() => null);
}

function lineOf(port: MessagePort): Line {
  const replies: PreviewReply[] = [];
  let wake = (): void => {};
  listen(port, (reply) => {
    replies.push(reply as PreviewReply);
    wake();
  });
  return {
    post: (message, transfer = []) => port.postMessage(message, transfer),
    async next() {
      if (replies.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return replies.shift()!;
    },
  };
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => void setTimeout(() => resolve(null), ms));
}

/** The body on its way to the window, or null where there is none. */
function bodyPort(request: Request): MessagePort | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  // Not every browser has the body as a stream; null is a body that isn't there.
  const stream = request.body === undefined ? wholeBody(request) : request.body;
  if (stream === null) return null;
  const { port1, port2 } = new MessageChannel();
  void sendStream(stream, port1);
  return port2;
}

function wholeBody(request: Request): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(new Uint8Array(await request.arrayBuffer()));
      controller.close();
    },
  });
}
