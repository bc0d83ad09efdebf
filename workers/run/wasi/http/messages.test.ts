import { describe, expect, it } from "vitest";
import { GuestTrap } from "../../trap/signals.ts";
import { StreamFailure } from "../io/byte-streams.ts";
import { bytes, errOf, TestHost, text } from "../host.fixtures.ts";
import type { FieldEntries, HttpErrorCode } from "./http-values.ts";
import { type IncomingContent, wholeContent } from "./incoming-body.ts";
import type { OutgoingResponse, ResponseTarget } from "./responses.ts";

const host = new TestHost();
const { context } = host;
const { classes } = context;

/** What arrives of a response, as text. */
class Target implements ResponseTarget {
  readonly log: string[] = [];
  room = Infinity;

  ready(): boolean {
    return this.room > 0;
  }

  capacity(): number {
    return this.room;
  }

  head(status: number): void {
    this.log.push(`head ${status}`);
  }

  write(written: Uint8Array): void {
    this.log.push(text(written));
  }

  end(trailers: FieldEntries | null): void {
    this.log.push(`end ${trailers?.map(([name, value]) => `${name}=${text(value)}`).join() ?? "-"}`);
  }

  fail(code: HttpErrorCode): void {
    this.log.push(`fail ${code.tag}`);
  }
}

function responseOf(length?: string): OutgoingResponse {
  const fields = new classes.Fields();
  if (length !== undefined) fields.append("content-length", bytes(length));
  return new classes.OutgoingResponse(fields);
}

/** Sends `response` to a target of its own. */
function sent(response: OutgoingResponse): Target {
  const target = new Target();
  classes.ResponseOutparam.set(new classes.ResponseOutparam(target), { tag: "ok", val: response });
  return target;
}

describe("an outgoing response", () => {
  it("has a status, and one body", () => {
    const response = responseOf();
    expect(response.statusCode()).toBe(200);
    response.setStatusCode(418);
    expect(errOf(() => response.setStatusCode(1000))).toBeUndefined();
    expect(errOf(() => response.setStatusCode(99))).toBeUndefined();
    response.body();
    expect(errOf(() => response.body())).toBeUndefined();
    expect(sent(response).log).toEqual(["head 418"]);
  });

  it("without a body ends at once", () => {
    expect(sent(responseOf()).log).toEqual(["head 200", "end -"]);
  });

  it("sends what was written before and after it was set, and its trailers", () => {
    const response = responseOf();
    const body = response.body();
    const stream = body.write();
    expect(errOf(() => body.write())).toBeUndefined();
    void stream.blockingWriteAndFlush(bytes("early"));
    const target = sent(response);
    void stream.blockingWriteAndFlush(bytes("late"));
    expect(() => classes.OutgoingBody.finish(body, undefined)).toThrow(GuestTrap);
    stream[Symbol.dispose]();
    classes.OutgoingBody.finish(body, classes.Fields.fromList([["t", bytes("1")]]));
    expect(target.log).toEqual(["head 200", "early", "late", "end t=1"]);
    expect(errOf(() => stream.checkWrite())).toEqual({ tag: "closed" });
  });

  it("that was finished before it was set is whole", () => {
    const response = responseOf();
    classes.OutgoingBody.finish(response.body(), undefined);
    expect(sent(response).log).toEqual(["head 200", "end -"]);
  });

  it("whose body is dropped is left unfinished", () => {
    const response = responseOf();
    const body = response.body();
    const target = sent(response);
    body[Symbol.dispose]();
    expect(target.log).toEqual(["head 200", "fail HTTP-protocol-error"]);
  });

  it("keeps the length that it promised", () => {
    const [short, long] = [responseOf("5"), responseOf("5")];
    const [shortBody, longBody] = [short.body(), long.body()];
    const [shortTarget, longTarget] = [sent(short), sent(long)];
    const stream = longBody.write();
    const error = errOf(() => stream.blockingWriteAndFlush(bytes("123456"))) as { tag: string; val: unknown };
    expect(error.tag).toBe("last-operation-failed");
    expect(host.call("wasi:http/types", "httpErrorCode", error.val)).toEqual({
      tag: "HTTP-response-body-size",
      val: 6n,
    });
    expect(errOf(() => classes.OutgoingBody.finish(shortBody, undefined))).toEqual({
      tag: "HTTP-response-body-size",
      val: 0n,
    });
    expect([shortTarget.log, longTarget.log].map((log) => log.at(-1))).toEqual(
      Array(2).fill("fail HTTP-response-body-size"),
    );
  });

  it("without a body may promise one, as to HEAD", () => {
    expect(sent(responseOf("5")).log).toEqual(["head 200", "end -"]);
  });

  it("can be an error instead, and can't be informational", () => {
    const target = new Target();
    const param = new classes.ResponseOutparam(target);
    expect(errOf(() => param.sendInformational(103, new classes.Fields()))).toMatchObject({ tag: "internal-error" });
    classes.ResponseOutparam.set(param, { tag: "err", val: { tag: "HTTP-response-timeout" } });
    expect(target.log).toEqual(["fail HTTP-response-timeout"]);
  });
});

