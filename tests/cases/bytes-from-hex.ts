// Bytes drawn as text: hexadecimal pairs, `"names"` with their length before them, `[…]*N` for what is repeated,
// `{…}` for a stretch with its length before it, and `;` before a comment.

import { Writer } from "../../core/binary/writer.ts";

const TOKEN = /;[^\n]*|"([^"]*)"|([[{])|\](?:\*(\d+))?|\}|([0-9a-fA-F]{2})|\s+|(.)/gy;

/** The bytes that `text` draws. @throws Error at what is no part of the notation */
export function bytesFromHex(text: string): Uint8Array {
  const open: Writer[] = [new Writer()];
  const inner = (): Writer => open.at(-1)!;
  for (const [token, name, bracket, times, byte, other] of text.matchAll(TOKEN)) {
    if (other !== undefined) throw new Error(`\`${other}\` is no byte`);
    if (name !== undefined) inner().name(name);
    else if (byte !== undefined) inner().u8(Number.parseInt(byte, 16));
    else if (bracket !== undefined) open.push(new Writer());
    else if (token === "}") {
      const body = open.pop()!;
      inner().u32(body.byteLength).bytes(body.view());
    } else if (token.startsWith("]")) {
      const body = open.pop()!.finish();
      for (let i = 0; i < Number(times ?? 1); i++) inner().bytes(body);
    }
  }
  return inner().finish();
}
