import { describe, expect, it } from "vitest";
import { bytes, errOf, TestHost, text } from "../host.fixtures.ts";
import type { Scheme } from "./http-values.ts";
import { isAllowed } from "./outgoing-handler.ts";
import type { OutgoingRequest, RequestOptions } from "./requests.ts";
import type { FutureIncomingResponse } from "./responses.ts";

const NS_PER_S = 1_000_000_000n;

interface Asked {
  readonly host: TestHost;
  readonly request: OutgoingRequest;
  readonly send: (options?: RequestOptions) => FutureIncomingResponse;
}

function asking(authority = "api.test", scheme: Scheme = { tag: "HTTPS" }): Asked {
  const host = new TestHost({ http: ["api.test"] });
  const { classes } = host.context;
  const request = new classes.OutgoingRequest(classes.Fields.fromList([["X-A", bytes("1")]]));
  request.setAuthority(authority);
  request.setScheme(scheme);
  request.setPathWithQuery("/p?q");
  const send = (options?: RequestOptions): FutureIncomingResponse =>
    host.call("wasi:http/outgoing-handler", "handle", request, options) as FutureIncomingResponse;
  return { host, request, send };
}

describe("an outgoing request", () => {
  it("is sent, and answered while its body comes", () => {
    const { host, send } = asking();
    const future = send();
    expect(host.thread.requests).toEqual([
      { url: "https://api.test/p?q", method: "GET", headers: [["x-a", bytes("1")]], body: null },
    ]);
    expect([future.get(), future.subscribe().ready()]).toEqual([undefined, false]);
    host.thread.frames.push({ kind: "head", status: 201, headers: [["B", bytes("2")]] });
    expect(future.subscribe().ready()).toBe(true);
    const answer = future.get();
    if (answer?.tag !== "ok" || answer.val.tag !== "ok") return expect.fail(JSON.stringify(answer));
    expect(future.get()).toEqual({ tag: "err", val: undefined });
    const response = answer.val.val;
    expect([response.status(), response.headers().get("b").map(text)]).toEqual([201, ["2"]]);
    const body = response.consume();
    expect(errOf(() => response.consume())).toBeUndefined();
    const stream = body.stream();
    expect(text(stream.read(9n))).toBe("");
    host.thread.frames.push({ kind: "data", bytes: bytes("hello") }, { kind: "end", trailers: null });
    expect([text(stream.read(2n)), text(stream.blockingRead(9n))]).toEqual(["he", "llo"]);
    expect(errOf(() => stream.blockingRead(9n))).toEqual({ tag: "closed" });
    expect(host.thread.cancelled).toBe(0);
  });

  it("is sent once its body is finished", () => {
    const { host, request, send } = asking();
    request.setMethod({ tag: "post" });
    const body = request.body();
    const future = send();
    const stream = body.write();
    void stream.blockingWriteAndFlush(bytes("one "));
    void stream.blockingWriteAndFlush(bytes("two"));
    stream[Symbol.dispose]();
    expect([host.thread.requests, future.get()]).toEqual([[], undefined]);
    host.context.classes.OutgoingBody.finish(body, undefined);
    expect(host.thread.requests.map(({ method, body: sent }) => [method, text(sent!)])).toEqual([["POST", "one two"]]);
  });

  it.each([
    ["other.test", { tag: "HTTPS" }, { tag: "HTTP-request-denied" }],
    ["api.test:8443", { tag: "HTTPS" }, { tag: "HTTP-request-denied" }],
    ["api.test", { tag: "other", val: "gopher" }, { tag: "HTTP-protocol-error" }],
    ["me@api.test", { tag: "HTTPS" }, { tag: "HTTP-request-URI-invalid" }],
  ] as const)("to %s by %j is refused", (authority, scheme, code) => {
    const { host, send } = asking(authority, scheme);
    expect(errOf(() => send())).toEqual(code);
    expect(host.thread.requests).toEqual([]);
  });

  it("that is refused is reported with the host that would have to be granted", () => {
    const { host, send } = asking("other.test:81");
    expect(errOf(() => send())).toEqual({ tag: "HTTP-request-denied" });
    expect(host.thread.denials).toMatchObject([{ needs: { kind: "http", host: "https://other.test:81" } }]);
  });

  it("can't be made where nobody could wait for it, or by a method that browsers keep to themselves", () => {
    const { host, request, send } = asking();
    host.thread.canFetch = false;
    expect(errOf(() => send())).toMatchObject({ tag: "internal-error" });
    request.setMethod({ tag: "trace" });
    expect(errOf(() => send())).toEqual({ tag: "HTTP-request-method-invalid" });
  });

  it("fails with trailers, an unfinished body, and an error of the thread that sends", () => {
    const outcomes = [true, false].map((withTrailers) => {
      const { host, request, send } = asking();
      const { classes } = host.context;
      const body = request.body();
      const future = send();
      if (withTrailers) classes.OutgoingBody.finish(body, classes.Fields.fromList([["t", bytes("")]]));
      else body[Symbol.dispose]();
      return future.get();
    });
    expect(outcomes).toMatchObject([
      { tag: "ok", val: { tag: "err", val: { tag: "internal-error" } } },
      { tag: "ok", val: { tag: "err", val: { tag: "HTTP-protocol-error" } } },
    ]);
    const { host, send } = asking();
    host.thread.frames.push({ kind: "error", code: { tag: "destination-unavailable" } });
    expect(send().get()).toEqual({ tag: "ok", val: { tag: "err", val: { tag: "destination-unavailable" } } });
  });

  it("with more headers in its answer than there may be is an error, and no trap", () => {
    const { host, send } = asking();
    host.thread.frames.push({ kind: "head", status: 200, headers: [["a", new Uint8Array(200_000)]] });
    expect(send().get()).toMatchObject({ val: { val: { tag: "HTTP-response-header-section-size" } } });
    expect(host.thread.cancelled).toBe(1);
  });

  it("times out before the first byte, and between two", () => {
    const { host, send } = asking();
    const options = new host.context.classes.RequestOptions();
    options.setConnectTimeout(1n * NS_PER_S);
    options.setFirstByteTimeout(2n * NS_PER_S);
    options.setBetweenBytesTimeout(4n * NS_PER_S);
    const startMs = host.thread.clockMs;
    const late = send(options);
    void late.subscribe().block();
    expect(host.thread.clockMs - startMs).toBe(3000);
    expect(late.get()).toEqual({ tag: "ok", val: { tag: "err", val: { tag: "connection-timeout" } } });
    host.thread.frames.push({ kind: "head", status: 200, headers: [] });
    const answer = send(options).get();
    if (answer?.tag !== "ok" || answer.val.tag !== "ok") return expect.fail(JSON.stringify(answer));
    const stream = answer.val.val.consume().stream();
    const error = errOf(() => stream.blockingRead(1n)) as { val: unknown };
    expect(host.call("wasi:http/types", "httpErrorCode", error.val)).toEqual({ tag: "connection-read-timeout" });
    expect(host.thread.clockMs - startMs).toBe(7000);
    expect(host.thread.cancelled).toBe(2);
  });

  it("is cancelled when nobody wants its answer", () => {
    const { host, send } = asking();
    send()[Symbol.dispose]();
    expect(host.thread.cancelled).toBe(1);
  });
});

it.each([
  ["https://a.test/", ["a.test"], true],
  ["https://a.test:444/", ["a.test"], false],
  ["https://a.test:444/", ["a.test:444"], true],
  ["https://a.test/", ["a.test:443"], true],
  ["http://a.test/", ["a.test:443"], false],
  ["https://x.a.test/", ["*.a.test"], true],
  ["https://a.test/", ["*.a.test"], false],
  ["https://xa.test/", ["*.a.test"], false],
  ["https://a.test:8080/", ["*"], true],
  ["https://a.test/", [], false],
  ["https://a.test/", ["https://a.test"], true],
  ["http://a.test/", ["https://a.test"], false],
  ["http://b.a.test:81/", ["http://*.a.test:81"], true],
  ["https://b.a.test:81/", ["http://*.a.test:81"], false],
  ["https://a.test/", ["https://*"], true],
])("%s of %j is allowed: %s", (url, hosts, expected) => expect(isAllowed(new URL(url), hosts)).toBe(expected));
