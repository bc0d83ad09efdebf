// WebAssembly text → bytes, by wasm-tools; loaded only when a `.wat` file is met.

import { Finding } from "./exit-status.ts";
import { say } from "./terminal.ts";

/** The binary of the text in `raw`. @throws Finding with wasm-tools' own message. */
export async function parseWat(path: string, raw: Uint8Array): Promise<Uint8Array> {
  const { parse } = await import("@bytecodealliance/jco-transpile/wasm-tools");
  try {
    return await parse(new TextDecoder().decode(raw));
  } catch (thrown) {
    const payload: unknown = (thrown as { payload?: unknown }).payload;
    say(`${path}: error: ${typeof payload === "string" ? payload : String(thrown)}`);
    throw new Finding();
  }
}
