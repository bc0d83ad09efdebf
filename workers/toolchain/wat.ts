// The text format of components and modules: text → bytes and back, by wasm-tools.
// Its parser is strict: `(memory (core memory $i "memory"))`, not `(memory $i "memory")`.

import { fail, type Result } from "../../core/base/result.ts";
import type { TextPlace, ToolchainError } from "./toolchain-error.ts";
import { asking, type WasmTools } from "./tools.ts";

/**
 * The bytes that `text` stands for. They are well formed but not checked: see `validate`.
 * @returns `wat-syntax` with the place of the first error.
 */
export async function parseWat(
  text: string,
  load: () => Promise<WasmTools>,
): Promise<Result<Uint8Array<ArrayBuffer>, ToolchainError>> {
  const parsed = await asking(async () => (await (await load()).parse(text)).slice());
  if (parsed.ok || parsed.error.kind !== "refused") return parsed;
  const place = placeIn(parsed.error.message);
  return place === null ? parsed : fail({ kind: "wat-syntax", message: messageIn(parsed.error.message), place });
}

/** The text of a component or a module, whose `bytes` are borrowed. */
export function printWat(bytes: Uint8Array, load: () => Promise<WasmTools>): Promise<Result<string, ToolchainError>> {
  return asking(async () => (await load()).print(bytes));
}

/** wasm-tools tells `Text { line: 2, col: 7, … }`, both from 0. */
function placeIn(debugText: string): TextPlace | null {
  const found = /Text \{ line: (\d+), col: (\d+)/.exec(debugText);
  return found && { line: Number(found[1]) + 1, column: Number(found[2]) + 1 };
}

/** The `kind` at the end: `kind: Custom("expected `(`")` or `kind: Lex(UnexpectedEof)`. */
function messageIn(debugText: string): string {
  const kind = / kind: (?:Custom|Lex)\((.*)\) \} \}\) \}$/s.exec(debugText)?.[1];
  if (kind === undefined) return debugText;
  return /^"(.*)"$/s.exec(kind)?.[1]?.replaceAll(/\\(["'\\])/g, "$1") ?? lexMessage(kind);
}

/** `InvalidStringElement('\n')` → `invalid string element '\n'`. */
function lexMessage(kind: string): string {
  const [, name = kind, detail = ""] = /^(\w+)(?:\((.*)\))?$/s.exec(kind) ?? [];
  const words = name.replaceAll(/(?<=[a-z])([A-Z])/g, " $1").toLowerCase();
  return detail === "" ? words : `${words} ${detail}`;
}
