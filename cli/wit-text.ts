// A file or folder of WIT text → the encoded package, by wasm-tools; loaded only when WIT is met.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { encodeWitPackage, type WitFile } from "../core/wac/wit-package.ts";
import { Finding } from "./exit-status.ts";
import { say, sayDiagnostic } from "./terminal.ts";

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** The package that the WIT at `path` declares. @throws Finding with wasm-tools' own message. */
export async function encodeWit(path: string): Promise<Uint8Array> {
  const { componentEmbed } = await import("@bytecodealliance/jco-transpile/wasm-tools");
  try {
    const encoded = await encodeWitPackage(witFiles(path), async (witSource, world) =>
      componentEmbed({ binary: EMPTY_MODULE, witSource, world, features: { tag: "all" } }),
    );
    if (encoded.ok) return encoded.value;
    sayDiagnostic(encoded.error, path);
  } catch (thrown) {
    const payload: unknown = (thrown as { payload?: unknown }).payload;
    if (typeof payload !== "string") throw thrown;
    say(`${path}: error: ${payload}`);
  }
  throw new Finding();
}

/** The `.wit` file at `path`, or those of a folder and of the packages below its `deps`. */
function witFiles(path: string): readonly WitFile[] {
  const text = (file: string): string => readFileSync(file, "utf8");
  if (!statSync(path).isDirectory()) return [{ path: basename(path), text: text(path) }];
  const all = readdirSync(path, { recursive: true, encoding: "utf8" }).toSorted();
  return all
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".wit") && (file.startsWith("deps/") || !file.includes("/")))
    .map((file) => ({ path: file, text: text(join(path, file)) }));
}

/** True for a folder that holds WIT. */
export function isWitFolder(path: string): boolean {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder && readdirSync(path).some((name) => name.endsWith(".wit"));
}
