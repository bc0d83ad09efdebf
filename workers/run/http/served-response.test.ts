import { expect, it } from "vitest";
import { StreamFailure } from "../wasi/io/byte-streams.ts";
import type { ServedFrame } from "./serve.protocol.ts";
import { ServedResponse } from "./served-response.ts";

const MIB = 1024 * 1024;

it("an answer that nobody can slow down has a bound", () => {
  const frames: ServedFrame[] = [];
  const response = new ServedResponse((frame) => void frames.push(frame), null);
  for (let i = 0; i < 64; i += 1) response.write(new Uint8Array(MIB));
  expect(() => response.write(new Uint8Array(1))).toThrow(StreamFailure);
  response.end(null);
  expect(response.outcome).toEqual({
    isWhole: false,
    code: { tag: "HTTP-response-body-size", val: BigInt(64 * MIB + 1) },
  });
  expect(frames.map(({ kind }) => kind)).toEqual(Array(64).fill("data"));
});
