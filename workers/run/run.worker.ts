import "./session/dispose-symbol.ts";
import { disableFinalizers } from "./session/no-finalizers.ts";
import { RunServer } from "./session/run-server.ts";
import { type RunMessage, transferablesOf } from "./run.protocol.ts";

disableFinalizers();
const server = new RunServer((reply) => self.postMessage(reply, { transfer: transferablesOf(reply) }));
self.addEventListener("message", ({ data }: MessageEvent<RunMessage>) => server.receive(data));
