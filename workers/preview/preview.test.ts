// From a request in the service worker to the window that answers it, and back.

import { describe, expect, it } from "vitest";
import { answerQuestion, type Site, type SiteAnswer } from "./preview-host.ts";
import { type AskedWindow, answerPreview } from "./preview-request.ts";

const SITE = "https://witloom.test/";
const PLACE = { key: "gateway", path: "/orders?x" };

function windowWith(sites: Readonly<Record<string, Site>>): AskedWindow {
  return { postMessage: (message) => answerQuestion(message, (key) => sites[key] ?? null) };
}

function bytesOf(...pieces: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

function answering(answer: Partial<Extract<SiteAnswer, { kind: "response" }>>): AskedWindow {
  const plain = { kind: "response", status: 200, headers: [], body: bytesOf("hello") } as const;
  return windowWith({ gateway: async () => ({ ...plain, ...answer }) });
}

function ask(windows: readonly AskedWindow[], init: RequestInit = {}): Promise<Response> {
  return answerPreview(SITE, PLACE, new Request(`${SITE}preview/gateway/orders?x`, init), windows);
}

describe("a request for a preview", () => {
  it("goes to the window that has the run, whole, and its answer comes back", async () => {
    const other = windowWith({});
    const echo: Site = async ({ method, path, headers, body }) => {
      const text = await new Response(body).text();
      const given = headers.find(([name]) => name === "content-type")?.[1];
      return { kind: "response", status: 201, headers: [], body: bytesOf(`${method} ${path} ${given} ${text}`) };
    };
    const init = { method: "POST", body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } };
    const response = await ask([other, windowWith({ gateway: echo })], init);
    expect(response.status).toBe(201);
    expect(await response.text()).toBe("POST /orders?x application/x-www-form-urlencoded a=b");
  });

  it("passes by a window that says nothing", async () => {
    const silent: AskedWindow = { postMessage: () => {} };
    expect(await (await ask([silent, windowWith({}), answering({})])).text()).toBe("hello");
  });

  it("is told that no window has it, with a way back", async () => {
    for (const windows of [[], [windowWith({})]]) {
      const response = await ask(windows);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain(`href="${SITE}"`);
    }
  });

  it("is told why there is no answer, as text", async () => {
    const failed = windowWith({ gateway: async () => ({ kind: "failed", reason: "<b>trapped</b>" }) });
    const response = await ask([failed]);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain("&#60;b&#62;trapped");
    const thrown = await ask([windowWith({ gateway: () => Promise.reject(new Error("no such run")) })]);
    expect(await thrown.text()).toContain("no such run");
  });

  it("is called off when the client goes, before the answer and in it", async () => {
    const early = new AbortController();
    let aborted!: () => void;
    const sawAbort = new Promise<void>((resolve) => (aborted = resolve));
    const waiting: Site = ({ signal }) => {
      early.abort();
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          aborted();
          resolve({ kind: "failed", reason: "gone" });
        });
      });
    };
    await Promise.all([ask([windowWith({ gateway: waiting })], { signal: early.signal }), sawAbort]);
    let cancelled!: () => void;
    const sawCancel = new Promise<void>((resolve) => (cancelled = resolve));
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(new Uint8Array(10)),
      cancel: () => cancelled(),
    });
    const response = await ask([answering({ body: endless })]);
    await response.body!.cancel();
    await sawCancel;
  });
});

describe("an answer", () => {
  it("brings only headers that can't change how the browser treats the site", async () => {
    const hostile = {
      "Content-Type": "text/html",
      "Content-Security-Policy": "script-src *",
      "Cross-Origin-Opener-Policy": "unsafe-none",
      "Service-Worker-Allowed": "/",
      "Clear-Site-Data": '"*"',
      "Set-Cookie": "a=b",
      "Access-Control-Allow-Origin": "*",
      Refresh: "0; url=https://elsewhere.test",
    };
    const { headers } = await ask([answering({ headers: Object.entries(hostile) })]);
    const names = [...headers.keys()];
    expect(names.toSorted()).toEqual([
      "content-security-policy",
      "content-type",
      "cross-origin-embedder-policy",
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
      "referrer-policy",
    ]);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain("sandbox allow-same-origin allow-forms");
    expect(policy).not.toContain("allow-scripts");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  });

  it("leads redirects back into the preview", async () => {
    const response = await ask([answering({ status: 303, headers: [["Location", "/orders/7"]] })]);
    expect(response.headers.get("location")).toBe(`${SITE}preview/gateway/orders/7`);
  });

  it("comes without its encoding, which nobody would take off later", async () => {
    const packed = bytesOf("packed").pipeThrough<Uint8Array<ArrayBuffer>>(new CompressionStream("gzip"));
    const headers = [
      ["content-encoding", "gzip"],
      ["content-length", "26"],
    ] as const;
    const response = await ask([answering({ headers, body: packed })]);
    expect(response.headers.has("content-length")).toBe(false);
    expect(await response.text()).toBe("packed");
  });

  it.each([204, 304])("of %i has no body", async (status) => {
    const response = await ask([answering({ status })]);
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it.each([101, 103, 600, 999])("of %i can't be shown, which is said", async (status) => {
    const response = await ask([answering({ status })]);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain(`status ${status}`);
  });

  it("leaves out a header that no browser takes", async () => {
    const response = await ask([answering({ headers: [["content-language", "a\nb"]] })]);
    expect(response.headers.has("content-language")).toBe(false);
    expect(await response.text()).toBe("hello");
  });
});
