// WIT text → the package that it declares, in its binary form, by wasm-tools.

import { fail, ok, type Result } from "../../core/base/result.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { encodeWitPackage, type WitFile } from "../../core/wac/wit-package.ts";
import type { ToolchainError } from "./toolchain-error.ts";
import { asking, type WasmTools } from "./tools.ts";

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * The encoded package of `files`, one file or the content of a folder.
 * @returns `refused` with what is wrong, in the words of wasm-tools.
 */
export async function encodeWit(
  files: readonly WitFile[],
  load: () => Promise<WasmTools>,
): Promise<Result<Uint8Array<ArrayBuffer>, ToolchainError>> {
  const encoded = await asking(() =>
    encodeWitPackage(files, async (witSource, world) => {
      const { componentEmbed } = await load();
      return componentEmbed({ binary: EMPTY_MODULE, witSource, world, features: { tag: "all" } });
    }),
  );
  if (!encoded.ok) return encoded;
  const { value } = encoded;
  return value.ok
    ? ok(value.value.slice())
    : fail({ kind: "refused", message: describeDiagnostic(value.error).message });
}
