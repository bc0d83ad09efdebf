import { describe, expect, it } from "vitest";
import { GuestTrap } from "../../trap/signals.ts";
import { bytes, errOf, TestHost, text } from "../host.fixtures.ts";
import { type ByteSink, type ByteSource, bytesSource, StreamFailure } from "./byte-streams.ts";
import type { InputStream } from "./input-stream.ts";
import type { OutputStream } from "./output-stream.ts";
import type { Pollable } from "./pollable.ts";

class Sink implements ByteSink {
  taken = "";
  room = 1_000_000;

  ready(): boolean {
    return this.room > 0;
  }

  capacity(): number {
    return this.room;
  }

  write(written: Uint8Array): void {
    if (this.taken.length > 100_000) throw new StreamFailure("broken");
    this.taken += text(written);
  }
}

const host = new TestHost();
const inputOf = (source: ByteSource): InputStream => new host.context.classes.InputStream(host.context, source);
const outputOf = (sink: ByteSink): OutputStream => new host.context.classes.OutputStream(host.context, sink);

describe("an input stream", () => {
  it("gives what is there, and then that it is closed", () => {
    const stream = inputOf(bytesSource(bytes("hello")));
    expect(text(stream.read(2n))).toBe("he");
    expect(stream.skip(1n)).toBe(1n);
    expect(text(stream.blockingRead(2n ** 64n - 1n))).toBe("lo");
    expect(errOf(() => stream.read(1n))).toEqual({ tag: "closed" });
    expect(errOf(() => stream.blockingRead(0n))).toEqual({ tag: "closed" });
    expect(stream.subscribe().ready()).toBe(true);
  });

  it("gives nothing while nothing is there, and waits when asked to", () => {
    const readyAtMs = host.thread.clockMs + 50;
    const source = bytesSource(bytes("late"));
    const stream = inputOf({ ...source, deadlineMs: readyAtMs, ready: () => host.thread.clockMs >= readyAtMs });
    expect(text(stream.read(9n))).toBe("");
    expect(stream.subscribe().ready()).toBe(false);
    expect(text(stream.blockingRead(9n))).toBe("late");
    expect(host.thread.clockMs).toBe(readyAtMs);
  });

  it("fails once, and is closed", () => {
    const failing: ByteSource = {
      ready: () => true,
      read() {
        throw new StreamFailure("gone", { filesystem: "bad-descriptor" });
      },
    };
    const stream = inputOf(failing);
    const error = errOf(() => stream.read(1n)) as { tag: string; val: { toDebugString(): string } };
    expect(error.tag).toBe("last-operation-failed");
    expect(error.val.toDebugString()).toBe("gone");
    expect(host.call("wasi:filesystem/types", "filesystemErrorCode", error.val)).toBe("bad-descriptor");
    expect(errOf(() => stream.read(1n))).toEqual({ tag: "closed" });
  });
});

describe("an output stream", () => {
  it("takes what it permitted, and traps at more", () => {
    const sink = new Sink();
    sink.room = 4;
    const stream = outputOf(sink);
    expect(() => stream.write(bytes("a"))).toThrow(GuestTrap);
    expect(stream.checkWrite()).toBe(4n);
    stream.write(bytes("abc"));
    expect(() => stream.write(bytes("de"))).toThrow(GuestTrap);
    expect(() => stream.writeZeroes(2n)).toThrow(GuestTrap);
    stream.writeZeroes(1n);
    expect(sink.taken).toBe("abc\0");
  });

  it("writes up to 4096 bytes in one blocking call", () => {
    const sink = new Sink();
    sink.room = 1000;
    const stream = outputOf(sink);
    void stream.blockingWriteAndFlush(new Uint8Array(4096));
    void stream.blockingWriteZeroesAndFlush(4096n);
    stream.blockingFlush();
    expect(sink.taken.length).toBe(8192);
    expect(() => stream.blockingWriteAndFlush(new Uint8Array(4097))).toThrow(GuestTrap);
    expect(() => stream.blockingWriteZeroesAndFlush(2n ** 63n)).toThrow(GuestTrap);
  });

  it("splices", () => {
    const sink = new Sink();
    const stream = outputOf(sink);
    const source = inputOf(bytesSource(bytes("hello")));
    expect(stream.splice(source, 2n)).toBe(2n);
    expect(stream.blockingSplice(source, 99n)).toBe(3n);
    expect(errOf(() => stream.splice(source, 1n))).toEqual({ tag: "closed" });
    expect(sink.taken).toBe("hello");
  });

  it("is closed once its sink has failed", () => {
    const sink = new Sink();
    sink.taken = " ".repeat(100_001);
    const stream = outputOf(sink);
    expect(errOf(() => stream.blockingWriteAndFlush(bytes("x")))).toMatchObject({ tag: "last-operation-failed" });
    expect(errOf(() => stream.checkWrite())).toEqual({ tag: "closed" });
    expect(errOf(() => stream.flush())).toEqual({ tag: "closed" });
    expect(stream.subscribe().ready()).toBe(true);
  });
});

describe("poll", () => {
  const clocks = new TestHost({ clocks: true });
  const after = (ns: bigint): Pollable =>
    clocks.call("wasi:clocks/monotonic-clock", "subscribeDuration", ns) as Pollable;
  const poll = (...pollables: Pollable[]): Uint32Array => clocks.call("wasi:io/poll", "poll", pollables) as Uint32Array;

  it("returns when the first is ready, with all that are", () => {
    expect(poll(after(30_000_000n), after(10_000_000n), after(10_000_000n))).toEqual(new Uint32Array([1, 2]));
    expect(poll(after(0n), after(1n))).toEqual(new Uint32Array([0]));
  });

  it("traps when it is given nothing", () => expect(() => poll()).toThrow(GuestTrap));
});