describe("an incoming request", () => {
  const head = { method: { tag: "get" }, scheme: { tag: "HTTPS" }, authority: "a", pathWithQuery: "/x?y" } as const;

  it("says what it is, and gives its body once", () => {
    const request = new classes.IncomingRequest(context, head, [["A", bytes("1")]], wholeContent(bytes("body")));
    expect([request.method(), request.scheme()]).toEqual([{ tag: "get" }, { tag: "HTTPS" }]);
    expect([request.authority(), request.pathWithQuery()]).toEqual(["a", "/x?y"]);
    expect(request.headers().get("a").map(text)).toEqual(["1"]);
    expect(errOf(() => request.headers().append("b", bytes("")))).toEqual({ tag: "immutable" });
    const body = request.consume();
    expect(errOf(() => request.consume())).toBeUndefined();
    const stream = body.stream();
    expect(errOf(() => body.stream())).toBeUndefined();
    expect(text(stream.blockingRead(99n))).toBe("body");
    expect(errOf(() => stream.blockingRead(1n))).toEqual({ tag: "closed" });
    expect(() => classes.IncomingBody.finish(body)).toThrow(GuestTrap);
    stream[Symbol.dispose]();
    const trailers = classes.IncomingBody.finish(body);
    expect(trailers.subscribe().ready()).toBe(true);
    expect(trailers.get()).toEqual({ tag: "ok", val: { tag: "ok", val: undefined } });
    expect(trailers.get()).toEqual({ tag: "err", val: undefined });
  });

  it.each([
    ["5", { tag: "ok", val: { tag: "ok", val: undefined } }],
    ["nonsense", { tag: "ok", val: { tag: "ok", val: undefined } }],
    ["4", { tag: "ok", val: { tag: "err", val: { tag: "HTTP-request-body-size", val: 5n } } }],
    ["6", { tag: "ok", val: { tag: "err", val: { tag: "HTTP-request-body-size", val: 5n } } }],
  ])("of 5 bytes that promises %s is held to it", (length, outcome) => {
    const headers: FieldEntries = [["Content-Length", bytes(length)]];
    const body = new classes.IncomingRequest(context, head, headers, wholeContent(bytes("12345"))).consume();
    expect(classes.IncomingBody.finish(body).get()).toEqual(outcome);
  });

  it("that is dropped unread wants no more of its body", () => {
    const log: string[] = [];
    const content: IncomingContent = { ...wholeContent(bytes("")), close: () => void log.push("closed") };
    new classes.IncomingRequest(context, head, [], content)[Symbol.dispose]();
    const consumed = new classes.IncomingRequest(context, head, [["content-length", bytes("0")]], content);
    consumed.consume()[Symbol.dispose]();
    consumed[Symbol.dispose]();
    expect(log).toEqual(["closed", "closed"]);
  });

  it("has trailers behind a body that nobody read", () => {
    const content: IncomingContent = {
      ...wholeContent(bytes("x".repeat(200_000))),
      trailers: () => [["T", bytes("1")]],
    };
    const body = new classes.IncomingRequest(context, head, [], content).consume();
    const trailers = classes.IncomingBody.finish(body).get();
    if (trailers?.tag !== "ok" || trailers.val.tag !== "ok") return expect.fail(JSON.stringify(trailers));
    expect(trailers.val.val!.get("t").map(text)).toEqual(["1"]);
  });

  it("tells why its body ended early, in the stream and as trailers", () => {
    const content: IncomingContent = {
      ...wholeContent(bytes("")),
      read() {
        throw new StreamFailure("gone", { http: { tag: "connection-terminated" } });
      },
    };
    const body = new classes.IncomingRequest(context, head, [], content).consume();
    const stream = body.stream();
    const error = errOf(() => stream.read(1n)) as { val: unknown };
    expect(host.call("wasi:http/types", "httpErrorCode", error.val)).toEqual({ tag: "connection-terminated" });
    stream[Symbol.dispose]();
    const trailers = classes.IncomingBody.finish(body).get();
    expect(trailers).toEqual({ tag: "ok", val: { tag: "err", val: { tag: "connection-terminated" } } });
  });
});

describe("an outgoing request", () => {
  it("starts as a GET of nothing, and takes what is valid", () => {
    const request = new classes.OutgoingRequest(new classes.Fields());
    expect([request.method(), request.scheme(), request.authority(), request.pathWithQuery()]).toEqual([
      { tag: "get" },
      undefined,
      undefined,
      undefined,
    ]);
    request.setMethod({ tag: "other", val: "PURGE" });
    request.setScheme({ tag: "other", val: "gopher" });
    request.setAuthority("a:1");
    request.setPathWithQuery("/a?b");
    expect([request.method(), request.scheme(), request.authority(), request.pathWithQuery()]).toEqual([
      { tag: "other", val: "PURGE" },
      { tag: "other", val: "gopher" },
      "a:1",
      "/a?b",
    ]);
    expect(errOf(() => request.setMethod({ tag: "other", val: "a b" }))).toBeUndefined();
    expect(errOf(() => request.setScheme({ tag: "other", val: "1" }))).toBeUndefined();
    expect(errOf(() => request.setAuthority("a b"))).toBeUndefined();
    expect(errOf(() => request.setPathWithQuery("/a b"))).toBeUndefined();
    request.setAuthority(undefined);
    expect(request.authority()).toBeUndefined();
    request.body();
    expect(errOf(() => request.body())).toBeUndefined();
  });

  it("has options that are kept", () => {
    const options = new classes.RequestOptions();
    expect([options.connectTimeout(), options.firstByteTimeout(), options.betweenBytesTimeout()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    options.setConnectTimeout(1n);
    options.setFirstByteTimeout(2n);
    options.setBetweenBytesTimeout(3n);
    expect([options.connectTimeout(), options.firstByteTimeout(), options.betweenBytesTimeout()]).toEqual([1n, 2n, 3n]);
  });
});
