import { answer } from "./answer.ts";
import type { ToolQuestion } from "./toolchain.protocol.ts";

self.addEventListener("message", async ({ data }: MessageEvent<ToolQuestion>) => {
  try {
    self.postMessage(await answer(data), { transfer: [] });
  } catch (error) {
    reportError(error);
  }
});
