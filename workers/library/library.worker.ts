import { answer } from "./answer.ts";
import type { LibraryRequest, Numbered } from "./library.protocol.ts";

self.onmessage = ({ data: { id, body } }: MessageEvent<Numbered<LibraryRequest>>): void => {
  void answer(body).then((result) => {
    const transfer = result.kind === "unzip" ? [] : [result.bytes.buffer];
    self.postMessage({ id, body: result }, { transfer });
  });
};
