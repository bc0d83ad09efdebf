import { describe, expect, it } from "vitest";
import { CONTROL_STATE, CONTROL_WORD, CONTROL_WORDS, type ControlLayout, layoutOf } from "../control/control-buffer.ts";
import { drainOutput, OutputRingWriter } from "./output-ring.ts";
import { OutputQueue } from "./output-queue.ts";
import type { OutputChunk } from "./output-chunks.ts";
import { checkState } from "../control/run-control.ts";
import { StopSignal } from "../trap/signals.ts";

const RING_BYTES = 256 * 1024;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function ring(): { layout: ControlLayout; writer: OutputRingWriter; told: string[]; onFull: { run: () => void } } {
  const layout = layoutOf(new SharedArrayBuffer(CONTROL_WORDS * 4 + RING_BYTES));
  const told: string[] = [];
  const onFull = { run: () => {} };
  const reader = {
    available: () => void told.push("available"),
    full() {
      told.push("full");
      onFull.run();
    },
  };
  return { layout, told, onFull, writer: new OutputRingWriter(layout, reader, () => checkState(layout.words)) };
}

describe("the output ring", () => {
  it("keeps the order, and joins what belongs together", () => {
    const { layout, writer, told } = ring();
    writer.write(0, "stdout", encode("a"));
    writer.write(0, "stdout", encode("b"));
    writer.write(1, "stdout", encode("c"));
    writer.write(0, "stderr", encode("d"));
    const { chunks, more } = drainOutput(layout, ["one", "two"]);
    expect(chunks.map(({ instance, stream, bytes }) => [instance, stream, decode(bytes)])).toEqual([
      ["one", "stdout", "ab"],
      ["two", "stdout", "c"],
      ["one", "stderr", "d"],
    ]);
    expect(more).toBe(false);
    expect(told).toEqual(["available"]);
    expect(drainOutput(layout, ["one", "two"]).chunks).toEqual([]);
  });

  it("waits for room, loses nothing, and wraps around, counters too", () => {
    const { layout, writer, told, onFull } = ring();
    layout.words[CONTROL_WORD.outputWritten] = -1000;
    layout.words[CONTROL_WORD.outputRead] = -1000;
    const read: OutputChunk[] = [];
    const drain = (): void => void read.push(...drainOutput(layout, ["one"]).chunks);
    onFull.run = drain;
    const written = Uint8Array.from({ length: 1_000_003 }, (_, i) => i % 251);
    for (let at = 0; at < written.length; at += 3333) writer.write(0, "stdout", written.subarray(at, at + 3333));
    writer.write(0, "stdout", written);
    drain();
    expect(Buffer.concat(read.map(({ bytes }) => bytes)).equals(Buffer.concat([written, written]))).toBe(true);
    expect(told).toContain("full");
  });

  it("gives what was written before a position, and the rest later", () => {
    const { layout, writer } = ring();
    writer.write(0, "stdout", encode("before"));
    const position = layout.words[CONTROL_WORD.outputWritten]!;
    writer.write(0, "stdout", encode("after"));
    const texts = [position, position, undefined].map((upTo) => {
      const { chunks, more } = drainOutput(layout, ["one"], upTo);
      return [chunks.map(({ bytes }) => decode(bytes)).join(), more];
    });
    expect(texts).toEqual([
      ["before", true],
      ["", true],
      ["after", false],
    ]);
  });

  it("lets go of a writer whose run is stopped", () => {
    const { layout, writer, onFull } = ring();
    onFull.run = () => void (layout.words[CONTROL_WORD.state] = CONTROL_STATE.stopped);
    expect(() => writer.write(0, "stdout", new Uint8Array(RING_BYTES * 2))).toThrow(StopSignal);
  });
});

describe("the output queue", () => {
  it("posts at once while little comes, gathers a flood, and keeps the order", () => {
    let nowMs = 0;
    const posted: string[] = [];
    const queue = new OutputQueue(
      (chunks) => void posted.push(chunks.map(({ bytes }) => decode(bytes)).join("")),
      () => nowMs,
    );
    const lines = Array.from({ length: 1000 }, (_, i) => `${i}\n`);
    for (const line of lines) {
      queue.write({ instance: "one", stream: "stdout", bytes: encode(line) });
      nowMs += 0.1;
    }
    queue.flush();
    expect(posted.join("")).toBe(lines.join(""));
    expect(posted.length).toBeLessThan(600);
    expect(posted[0]).toBe("0\n");
  });
});
