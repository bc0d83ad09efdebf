// Where the standard input of a command comes from, as its form says it.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { InputSource } from "../../components/run/StandardInput.tsx";
import { fail, ok, type Result } from "../../core/base/result.ts";
import { waitModeHere } from "../../workers/run/wait/wait-mode.ts";
import type { FolderEntry } from "../folders/folder.ts";

/** Why nothing can be typed into a run, or null. */
export function noTerminalReason(): string | null {
  if (waitModeHere() !== "asleep") return null;
  return "Typing while the command runs needs a page that is cross-origin isolated, or a browser that suspends calls (JSPI).";
}

/** What was chosen, where there is such a thing; the terminal where nothing was. */
export function inputSource({ stdinFrom = "terminal" }: CommandInput): InputSource {
  return stdinFrom === "terminal" && noTerminalReason() !== null ? "text" : stdinFrom;
}

/** The bytes that a command finds on its standard input, or the path of the file that isn't there. */
export function inputBytes(
  { stdin, stdinFrom, stdinFile = "" }: CommandInput,
  folder: readonly FolderEntry[],
): Result<Uint8Array, string> {
  if (stdinFrom !== "file") return ok(new TextEncoder().encode(stdin));
  const file = folder.find(({ path }) => path === stdinFile);
  return file?.kind === "file" ? ok(file.bytes) : fail(stdinFile);
}
