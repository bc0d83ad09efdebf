import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CONTROL_WORD, CONTROL_WORDS } from "../control/control-buffer.ts";
import { Bell } from "../wait/bell.ts";
import { type Frame, type FrameReader, type FrameWriter, MAX_FRAME_BYTES } from "./frame-ends.ts";
import { lineToRun, readerOf } from "./frame-line.ts";
import { type HttpFrame, readFrame, writeFrame } from "./http-frames.ts";

interface Ends {
  readonly writer: FrameWriter;
  readonly reader: FrameReader;
  /** How often the run was woken. */
  readonly woken: () => number;
}

type Line = () => Ends;

function throughMemory(): Ends {
  const control = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4));
  const { writer, end } = lineToRun(control);
  return { writer, reader: readerOf(end, null), woken: () => control[CONTROL_WORD.wake]! };
}

class CountingBell extends Bell {
  rung = 0;

  override ring(): void {
    this.rung += 1;
    super.ring();
  }
}

function byMessages(): Ends {
  const bell = new CountingBell();
  const { writer, end } = lineToRun(null);
  return { writer, reader: readerOf(end, bell), woken: () => bell.rung };
}

const LINES: readonly (readonly [string, Line])[] = [
  ["through memory", throughMemory],
  ["by messages", byMessages],
];

/** The next frame, once it is there. */
async function nextOf(reader: FrameReader): Promise<Frame> {
  while (!reader.ready()) await settle();
  return reader.next()!;
}

/** Lets what waits without blocking go on. */
const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

const FRAMES: readonly HttpFrame[] = [
  { kind: "head", status: 404, headers: [["a", new Uint8Array([0, 128, 255])]] },
  { kind: "data", bytes: new Uint8Array([1, 2, 3]) },
  { kind: "end", trailers: null },
  { kind: "end", trailers: [["t", new Uint8Array([65])]] },
  { kind: "error", code: { tag: "internal-error", val: "why" } },
];

describe.each(LINES)("a line %s", (_, ends) => {
  it("gives what was put in, whatever its lengths", async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: MAX_FRAME_BYTES }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer(), async (sizes, salt) => {
        const { writer, reader } = ends();
        const sent = sizes.map((size, i) => new Uint8Array(size).map((__, at) => at + i + salt));
        const writing = (async () => {
          for (const [kind, bytes] of sent.entries()) expect(await writer.write(kind, bytes)).toBe(true);
        })();
        for (const [kind, bytes] of sent.entries()) {
          const frame = await nextOf(reader);
          expect([frame.kind, Buffer.compare(frame.bytes, bytes)]).toEqual([kind, 0]);
        }
        await writing;
        expect(reader.next()).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it("wakes the run with every frame", async () => {
    const { writer, woken } = ends();
    await writer.write(0, new Uint8Array(1));
    await writer.write(0, new Uint8Array(1));
    await vi.waitFor(() => expect(woken()).toBe(2));
  });

  it("makes the writer wait for room, and lets it go when nobody reads", async () => {
    const { writer, reader } = ends();
    await writer.write(0, new Uint8Array(MAX_FRAME_BYTES));
    let done: boolean | null = null;
    const writing = writer.write(0, new Uint8Array(MAX_FRAME_BYTES)).then((result) => (done = result));
    await settle();
    expect(done).toBeNull();
    reader.close();
    expect(await writing).toBe(false);
    await writer.closed();
    expect(await writer.write(0, new Uint8Array())).toBe(false);
  });

  it("counts what flows back, and tells that nobody wants it", async () => {
    const { writer, reader } = ends();
    writer.take(10);
    await vi.waitFor(() => expect(reader.untaken(25)).toBe(15));
    expect(reader.isCancelled).toBe(false);
    writer.cancel();
    await vi.waitFor(() => expect(reader.isCancelled).toBe(true));
  });

  it("is given up by the writer", async () => {
    const { writer } = ends();
    const closed = writer.closed();
    writer.abandon();
    await closed;
    expect([writer.isClosed, await writer.write(0, new Uint8Array(1))]).toEqual([true, false]);
  });

  it.each(FRAMES)("gives a frame as it was: $kind", async (frame) => {
    const { writer, reader } = ends();
    await writeFrame(writer, frame);
    expect(readFrame(await nextOf(reader))).toEqual(frame);
  });

  it("makes several frames of large data, and an error of a head that is too large", async () => {
    const { writer, reader } = ends();
    await writeFrame(writer, { kind: "data", bytes: new Uint8Array(100_000) });
    for (let bytes = 0; bytes < 100_000;) bytes += (await nextOf(reader)).bytes.length;
    await writeFrame(writer, { kind: "head", status: 200, headers: [["a", new Uint8Array(MAX_FRAME_BYTES)]] });
    expect(readFrame(await nextOf(reader))).toMatchObject({ kind: "error" });
  });
});
