// Bytes → rows of a hex dump: offset, sixteen bytes, the same as ASCII.

export interface HexRow {
  /** From the start of the bytes, in hex: `00000010`. */
  readonly offset: string;
  /** `48 69 …`; the last row may be shorter. */
  readonly hex: string;
  /** `·` stands for what isn't a printable ASCII character. */
  readonly ascii: string;
}

const ROW_BYTES = 16;

/** The first `count` bytes of `bytes` as rows. */
export function hexRows(bytes: Uint8Array, count: number): readonly HexRow[] {
  const shown = bytes.subarray(0, count);
  return Array.from({ length: Math.ceil(shown.length / ROW_BYTES) }, (_, i) => {
    const row = shown.subarray(i * ROW_BYTES, (i + 1) * ROW_BYTES);
    return {
      offset: (i * ROW_BYTES).toString(16).padStart(8, "0"),
      hex: Array.from(row, (byte) => byte.toString(16).padStart(2, "0")).join(" "),
      ascii: Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : "·")).join(""),
    };
  });
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** True when `bytes` begin as a PNG file does. @see PNG 3, "PNG signature" */
export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);
}
