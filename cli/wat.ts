// WebAssembly text → bytes, by wasm-tools; loaded only when a `.wat` file is met.

import type { ToolchainError } from "../workers/toolchain/toolchain-error.ts";
import { loadWasmTools } from "../workers/toolchain/tools.ts";
import { parseWat as assemble } from "../workers/toolchain/wat.ts";
import { Finding } from "./exit-status.ts";
import { withProgress } from "./progress.ts";
import { sayDiagnostic } from "./terminal.ts";

/** The binary of the text in `raw`. @throws Finding with wasm-tools' own message. */
export async function parseWat(path: string, raw: Uint8Array): Promise<Uint8Array> {
  const text = new TextDecoder().decode(raw);
  const assembled = await withProgress(`Assembling ${path}`, () => assemble(text, loadWasmTools));
  return assembled.ok ? assembled.value : sayRefusal(assembled.error, path);
}

/** Says why wasm-tools could not do what it was asked to with the file at `path`. @throws Finding */
export function sayRefusal(error: ToolchainError, path: string | null): never {
  const place =
    error.kind === "wat-syntax" && path !== null ? `${path}:${error.place.line}:${error.place.column}` : path;
  const message = "message" in error ? error.message : error.kind;
  sayDiagnostic({ kind: "tool-refused", tool: "wasm-tools", message }, place);
  throw new Finding();
}
