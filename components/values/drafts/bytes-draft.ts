// A list<u8> as it is typed, in hex or as text, or as it came from a file ↔ bytes. Spec: UTF-8 for text.

import { fail, ok, type Result } from "../../../core/base/result.ts";

export interface BytesDraft {
  readonly kind: "bytes";
  readonly source:
    | { readonly kind: "typed"; readonly encoding: "text" | "hex"; readonly text: string }
    /** Too long to be typed in; `name` of the file, or empty. */
    | { readonly kind: "block"; readonly name: string; readonly bytes: Uint8Array };
}

export type BytesFault =
  | { readonly kind: "not-hex"; readonly found: string }
  | { readonly kind: "half-byte" }
  | { readonly kind: "not-text" };

/** Bytes that are still shown as an editable text. */
const MAX_TYPED_BYTES = 4_096;

export function typedBytes(encoding: "text" | "hex", text: string): BytesDraft {
  return { kind: "bytes", source: { kind: "typed", encoding, text } };
}

/** `length` zeros, or an empty text. */
export function emptyBytes(length: number): BytesDraft {
  return length === 0 ? typedBytes("text", "") : typedBytes("hex", printHex(new Uint8Array(length)));
}

/** `bytes`, which are borrowed, in the form in which they are best read. */
export function bytesDraftOf(bytes: Uint8Array, name = ""): BytesDraft {
  if (bytes.length > MAX_TYPED_BYTES) return { kind: "bytes", source: { kind: "block", name, bytes } };
  const text = decodeText(bytes);
  return text === null ? typedBytes("hex", printHex(bytes)) : typedBytes("text", text);
}

/** The bytes that `draft` says. */
export function readBytes({ source }: BytesDraft): Result<Uint8Array, BytesFault> {
  if (source.kind === "block") return ok(source.bytes);
  return source.encoding === "hex" ? parseHex(source.text) : ok(new TextEncoder().encode(source.text));
}

/** `draft` in the other encoding. @returns `not-text` where the bytes can't be shown as one */
export function reencoded(draft: BytesDraft, encoding: "text" | "hex"): Result<BytesDraft, BytesFault> {
  const bytes = readBytes(draft);
  if (!bytes.ok) return bytes;
  if (encoding === "hex") return ok(typedBytes("hex", printHex(bytes.value)));
  const text = decodeText(bytes.value);
  return text === null ? fail({ kind: "not-text" }) : ok(typedBytes("text", text));
}

/** `48 69`, 16 bytes a line. */
export function printHex(bytes: Uint8Array): string {
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  const lines: string[] = [];
  for (let i = 0; i < pairs.length; i += 16) lines.push(pairs.slice(i, i + 16).join(" "));
  return lines.join("\n");
}

function parseHex(text: string): Result<Uint8Array, BytesFault> {
  const digits = text.replaceAll(/0x|[\s,_:]/gi, "");
  const wrong = /[^0-9a-f]/iu.exec(digits)?.[0];
  if (wrong !== undefined) return fail({ kind: "not-hex", found: wrong });
  if (digits.length % 2 === 1) return fail({ kind: "half-byte" });
  return ok(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}

/** `bytes` as a text that can be seen and typed, or null. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return /[^\P{C}\t\n]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
