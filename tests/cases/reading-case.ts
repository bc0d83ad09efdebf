// A component: `component.wit` (a world), `.wat` or `.hex` (bytes, which may be wrong).
// Expected: `world.wit`, its world, which must be what wasm-tools prints where WIT can say it; `problems.txt`, why it
// can't be read; `notices.txt`, what in it was passed over.

import { printWorld } from "../../core/wit/print-world.ts";
import { readComponent } from "../../core/wit/read.ts";
import { componentBytes, expectWorldOfOracle, type Outcome, outcome, problemText } from "./case-folder.ts";

export async function runReadingCase(folder: string): Promise<Outcome> {
  const bytes = (await componentBytes(`${folder}component`))!;
  const read = readComponent(bytes);
  if (!read.ok) return outcome({ "problems.txt": problemText([read.error]) });
  const { type, notices } = read.value;
  const world = printWorld(type);
  // An encoded WIT package exports types, and wasm-tools' JavaScript build traps on it.
  const isWorld = [...type.exports.values()].every(({ kind }) => kind !== "type");
  if (isWorld) await expectWorldOfOracle(world, bytes);
  const lines = notices.map(({ construct, byteOffset }) => `byte ${byteOffset}: ${construct}\n`).join("");
  return outcome({ "world.wit": world, "notices.txt": lines || null });
}
