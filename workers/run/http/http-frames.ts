// HTTP messages as the frames of a pipe: a head, data, and an end with or without trailers, or an error.

import { type Frame, type FrameWriter, MAX_FRAME_BYTES } from "./frame-ends.ts";
import type { FetchFrame } from "../wasi/http/fetch-port.ts";
import type { FieldEntries, HttpErrorCode } from "../wasi/http/http-values.ts";

const KIND = { head: 0, data: 1, end: 2, error: 3 } as const;

/** A frame of a request or a response; requests have no head in the pipe. */
export type HttpFrame = FetchFrame;

/** Bytes of one frame of data. */
const DATA_BYTES = 32 * 1024;

/** Puts `frame` into the pipe, data in several pieces if need be. False if nobody reads any more. */
export async function writeFrame(pipe: FrameWriter, frame: HttpFrame): Promise<boolean> {
  switch (frame.kind) {
    case "data": {
      for (let start = 0; start < frame.bytes.length; start += DATA_BYTES) {
        if (!(await pipe.write(KIND.data, frame.bytes.subarray(start, start + DATA_BYTES)))) return false;
      }
      return true;
    }
    case "head": {
      const bytes = encoded({ status: frame.status, headers: textOf(frame.headers) });
      if (bytes.length <= MAX_FRAME_BYTES) return pipe.write(KIND.head, bytes);
      return writeFrame(pipe, { kind: "error", code: { tag: "HTTP-response-header-section-size", val: undefined } });
    }
    case "end":
      return pipe.write(KIND.end, encoded(frame.trailers && textOf(frame.trailers)));
    case "error":
      return pipe.write(KIND.error, encoded(frame.code));
  }
}

/** What `writeFrame` put in. */
export function readFrame({ kind, bytes }: Frame): HttpFrame {
  switch (kind) {
    case KIND.data:
      return { kind: "data", bytes };
    case KIND.head: {
      const { status, headers } = decoded(bytes) as { status: number; headers: TextEntries };
      return { kind: "head", status, headers: entriesOf(headers) };
    }
    case KIND.end: {
      const trailers = decoded(bytes) as TextEntries | null;
      return { kind: "end", trailers: trailers && entriesOf(trailers) };
    }
    default:
      return { kind: "error", code: decoded(bytes) as HttpErrorCode };
  }
}

/** Values with one character for each byte. */
type TextEntries = readonly (readonly [name: string, value: string])[];

function textOf(entries: FieldEntries): TextEntries {
  return entries.map(([name, value]) => [name, Array.from(value, (byte) => String.fromCharCode(byte)).join("")]);
}

function entriesOf(entries: TextEntries): FieldEntries {
  return entries.map(([name, value]) => [name, Uint8Array.from(value, (character) => character.charCodeAt(0) & 0xff)]);
}

function encoded(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decoded(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
