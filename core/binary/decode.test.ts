import { describe, expect, it } from "vitest";
import { LIMITS } from "../base/limits.ts";
import { Cursor, type DecodeError, DecodeFailure } from "./cursor.ts";
import { decodeComponent } from "./decode.ts";
import { Writer } from "./writer.ts";

const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
const bytes = (...tail: number[]): Uint8Array => Uint8Array.from([...PREAMBLE, ...tail]);

function errorOf(input: Uint8Array): DecodeError | null {
  const result = decodeComponent(input);
  return result.ok ? null : result.error;
}

describe("integers", () => {
  it.each([0, 1, 63, 64, 127, 128, 16_383, 16_384, 2 ** 28, 2 ** 31, 2 ** 32 - 1])("u32 and s33 keep %d", (value) => {
    expect(new Cursor(new Writer().u32(value).finish()).u32()).toBe(value);
    expect(new Cursor(new Writer().nonNegativeS33(value).finish()).nonNegativeS33()).toBe(value);
  });

  it.each([
    ["more than five bytes", [0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
    ["more than 32 bits", [0xff, 0xff, 0xff, 0xff, 0x1f]],
  ])("refuses a u32 of %s", (_, input) => {
    expect(() => new Cursor(Uint8Array.from(input)).u32()).toThrow(DecodeFailure);
  });
});

describe("decodeComponent", () => {
  it.each<[string, Uint8Array, Partial<DecodeError>]>([
    ["nothing", new Uint8Array(), { kind: "not-wasm", byteOffset: 0 }],
    ["text", new TextEncoder().encode("(component)"), { kind: "not-wasm" }],
    ["a core module", Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), { kind: "core-module" }],
    ["an unknown layer", Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 2, 0), { kind: "unsupported-layer", layer: 2 }],
    ["a section beyond the end", bytes(7, 10, 1), { kind: "unexpected-end", byteOffset: 11 }],
    ["bytes left over in a section", bytes(10, 2, 0, 0), { kind: "malformed", byteOffset: 11 }],
    ["a count that promises more than there is", bytes(7, 5, 0xff, 0xff, 0x03, 0x7f, 0x7f), { kind: "unexpected-end" }],
    ["an invalid name", bytes(0, 3, 2, 0xc3, 0x28), { kind: "invalid-utf8", byteOffset: 11 }],
  ])("refuses %s", (_, input, error) => expect(errorOf(input)).toMatchObject(error));

  it("refuses types nested too deep, naming the bound", () => {
    // Instance types, each declaring the next.
    const depth = LIMITS.nestingDepth + 2;
    const type = [...Array.from({ length: depth }, () => [0x42, 0x01, 0x01]).flat(), 0x42, 0x00];
    const body = new Writer().u32(1).bytes(type);
    const section = new Writer().u8(7).u32(body.byteLength).bytes(body.view()).finish();
    const error = errorOf(bytes(...section));
    expect(error).toMatchObject({ kind: "limit-exceeded", limit: "nestingDepth", bound: LIMITS.nestingDepth });
  });

  it("goes on after a construct that it doesn't know", () => {
    // Two types, of which the first has an unassigned opcode; then a known section.
    const result = decodeComponent(bytes(7, 3, 2, 0x3a, 0x7f, 10, 1, 0));
    expect(result).toMatchObject({
      ok: true,
      value: {
        sections: [
          { kind: "type", items: [{ kind: "unknown" }, { kind: "unknown" }] },
          { kind: "import", items: [] },
        ],
        notices: [{ kind: "unknown-construct", construct: "type 0x3a", byteOffset: 11 }],
      },
    });
  });
});
