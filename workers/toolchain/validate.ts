// Whether a component is valid: wasm-tools checks its structure and types, the engine its core modules.

import { fail, ok, type Result } from "../../core/base/result.ts";
import type { Part } from "../../core/binary/parts.ts";
import type { ByteRange } from "../../core/binary/records.ts";
import { readComponent } from "../../core/wit/read.ts";
import type { ToolchainError } from "./toolchain-error.ts";
import { asking, type WasmTools } from "./tools.ts";

/**
 * Nothing if the component in `bytes`, which are borrowed, is valid.
 * @returns `refused` with what is wrong, in the words of wasm-tools or of the engine.
 */
export async function validate(
  bytes: Uint8Array,
  load: () => Promise<WasmTools>,
): Promise<Result<null, ToolchainError>> {
  const component = readComponent(bytes);
  if (!component.ok) return fail({ kind: "not-readable", error: component.error });
  const decoded = await asking(async () => (await load()).componentWit(bytes));
  if (!decoded.ok && !isValidButNotWit(decoded.error)) return fail(withoutPreamble(decoded.error));
  for (const module of coreModulesOf(component.value.root)) {
    const compiled = await compileError(bytes.slice(module.start, module.end));
    if (compiled !== null) return fail({ kind: "refused", message: compiled });
  }
  return ok(null);
}

/** Not every valid component can be written in WIT; wasm-tools tells so after it has checked everything. */
function isValidButNotWit(error: ToolchainError): boolean {
  return error.kind === "refused" && NOT_IN_WIT.some((text) => error.message.includes(text));
}

const NOT_IN_WIT = ["failed to decode WIT", "was not a function or instance"];

function withoutPreamble(error: ToolchainError): ToolchainError {
  if (error.kind !== "refused") return error;
  return { ...error, message: error.message.replace("Failed to decode wit component\n", "") };
}

function coreModulesOf(part: Part): ByteRange[] {
  return part.kind === "module" ? [part.range] : part.parts.flatMap(coreModulesOf);
}

async function compileError(module: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    await WebAssembly.compile(module);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
