// What of the host waits, in both ways: blocked, where it gives its result, and suspended, where it gives a promise of it.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bytes, errOf, TestHost } from "../wasi/host.fixtures.ts";
import { type ByteSink, type ByteSource, bytesSource } from "../wasi/io/byte-streams.ts";
import type { InputStream } from "../wasi/io/input-stream.ts";
import type { OutputStream } from "../wasi/io/output-stream.ts";
import type { Pollable } from "../wasi/io/pollable.ts";
import { WAITING_FUNCTIONS } from "./waiting-functions.ts";

/** Streams and timers that are ready 50 ms from now, and what was written. */
class Late {
  readonly host = new TestHost({ clocks: true });
  readonly written: number[] = [];
  readonly input: InputStream;
  readonly output: OutputStream;

  constructor(suspends: boolean) {
    const { context, thread } = this.host;
    thread.suspends = suspends;
    const deadlineMs = thread.clockMs + 50;
    const late = { deadlineMs, ready: () => thread.clockMs >= deadlineMs };
    const source: ByteSource = { ...bytesSource(bytes("hello")), ...late };
    let room = 3;
    const sink: ByteSink = {
      ...late,
      capacity: () => (late.ready() ? room : 0),
      write: ({ length }) => {
        this.written.push(length);
        room = 4000;
      },
    };
    this.input = new context.classes.InputStream(context, source);
    this.output = new context.classes.OutputStream(context, sink);
  }

  timer(ms: number): Pollable {
    const ns = BigInt(ms) * 1_000_000n;
    return this.host.call("wasi:clocks/monotonic-clock", "subscribeDuration", ns) as Pollable;
  }
}

/** Every function of the interfaces that have some that wait: what it gives, and the clock behind it. */
const CASES: readonly (readonly [name: string, run: (late: Late) => unknown, gives: unknown, atMs: number])[] = [
  ["wasi:io/poll [method]pollable.ready", ({ input }) => input.subscribe().ready(), false, 1000],
  ["wasi:io/poll [method]pollable.block", (late) => late.timer(20).block(), undefined, 1020],
  [
    "wasi:io/poll poll",
    (late) => late.host.call("wasi:io/poll", "poll", [late.timer(80), late.input.subscribe(), late.timer(50)]),
    new Uint32Array([1, 2]),
    1050,
  ],
  ["wasi:io/streams [method]input-stream.read", ({ input }) => input.read(9n), new Uint8Array(), 1000],
  ["wasi:io/streams [method]input-stream.blocking-read", ({ input }) => input.blockingRead(2n), bytes("he"), 1050],
  ["wasi:io/streams [method]input-stream.skip", ({ input }) => input.skip(9n), 0n, 1000],
  ["wasi:io/streams [method]input-stream.blocking-skip", ({ input }) => input.blockingSkip(9n), 5n, 1050],
  ["wasi:io/streams [method]input-stream.subscribe", ({ input }) => input.subscribe().ready(), false, 1000],
  ["wasi:io/streams [method]output-stream.check-write", ({ output }) => output.checkWrite(), 0n, 1000],
  ["wasi:io/streams [method]output-stream.write", ({ output }) => output.write(bytes("")), undefined, 1000],
  [
    "wasi:io/streams [method]output-stream.blocking-write-and-flush",
    ({ output }) => output.blockingWriteAndFlush(bytes("hello")),
    undefined,
    1050,
  ],
  ["wasi:io/streams [method]output-stream.flush", ({ output }) => output.flush(), undefined, 1000],
  ["wasi:io/streams [method]output-stream.blocking-flush", ({ output }) => output.blockingFlush(), undefined, 1000],
  ["wasi:io/streams [method]output-stream.subscribe", ({ output }) => output.subscribe().ready(), false, 1000],
  ["wasi:io/streams [method]output-stream.write-zeroes", ({ output }) => output.writeZeroes(0n), undefined, 1000],
  [
    "wasi:io/streams [method]output-stream.blocking-write-zeroes-and-flush",
    ({ output }) => output.blockingWriteZeroesAndFlush(4096n),
    undefined,
    1050,
  ],
  ["wasi:io/streams [method]output-stream.splice", ({ output, input }) => output.splice(input, 9n), 0n, 1000],
  [
    "wasi:io/streams [method]output-stream.blocking-splice",
    ({ output, input }) => output.blockingSplice(input, 9n),
    3n,
    1050,
  ],
];

const WAITING = Object.entries(WAITING_FUNCTIONS).flatMap(([of, names]) => [...names].map((name) => `${of} ${name}`));

describe("the functions of the host that wait", () => {
  it.each(CASES)("%s gives the same, blocked and suspended", async (name, run, gives, atMs) => {
    const blocked = new Late(false);
    const result = run(blocked);
    expect([result, blocked.host.thread.clockMs]).toEqual([gives, atMs]);
    const suspended = new Late(true);
    const promise = run(suspended);
    expect(promise instanceof Promise, "suspended").toBe(WAITING.includes(name));
    expect([await promise, suspended.host.thread.clockMs]).toEqual([gives, atMs]);
    expect(suspended.written).toEqual(blocked.written);
  });

  it("are those of the list", () => {
    const names = CASES.map(([name]) => name);
    expect(names.filter((name) => WAITING.includes(name)).toSorted()).toEqual(WAITING.toSorted());
    const table = readFileSync(new URL("../../../docs/wasi.md", import.meta.url), "utf8");
    const rows = Array.from(table.matchAll(/^\| `(wasi:io\/(?:poll|streams))`\s*\| `([^`]+)`/gm));
    expect(rows.map(([, of, name]) => `${of} ${name}`).toSorted()).toEqual(names.toSorted());
  });

  it("are the only ones: nothing else of the host waits", () => {
    const folder = new URL("../wasi/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      /^(?!.*\.(test|fixtures)\.ts).*\.ts$/.test(file),
    );
    const waiting = files.filter((file) => /\.wait\(|\.whenReady\(/.test(readFileSync(new URL(file, folder), "utf8")));
    expect(waiting.toSorted()).toEqual(["io/input-stream.ts", "io/output-stream.ts", "io/pollable.ts"]);
  });

  it("fail in both ways alike", async () => {
    const closed = { tag: "closed" };
    for (const suspends of [false, true]) {
      const late = new Late(suspends);
      await late.input.blockingSkip(9n);
      const reading = async (): Promise<unknown> => late.input.blockingRead(1n);
      await expect(reading()).rejects.toMatchObject({ payload: closed });
      expect(errOf(() => late.input.read(1n))).toEqual(closed);
    }
  });
});
