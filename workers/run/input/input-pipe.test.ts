import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTROL_WORD, CONTROL_WORDS } from "../control/control-buffer.ts";
import { errOf, TestHost, text } from "../wasi/host.fixtures.ts";
import type { InputStream } from "../wasi/io/input-stream.ts";
import type { ByteSource } from "../wasi/io/byte-streams.ts";
import { pipedInput, RunInput } from "./input-pipe.ts";

const encoder = new TextEncoder();

interface Ends {
  readonly input: RunInput;
  readonly source: ByteSource;
  readonly control: Int32Array;
}

function ends(): Ends {
  const control = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4));
  const input = new RunInput(control);
  return { input, source: pipedInput(input.line, null), control };
}

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** All that comes out until the end, in reads of at most `length`. */
async function readAll(source: ByteSource, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    while (!source.ready()) await settle();
    const piece = source.read(length);
    if (piece === null) return new Uint8Array(Buffer.concat(pieces));
    pieces.push(piece);
  }
}

describe("what is written to a run", () => {
  it("arrives whole and in order, however it is cut on either side", async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 100_000 }), async (lengths, atOnce) => {
        const { input, source } = ends();
        const sent = lengths.map((length, i) => new Uint8Array(length).map((_, at) => at * 7 + i));
        const written = Promise.all([...sent.map((bytes) => input.write(bytes)), input.end()]);
        const read = await readAll(source, atOnce);
        expect(Buffer.compare(read, Buffer.concat(sent))).toBe(0);
        expect(new Set(await written)).toEqual(new Set([true]));
      }),
      { numRuns: 25 },
    );
  });

  it("is not ready before, wakes the run, and ends where it is ended", async () => {
    const { input, source, control } = ends();
    expect([source.ready(), source.read(9)]).toEqual([false, new Uint8Array()]);
    await input.write(encoder.encode("é"));
    expect(control[CONTROL_WORD.wake]).toBe(1);
    expect([source.ready(), source.read(1), source.read(9), source.ready()]).toEqual([
      true,
      new Uint8Array([0xc3]),
      new Uint8Array([0xa9]),
      false,
    ]);
    expect(await input.end()).toBe(true);
    expect([source.read(1), source.read(1), source.ready()]).toEqual([null, null, true]);
    expect(await input.write(encoder.encode("late"))).toBe(false);
    expect(await input.end()).toBe(false);
  });

  it("waits for room without holding anybody up, and is let go when the run is over", async () => {
    const { input, source } = ends();
    let written: boolean | null = null;
    void input.write(new Uint8Array(1_000_000)).then((result) => (written = result));
    const behind = input.write(encoder.encode("behind"));
    await settle();
    expect(written).toBeNull();
    expect(source.read(10)).toHaveLength(10);
    input.close();
    expect(await behind).toBe(false);
    expect(written).toBe(false);
    expect(await input.write(encoder.encode("x"))).toBe(false);
  });
});

describe("an instance that reads live input", () => {
  function hostOf(grants: ConstructorParameters<typeof TestHost>[0] = {}) {
    const made = ends();
    const host = new TestHost({ stdin: "live", clocks: true, ...grants });
    host.thread.input = made.source;
    const open = (): InputStream => host.call("wasi:cli/stdin", "getStdin") as InputStream;
    return { ...made, host, open };
  }

  it("finds it through each of its streams, and after one was dropped", async () => {
    const { input, open } = hostOf();
    const [first, second] = [open(), open()];
    await input.write(encoder.encode("hello"));
    expect(text(first.read(2n))).toBe("he");
    first[Symbol.dispose]();
    expect(text(second.blockingRead(9n))).toBe("llo");
    await input.end();
    expect(errOf(() => second.blockingRead(1n))).toEqual({ tag: "closed" });
    expect(errOf(() => open().read(1n))).toEqual({ tag: "closed" });
  });

  it("waits for it and a timer at once", async () => {
    const { input, host, open } = hostOf();
    const stream = open();
    const after = (ns: bigint): unknown => host.call("wasi:clocks/monotonic-clock", "subscribeDuration", ns);
    const poll = (...pollables: unknown[]): unknown => host.call("wasi:io/poll", "poll", pollables);
    expect(poll(stream.subscribe(), after(150_000_000n))).toEqual(new Uint32Array([1]));
    expect(host.thread.clockMs).toBe(1150);
    await input.write(encoder.encode("x"));
    expect(poll(stream.subscribe(), after(150_000_000n))).toEqual(new Uint32Array([0]));
    expect(stream.subscribe().ready()).toBe(true);
  });

  it("is told where it can't come", () => {
    const { host, open } = hostOf();
    host.thread.input = null;
    const error = errOf(() => open().blockingRead(1n)) as { tag: string; val: { toDebugString(): string } };
    expect(error.val.toDebugString()).toMatch(/not cross-origin isolated/);
  });

  it("is at a terminal only where it is said to be", () => {
    const terminals = (terminal: boolean): unknown[] => {
      const { host } = hostOf({ terminal, stdout: true });
      return ["stdin", "stdout", "stderr"].map((stream) => {
        const name = `wasi:cli/terminal-${stream}` as "wasi:cli/terminal-stdin";
        return host.call(name, `getTerminal${stream[0]!.toUpperCase()}${stream.slice(1)}`) !== undefined;
      });
    };
    expect(terminals(true)).toEqual([true, true, false]);
    expect(terminals(false)).toEqual([false, false, false]);
  });
});
