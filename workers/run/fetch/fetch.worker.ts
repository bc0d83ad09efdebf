import { layoutOf } from "../control/control-buffer.ts";
import { PipeWriter } from "../http/frame-pipe.ts";
import { fetchInto } from "./fetch-into.ts";
import type { FetchMessage } from "./fetch.protocol.ts";

self.addEventListener("message", ({ data: { request, pipe, control } }: MessageEvent<FetchMessage>) => {
  void fetchInto(request, new PipeWriter(pipe, layoutOf(control).words));
});
