// The window's side of a preview: requests come from the service worker, answers go back as streams.

import { listen, receiveStream, sendStream } from "./port-stream.ts";
import type { PreviewMessage, PreviewQuestion, PreviewReply, PreviewRequest } from "./preview.protocol.ts";

/** A request as what answers it sees it. */
export interface SiteRequest extends Omit<PreviewRequest, "body"> {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  /** Aborted when the client goes. */
  readonly signal: AbortSignal;
}

export type SiteAnswer =
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
    }
  | { readonly kind: "failed"; readonly reason: string };

/** What answers the requests of one key. */
export type Site = (request: SiteRequest) => Promise<SiteAnswer>;

/**
 * Answers one question of the service worker. Other messages are passed over.
 * @param siteOf what answers a key, or null where this window doesn't know it
 */
export function answerQuestion(data: unknown, siteOf: (key: string) => Site | null): void {
  if (!isQuestion(data)) return;
  const { key, port } = data;
  const site = siteOf(key);
  const reply = (message: PreviewReply, transfer: Transferable[] = []): void => port.postMessage(message, transfer);
  if (site === null) {
    reply({ kind: "unknown" });
    return;
  }
  const client = new AbortController();
  listen(port, (sent) => {
    const message = sent as PreviewMessage;
    if (message.kind === "gone") client.abort();
    else void answerRequest(message, site, client.signal, reply);
  });
  reply({ kind: "known" });
}

type Reply = (message: PreviewReply, transfer?: Transferable[]) => void;

async function answerRequest(request: PreviewRequest, site: Site, signal: AbortSignal, reply: Reply): Promise<void> {
  const body = request.body && receiveStream(request.body);
  const { method, path, headers, isFramed } = request;
  const answer = await site({ method, path, headers, isFramed, body, signal }).catch((thrown: unknown): SiteAnswer => {
    return { kind: "failed", reason: String(thrown) };
  });
  if (answer.kind === "failed") {
    reply(answer);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  reply({ kind: "response", status: answer.status, headers: answer.headers, body: port2 }, [port2]);
  await sendStream(answer.body, port1);
}

function isQuestion(data: unknown): data is PreviewQuestion {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "preview" && "port" in data;
}
