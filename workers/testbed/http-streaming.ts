// How fast a body goes through a handler that hands it back, beside the same pieces to a bare worker and back.

import { expectSame, start } from "./testbed-run.ts";

const PROGRAM = new URL("../../samples/conformance/built/http-rust.wasm", import.meta.url);
const PIECE_BYTES = 64 * 1024;
const PIECES = 256;
/** In turns: what else goes on in the machine then hits both alike. */
const ROUNDS = 5;

/** Medians in milliseconds. */
export async function httpStreaming(): Promise<{ handlerMs: number; bareMs: number; byteLength: number }> {
  const bytes = new Uint8Array(await (await fetch(PROGRAM)).arrayBuffer());
  const { run } = await start({ components: { program: bytes } });
  const worker = new Worker(new URL("echo.worker.ts", import.meta.url), { type: "module" });
  const times: { handler: number[]; bare: number[] } = { handler: [], bare: [] };
  for (let i = 0; i < ROUNDS; i += 1) {
    times.handler.push(await timed(() => throughHandler(run)));
    times.bare.push(await timed(() => throughWorker(worker)));
  }
  worker.terminate();
  run.stop();
  return { handlerMs: median(times.handler), bareMs: median(times.bare), byteLength: PIECES * PIECE_BYTES };
}

async function throughHandler(run: Awaited<ReturnType<typeof start>>["run"]): Promise<number> {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === PIECES) controller.close();
      else controller.enqueue(new Uint8Array(PIECE_BYTES));
      sent += 1;
    },
  });
  const outcome = await run.serveHttp({
    instance: "program",
    method: "POST",
    url: "http://localhost/echo",
    headers: [],
    body,
    instances: "shared",
  });
  if (outcome.kind !== "response") throw new Error(JSON.stringify(outcome));
  let received = 0;
  const reader = outcome.response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) received += next.value.length;
  return received;
}

function throughWorker(worker: Worker): Promise<number> {
  let received = 0;
  return new Promise((resolve) => {
    const receive = ({ data }: MessageEvent<Uint8Array>): void => {
      received += data.length;
      if (received < PIECES * PIECE_BYTES) return;
      worker.removeEventListener("message", receive);
      resolve(received);
    };
    worker.addEventListener("message", receive);
    for (let i = 0; i < PIECES; i += 1) worker.postMessage(new Uint8Array(PIECE_BYTES), []);
  });
}

async function timed(work: () => Promise<number>): Promise<number> {
  const startMs = performance.now();
  expectSame(await work(), PIECES * PIECE_BYTES);
  return performance.now() - startMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
