// A case is a directory under fixtures/compositions: a WAC text, the worlds of its packages as WIT, and what must come
// of it: `world.wit`, the composed component's world, or `problems.txt`, every message in full.
// UPDATE_FIXTURES=1 writes what came of it instead; read the difference before you keep it.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../core/base/diagnostics.ts";
import { formatDiagnostic } from "../core/base/wording.ts";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { diagnose, isError } from "../core/graph/diagnose.ts";
import { lineColumnAt } from "../core/wac/line-index.ts";
import { packagesIn } from "../core/wac/packages.ts";
import { parseWac } from "../core/wac/parser.ts";
import { printWac } from "../core/wac/print.ts";
import { type PackageSource, resolveWac } from "../core/wac/resolve.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { readComponent } from "../core/wit/read.ts";
import { componentFromWat, componentFromWit, validationError } from "./wasm-tools.ts";

const ROOT = fileURLToPath(new URL("fixtures/compositions/", import.meta.url));
const UPDATE = process.env["UPDATE_FIXTURES"] !== undefined;

describe("compositions", () => {
  for (const name of readdirSync(ROOT)) {
    it(name, async () => {
      const folder = `${ROOT}${name}/`;
      const outcome = await run(folder);
      const [file, other] = outcome.world === null ? ["problems.txt", "world.wit"] : ["world.wit", "problems.txt"];
      const text = outcome.world ?? outcome.problems;
      if (UPDATE) {
        writeFileSync(folder + file, text);
        rmSync(folder + other, { force: true });
      }
      expect(text).toBe(existsSync(folder + file) ? readFileSync(folder + file, "utf8") : `no ${file}`);
    });
  }
});

interface Outcome {
  readonly world: string | null;
  readonly problems: string;
}

async function run(folder: string): Promise<Outcome> {
  const text = readFileSync(`${folder}composition.wac`, "utf8");
  const parsed = parseWac(text);
  if (!parsed.ok) return failed(parsed.error, text);
  const packages = new Map<string, PackageSource & { bytes: Uint8Array }>();
  for (const key of packagesIn(parsed.value)) {
    const bytes = await packageBytes(folder, key);
    if (!bytes) continue;
    const read = readComponent(bytes);
    if (!read.ok) return failed([read.error], text);
    packages.set(key, { reference: { key, sha256: key }, component: read.value, bytes });
  }
  const resolved = resolveWac(parsed.value, (key) => packages.get(key));
  if (!resolved.ok) return failed(resolved.error, text);
  const componentOf = (key: string): PackageSource["component"] | undefined => packages.get(key)?.component;
  const printed = parseWac(printWac(resolved.value, componentOf));
  expect(printed.ok && resolveWac(printed.value, (key) => packages.get(key)).ok, "printed WAC reads back").toBe(true);

  const { evaluation, problems } = diagnose(resolved.value, componentOf);
  if (problems.some(isError)) return failed(problems, text);
  const options = { packageName: resolved.value.packageName, embed: true, toolVersion: "0.0.0" };
  const composed = compose(evaluation, (key) => packages.get(key)!.bytes, options);
  if (!composed.ok) return failed(composed.error, text);
  const bytes = joinChunks(composed.value);
  expect(await validationError(bytes)).toBeNull();
  const read = readComponent(bytes);
  return { world: read.ok ? printWorld(read.value.type) : null, problems: "" };
}

function failed(diagnostics: readonly Diagnostic[], text: string): Outcome {
  const lines = diagnostics.map((diagnostic) => {
    if (!("span" in diagnostic)) return formatDiagnostic(diagnostic);
    const { line, column } = lineColumnAt(text, diagnostic.span.start);
    return `${line}:${column}: ${formatDiagnostic(diagnostic)}`;
  });
  return { world: null, problems: `${lines.join("\n")}\n` };
}

/** `deps/<ns>/<name>[/<version>]` as a world in WIT, or as WAT. */
async function packageBytes(folder: string, key: string): Promise<Uint8Array | null> {
  const path = `${folder}deps/${key.replaceAll(":", "/").replace("@", "/")}`;
  if (existsSync(`${path}.wit`)) return componentFromWit(readFileSync(`${path}.wit`, "utf8"));
  return existsSync(`${path}.wat`) ? componentFromWat(readFileSync(`${path}.wat`, "utf8")) : null;
}
