import { layoutOf } from "../control/control-buffer.ts";
import { writerOf } from "../http/frame-line.ts";
import { fetchInto } from "./fetch-into.ts";
import type { FetchMessage } from "./fetch.protocol.ts";

self.addEventListener("message", ({ data: { request, pipe, control } }: MessageEvent<FetchMessage>) => {
  void fetchInto(request, writerOf(pipe, control && layoutOf(control).words));
});
