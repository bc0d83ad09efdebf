// What a run may touch. Everything is in memory: the document's own folder, clocks, randomness and standard streams.

import type { Grants } from "../../workers/run/wasi/grants.ts";
import { splitArgumentLine } from "./argument-line.ts";
import { sessionOf } from "./run-store.ts";

/** The folder of the document, as every instance that asks for one finds it. */
export const FOLDER_PATH = "/";
export const FOLDER_TREE = "folder";

/** `command` is the instance whose command is run, or null: it alone gets the arguments and the input. */
export function grantsFor(documentId: string, instance: string, command: string | null): Grants {
  const { argumentLine, environment, stdin } = sessionOf(documentId).command;
  const args = splitArgumentLine(argumentLine);
  const isCommand = instance === command;
  return {
    arguments: isCommand && args.ok ? [instance, ...args.value] : [instance],
    environment: environment.filter(({ name }) => name !== "").map(({ name, value }) => [name, value] as const),
    stdin: new TextEncoder().encode(isCommand ? stdin : ""),
    stdout: true,
    stderr: true,
    terminal: false,
    preopens: [{ path: FOLDER_PATH, tree: FOLDER_TREE, folder: "", access: "read-write" }],
    clocks: true,
    random: true,
  };
}
