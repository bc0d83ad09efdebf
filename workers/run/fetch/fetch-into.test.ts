import { expect, it } from "vitest";
import { CONTROL_WORDS } from "../control/control-buffer.ts";
import { createPipe, PipeReader, PipeWriter } from "../http/frame-pipe.ts";
import { type HttpFrame, readFrame } from "../http/http-frames.ts";
import type { FetchRequest } from "../wasi/http/fetch-port.ts";
import { fetchInto } from "./fetch-into.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const REQUEST: FetchRequest = {
  url: "https://a.test/x",
  method: "POST",
  headers: [["x-a", bytes("é")]],
  body: bytes("b"),
};

type Send = typeof fetch;

/** The frames of the answer when `send` stands for `fetch`. */
async function framesOf(send: Send, request = REQUEST): Promise<HttpFrame[]> {
  const pipe = createPipe();
  const control = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4));
  await fetchInto(request, new PipeWriter(pipe, control), send);
  const reader = new PipeReader(pipe);
  const frames: HttpFrame[] = [];
  for (let next = reader.next(); next; next = reader.next()) frames.push(readFrame(next));
  return frames;
}

it("sends what was asked, without a person's cookies, and passes the answer on", async () => {
  let sent: RequestInit | undefined;
  const frames = await framesOf(async (_, options) => {
    sent = options;
    return new Response("hello", { status: 201, headers: { "x-b": "1" } });
  });
  expect(sent).toMatchObject({ method: "POST", redirect: "manual", credentials: "omit", cache: "no-store" });
  expect([...new Headers(sent!.headers)]).toEqual([["x-a", "Ã©"]]);
  const [head, data, end] = frames;
  expect(head).toMatchObject({ kind: "head", status: 201 });
  expect(head?.kind === "head" && head.headers.find(([name]) => name === "x-b")?.[1]).toEqual(bytes("1"));
  expect([data, end]).toEqual([
    { kind: "data", bytes: bytes("hello") },
    { kind: "end", trailers: null },
  ]);
});

it("doesn't tell of an encoding that was undone", async () => {
  const headers = { "content-encoding": "gzip", "content-length": "9", "x-b": "1" };
  const [head] = await framesOf(async () => new Response("", { headers }));
  const names = head?.kind === "head" ? head.headers.map(([name]) => name) : [];
  expect(names).toContain("x-b");
  expect(names.filter((name) => name in headers)).toEqual(["x-b"]);
});

it.each([
  ["a server that can't be reached", REQUEST, { tag: "destination-unavailable" }],
  ["a body with GET", { ...REQUEST, method: "GET" }, { tag: "internal-error", val: "browsers send no body with GET" }],
])("tells of %s", async (_, request, code) => {
  const frames = await framesOf(() => Promise.reject(new TypeError("failed")), request);
  expect(frames).toEqual([{ kind: "error", code }]);
});

it("doesn't follow a redirection", async () => {
  const redirect = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
  expect(await framesOf(() => Promise.resolve(redirect))).toMatchObject([{ code: { tag: "internal-error" } }]);
});

it("tells of an answer that breaks off", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes("half"));
    },
    pull(controller) {
      controller.error(new TypeError("gone"));
    },
  });
  const frames = await framesOf(async () => new Response(body));
  expect(frames.at(-1)).toEqual({ kind: "error", code: { tag: "connection-terminated" } });
});
