// A small picture for the demo, made here so that no file has to come along. Spec: PNG 3, with stored deflate blocks.

import { PNG_SIGNATURE } from "../view/hex-rows.ts";

/** A woven square of `size` pixels as an uncompressed PNG. */
export function pngOf(size: number): Uint8Array {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (__, x) =>
      ((x >> 2) + (y >> 2)) % 2 === 0 ? [73, 79, 204] : [216, 222, 251],
    ).flat(),
  ]).flat();
  const stored = [
    0x78,
    1,
    1,
    rows.length & 255,
    rows.length >> 8,
    ~rows.length & 255,
    (~rows.length >> 8) & 255,
    ...rows,
  ];
  return Uint8Array.from([
    ...PNG_SIGNATURE,
    ...chunk("IHDR", [0, 0, 0, size, 0, 0, 0, size, 8, 2, 0, 0, 0]),
    ...chunk("IDAT", [...stored, ...bigEndian(adler32(rows))]),
    ...chunk("IEND", []),
  ]);
}

function chunk(name: string, content: readonly number[]): readonly number[] {
  const body = [...new TextEncoder().encode(name), ...content];
  return [...bigEndian(content.length), ...body, ...bigEndian(crc32(body))];
}

function bigEndian(value: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

function crc32(bytes: readonly number[]): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function adler32(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
