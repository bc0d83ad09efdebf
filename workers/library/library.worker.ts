import { answer } from "./answer.ts";
import type { LibraryReply, LibraryRequest, Numbered } from "./library.protocol.ts";

self.addEventListener("message", ({ data: { id, body } }: MessageEvent<Numbered<LibraryRequest>>) => {
  void reply(id, body);
});

async function reply(id: number, request: LibraryRequest): Promise<void> {
  try {
    const body = await answer(request);
    send({ id, body }, body.kind === "unzip" ? [] : [body.bytes.buffer]);
  } catch (thrown) {
    send({ id, body: { kind: "failed", message: String(thrown) } }, []);
  }
}

function send(message: Numbered<LibraryReply>, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}
