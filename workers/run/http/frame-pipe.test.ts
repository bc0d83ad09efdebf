import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTROL_WORD, CONTROL_WORDS } from "../control/control-buffer.ts";
import { createPipe, MAX_FRAME_BYTES, PipeReader, PipeWriter } from "./frame-pipe.ts";
import { type HttpFrame, readFrame, writeFrame } from "./http-frames.ts";

interface Ends {
  readonly writer: PipeWriter;
  readonly reader: PipeReader;
  readonly control: Int32Array;
}

function ends(): Ends {
  const pipe = createPipe();
  const control = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4));
  return { writer: new PipeWriter(pipe, control), reader: new PipeReader(pipe), control };
}

/** Lets what waits without blocking go on. */
const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

describe("a pipe", () => {
  it("gives what was put in, whatever its lengths", async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: MAX_FRAME_BYTES }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer(), async (sizes, salt) => {
        const { writer, reader } = ends();
        const sent = sizes.map((size, i) => new Uint8Array(size).map((_, at) => at + i + salt));
        const writing = (async () => {
          for (const [kind, bytes] of sent.entries()) expect(await writer.write(kind, bytes)).toBe(true);
        })();
        for (const [kind, bytes] of sent.entries()) {
          while (!reader.ready()) await settle();
          const frame = reader.next()!;
          expect([frame.kind, Buffer.compare(frame.bytes, bytes)]).toEqual([kind, 0]);
        }
        await writing;
        expect(reader.next()).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it("wakes the run with every frame", async () => {
    const { writer, control } = ends();
    await writer.write(0, new Uint8Array(1));
    await writer.write(0, new Uint8Array(1));
    expect(control[CONTROL_WORD.wake]).toBe(2);
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

  it("counts what flows back, and tells that nobody wants it", () => {
    const { writer, reader } = ends();
    writer.take(10);
    expect(reader.untaken(25)).toBe(15);
    expect(reader.isCancelled).toBe(false);
    writer.cancel();
    expect(reader.isCancelled).toBe(true);
  });
});

const FRAMES: readonly HttpFrame[] = [
  { kind: "head", status: 404, headers: [["a", new Uint8Array([0, 128, 255])]] },
  { kind: "data", bytes: new Uint8Array([1, 2, 3]) },
  { kind: "end", trailers: null },
  { kind: "end", trailers: [["t", new Uint8Array([65])]] },
  { kind: "error", code: { tag: "internal-error", val: "why" } },
];

it.each(FRAMES)("a frame comes out as it went in: $kind", async (frame) => {
  const { writer, reader } = ends();
  await writeFrame(writer, frame);
  expect(readFrame(reader.next()!)).toEqual(frame);
});

it("large data is several frames, and a head that is too large an error", async () => {
  const { writer, reader } = ends();
  await writeFrame(writer, { kind: "data", bytes: new Uint8Array(100_000) });
  let bytes = 0;
  for (let next = reader.next(); next; next = reader.next()) bytes += next.bytes.length;
  expect(bytes).toBe(100_000);
  await writeFrame(writer, { kind: "head", status: 200, headers: [["a", new Uint8Array(MAX_FRAME_BYTES)]] });
  expect(readFrame(reader.next()!)).toMatchObject({ kind: "error" });
});
