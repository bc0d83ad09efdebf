// A case on disk: a folder of inputs and of the files that say what must come of them.

import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { getOrInsert } from "../../core/base/collections.ts";
import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { formatDiagnostic } from "../../core/base/wording.ts";
import { componentFromWat, componentFromWit, worldOf } from "../wasm-tools.ts";
import { bytesFromHex } from "./bytes-from-hex.ts";

/** What came of a case, by the name of the file that holds it. */
export type Outcome = Partial<Record<Expectation, string>>;

/** The files that a case may expect; one that it does not expect must not come about. */
export const EXPECTATIONS = ["world.wit", "problems.txt", "verdicts.txt", "notices.txt"] as const;
type Expectation = (typeof EXPECTATIONS)[number];

export type CaseRunner = (folder: string) => Promise<Outcome>;

export function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Components by the text that they are made from: many cases share one. */
const COMPONENTS = new Map<string, Promise<Uint8Array>>();

const FORMS: readonly { readonly ending: string; readonly make: (text: string) => Promise<Uint8Array> }[] = [
  { ending: ".wit", make: async (text) => componentFromWit(text) },
  { ending: ".wat", make: componentFromWat },
  { ending: ".hex", make: async (text) => bytesFromHex(text) },
];

/** The bytes that `path` stands for with one of the endings `.wit` (a world), `.wat` or `.hex`; null where none is. */
export async function componentBytes(path: string): Promise<Uint8Array | null> {
  for (const { ending, make } of FORMS) {
    const text = readText(path + ending);
    if (text !== null) return getOrInsert(COMPONENTS, ending + text, () => make(text));
  }
  return null;
}

/** Expects `world` to be what wasm-tools prints of `bytes`, where WIT can say it. */
export async function expectWorldOfOracle(world: string, bytes: Uint8Array): Promise<void> {
  const oracle = await worldOf(bytes);
  // Core modules and components are said in comments, where wasm-tools says nothing; of the packages behind the world,
  // its JavaScript build prints none.
  if (oracle !== null) expect(world.replaceAll(/^ *\/\/.*\n/gm, "")).toContain(oracle.trimEnd());
}

/** Every diagnostic in full, as a terminal shows it; null for none. `placeOf` gives what stands before a message. */
export function problemText(
  diagnostics: readonly Diagnostic[],
  placeOf: (diagnostic: Diagnostic) => string = () => "",
): string | null {
  if (diagnostics.length === 0) return null;
  return diagnostics.map((diagnostic) => `${placeOf(diagnostic)}${formatDiagnostic(diagnostic)}\n`).join("");
}

/** An outcome without what did not come about. */
export function outcome(files: Readonly<Record<string, string | null>>): Outcome {
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== null));
}
