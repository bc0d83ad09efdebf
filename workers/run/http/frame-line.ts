// A line of frames between a thread that never blocks (the page, the thread that fetches) and a run: through memory that
// they share where the run's thread blocks, by messages where its calls are suspended.

import type { Bell } from "../wait/bell.ts";
import type { FrameReader, FrameWriter } from "./frame-ends.ts";
import { createPipe, PipeReader, PipeWriter } from "./frame-pipe.ts";
import { PortReader, PortWriter } from "./frame-port.ts";

/** What is handed to the other thread, which makes its end of it. */
export type LineEnd = SharedArrayBuffer | MessagePort;

/** A new line to a run. @param control the words that the run waits for; null where it gets messages */
export function lineToRun(control: Int32Array | null): { readonly writer: FrameWriter; readonly end: LineEnd } {
  if (control) {
    const end = createPipe();
    return { writer: new PipeWriter(end, control), end };
  }
  const { port1, port2 } = new MessageChannel();
  return { writer: new PortWriter(port1), end: port2 };
}

/** The run's end of a line. @param bell rung when something comes; without one the thread looks for itself */
export function readerOf(end: LineEnd, bell: Bell | null): FrameReader {
  return end instanceof MessagePort ? new PortReader(end, bell) : new PipeReader(end);
}

/** The other end of a line that a run has made. @param control the words that the run waits for */
export function writerOf(end: LineEnd, control: Int32Array | null): FrameWriter {
  return end instanceof MessagePort ? new PortWriter(end) : new PipeWriter(end, control!);
}

/** What has to be transferred with a message that `end` is in. */
export function transferablesOfEnd(end: LineEnd | null): Transferable[] {
  return end instanceof MessagePort ? [end] : [];
}
