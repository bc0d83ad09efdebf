// A composed component → where it was asked for: a file or standard output, as binary or as text, checked before.

import { open, writeFile } from "node:fs/promises";
import { joinChunks } from "../core/compose/compose.ts";
import { loadWasmTools } from "../workers/toolchain/tools.ts";
import { validate } from "../workers/toolchain/validate.ts";
import { printWat } from "../workers/toolchain/wat.ts";
import type { Command, OptionValues } from "./command.ts";
import { Misuse } from "./exit-status.ts";
import { withProgress } from "./progress.ts";
import { printResult } from "./terminal.ts";
import { sayRefusal } from "./wat.ts";

export const OUTPUT_OPTIONS: Command["options"] = {
  output: { type: "string", short: "o" },
  wat: { type: "boolean", short: "t" },
  "no-validate": { type: "boolean" },
};

export const OUTPUT_HELP = `  -o, --output OUT    where to write the component; standard output without it
  -t, --wat           write WebAssembly text
  --no-validate       skip checking the result with wasm-tools
  --json              what was written as JSON: { "output", "bytes", "problems": [{ "code", "message", … }] }`;

/** Refuses, before any work is done, what could not be written. @throws Misuse */
export function checkOutputOptions({ output, wat, json }: OptionValues): void {
  if (output !== undefined) return;
  if (json === true) throw new Misuse("with --json, name the file to write with -o");
  if (wat !== true && process.stdout.isTTY) throw new Misuse("name the file to write with -o");
}

/** Writes the component in `chunks` as the options say. @throws Finding where wasm-tools finds it invalid */
export async function writeComponent(chunks: readonly Uint8Array[], options: OptionValues): Promise<void> {
  const { output, wat } = options;
  if (options["no-validate"] !== true) await checkComponent(joinChunks(chunks));
  const content = wat === true ? [await componentText(joinChunks(chunks))] : chunks;
  if (typeof output !== "string") {
    for (const chunk of content) await writeOut(chunk);
    return;
  }
  await writeTo(output, content);
  const bytes = chunks.reduce((total, { length }) => total + length, 0);
  printResult({ output, bytes }, "");
}

async function checkComponent(bytes: Uint8Array): Promise<void> {
  const valid = await withProgress("Checking the component", () => validate(bytes, loadWasmTools));
  if (!valid.ok) sayRefusal(valid.error, null);
}

async function componentText(bytes: Uint8Array): Promise<Uint8Array> {
  const printed = await withProgress("Writing text", () => printWat(bytes, loadWasmTools));
  return printed.ok ? new TextEncoder().encode(printed.value) : sayRefusal(printed.error, null);
}

/** Waits until the pipe has taken it, so that nothing is lost when the process ends. */
function writeOut(chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

async function writeTo(path: string, chunks: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, "w").catch(() => {
    throw new Misuse(`cannot write ${path}`);
  });
  try {
    for (const chunk of chunks) await file.write(chunk);
  } finally {
    await file.close();
  }
}

/** Writes `text` to the file at `path`. @throws Misuse where that is not possible */
export async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch(() => {
    throw new Misuse(`cannot write ${path}`);
  });
}
