// What a file is, by its first bytes: text, a picture that browsers show, or neither.

const PICTURES: readonly (readonly [type: string, offset: number, magic: readonly number[]])[] = [
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/gif", 0, [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]],
];
const TEXT_SAMPLE_BYTES = 4_096;

export function fileKind(bytes: Uint8Array): "text" | "image" | "binary" {
  if (pictureType(bytes) !== null) return "image";
  return bytes.subarray(0, TEXT_SAMPLE_BYTES).includes(0) ? "binary" : "text";
}

/** The media type of a picture, or null. */
export function pictureType(bytes: Uint8Array): string | null {
  return PICTURES.find(([, offset, magic]) => magic.every((byte, i) => bytes[offset + i] === byte))?.[0] ?? null;
}

const HEX_COLUMNS = 16;

/** `bytes` as lines of an offset, sixteen bytes and what of them can be read. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += HEX_COLUMNS) {
    const part = bytes.subarray(offset, offset + HEX_COLUMNS);
    const hex = Array.from(part, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const text = Array.from(part, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    lines.push(`${offset.toString(16).padStart(8, "0")}  ${hex.padEnd(HEX_COLUMNS * 3 - 1)}  ${text}`);
  }
  return lines.join("\n");
}
