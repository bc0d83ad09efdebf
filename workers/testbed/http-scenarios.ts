// HTTP in and out of a run, in a real browser. Each scenario throws when it doesn't work.

import type { HttpOutcome, HttpRequest, HttpResponse } from "../run/http/exchange.ts";
import type { Grants } from "../run/wasi/grants.ts";
import { expectSame, start, type TestGraph, waitMode } from "./testbed-run.ts";

const PROGRAM = new URL("../../samples/conformance/built/http-rust.wasm", import.meta.url);

interface RecordedRequest {
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly response: { readonly status: number; readonly body: string };
}

async function bytesAt(url: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

async function ordersGraph(): Promise<TestGraph> {
  const names = { auth: "0.4.1", validation: "1.2.0", store: "1.2.0", pricing: "1.2.0", gateway: "1.2.0" };
  const components = Object.entries(names).map(async ([name, version]) => {
    return [name, await bytesAt(`/samples/orders/deps/shop/${name}/${version}.wasm`)] as const;
  });
  return {
    components: Object.fromEntries(await Promise.all(components)),
    wires: `pricing.shop:orders/store@1.2.0 = store.shop:orders/store@1.2.0
      gateway.shop:identity/tokens@0.4.1 = auth.shop:identity/tokens@0.4.1
      gateway.shop:orders/validation@1.2.0 = validation.shop:orders/validation@1.2.0
      gateway.shop:orders/pricing@1.2.0 = pricing.shop:orders/pricing@1.2.0
      gateway.shop:orders/store@1.2.0 = store.shop:orders/store@1.2.0`,
  };
}

async function programGraph(grants: Partial<Grants> = {}): Promise<TestGraph> {
  return { components: { program: await bytesAt(PROGRAM) }, grants: { program: grants } };
}

function request(instance: string, path: string, rest: Partial<HttpRequest> = {}): HttpRequest {
  const plain = { method: "GET", headers: [], body: null, instances: "each" } as const;
  return { ...plain, instance, url: `http://localhost${path}`, ...rest };
}

function responseOf(outcome: HttpOutcome): HttpResponse {
  if (outcome.kind !== "response") throw new Error(JSON.stringify(outcome));
  return outcome.response;
}

const textOf = (body: ReadableStream<Uint8Array>): Promise<string> => new Response(body as BodyInit).text();

/** Whether anything from outside reaches a run that is busy. */
const isReached = waitMode !== "asleep";

export const httpScenarios = {
  /** The sample service answers as under Wasmtime. */
  async "http requests"() {
    const demo = await start(await ordersGraph());
    const answers = (await (await fetch("/samples/orders/answers.json")).json()) as RecordedRequest[];
    let count = 0;
    for (const { request: asked, response: expected } of answers) {
      if (!asked) continue;
      const body = new TextEncoder().encode(asked.body);
      const headers = Object.entries(asked.headers);
      const outcome = await demo.run.serveHttp(
        request("gateway", asked.path, { method: asked.method, headers, body: asked.body === "" ? null : body }),
      );
      const { status, body: answer, finished } = responseOf(outcome);
      expectSame({ status, body: await textOf(answer) }, expected);
      expectSame((await finished).kind, "answered");
      count += 1;
    }
    demo.run.stop();
    return { count };
  },

  /** A handler reads what comes and answers it at once; what it writes beyond what is read, waits. */
  async "http streams"() {
    const demo = await start(await programGraph());
    const pieces = ["one ", "two ", "three"].map((piece) => new TextEncoder().encode(piece));
    let send!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    const sendAll = (): void => {
      for (const piece of pieces.splice(0)) send.enqueue(piece);
      send.close();
    };
    // Where nothing reaches a busy run, the whole body is read before the handler starts.
    if (!isReached) sendAll();
    const echoed = responseOf(await demo.run.serveHttp(request("program", "/echo", { method: "POST", body })));
    const reader = echoed.body.getReader();
    let text = "";
    if (isReached) {
      // The handler has answered before anything was sent; what is sent now comes back before the rest is sent.
      send.enqueue(pieces.shift()!);
      text += new TextDecoder().decode((await reader.read()).value);
      expectSame(text, "one ");
      sendAll();
    }
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += new TextDecoder().decode(next.value);
    }
    expectSame(text, "one two three");
    expectSame((await echoed.finished).kind, "answered");
    const many = responseOf(await demo.run.serveHttp(request("program", "/many")));
    expectSame((await textOf(many.body)).length, 300 * 4096);
    const trailing = responseOf(await demo.run.serveHttp(request("program", "/trailers")));
    expectSame(await textOf(trailing.body), "with trailers\n");
    const trailers = await trailing.trailers;
    expectSame(
      trailers?.map(([name, value]) => [name, new TextDecoder().decode(value)]),
      [["x-after", "all"]],
    );
    demo.run.stop();
  },

  /** A handler that fails, traps, or whose client goes, takes nothing with it: the next request is answered. */
  async "http failures"() {
    const demo = await start(await programGraph());
    const ends: string[] = [];
    for (const path of ["/error", "/silent", "/trap"]) {
      ends.push((await demo.run.serveHttp(request("program", path))).kind);
    }
    expectSame(ends, ["failed", "failed", "trapped"]);
    const many = responseOf(await demo.run.serveHttp(request("program", "/many")));
    const reader = many.body.getReader();
    await reader.read();
    await reader.cancel();
    if (isReached) expectSame((await many.finished).kind, "cancelled");
    const gone = new AbortController();
    const body = new ReadableStream<Uint8Array>({ start: () => {} });
    if (isReached) {
      const waiting = demo.run.serveHttp(request("program", "/echo", { method: "POST", body, signal: gone.signal }));
      const { finished } = responseOf(await waiting);
      gone.abort();
      expectSame((await finished).kind, "cancelled");
    }
    const last = responseOf(await demo.run.serveHttp(request("program", "/nowhere")));
    expectSame(last.status, 404);
    await last.finished;
    demo.run.stop();
    expectSame((await demo.run.serveHttp(request("program", "/nowhere"))).kind, "refused");
  },

  /** Requests of guests go where they may, and tell why where they may not. */
  async "http out"() {
    const demo = await start(await programGraph({ http: [location.host, "localhost:1"] }));
    const get = async (target: string): Promise<string> => {
      const { status, body } = responseOf(await demo.run.serveHttp(request("program", `/fetch/${target}`)));
      return `${status} ${await textOf(body)}`;
    };
    const listed = await (await fetch("/samples/samples.json")).text();
    const denied = "502 refused: HTTP-request-denied\n";
    if (isReached) {
      expectSame(await get(`${location.host}/samples/samples.json`), `200 ${listed}`);
      expectSame(await get("localhost:1/"), "502 failed: destination-unavailable\n");
    } else {
      expectSame(await get(`${location.host}/`), "502 refused: internal-error\n");
    }
    expectSame(await get("other.test/"), denied);
    const needs = demo.events.flatMap((event) => (event.kind === "denied" ? [event.needs] : []));
    expectSame(needs, [{ kind: "http", host: "http://other.test" }]);
    demo.run.stop();
  },
};
