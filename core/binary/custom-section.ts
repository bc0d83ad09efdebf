// One custom section of a core module or component, by the beginning of its name.

import { Cursor } from "./cursor.ts";
import { catchDecodeFailure } from "./decode.ts";
import { SECTION } from "./opcodes.ts";

const PREAMBLE_BYTES = 8;

/** The payload of the first custom section whose name begins with `prefix`, as a view; null where there is none. */
export function customSection(bytes: Uint8Array, prefix: string): Uint8Array | null {
  const found = catchDecodeFailure(() => {
    const cursor = new Cursor(bytes, Math.min(PREAMBLE_BYTES, bytes.length));
    while (!cursor.atEnd) {
      const sectionId = cursor.u8();
      const body = cursor.slice(cursor.u32());
      if (sectionId === SECTION.custom && body.name().startsWith(prefix)) return bytes.subarray(body.offset, body.end);
    }
    return null;
  });
  return found.ok ? found.value : null;
}
