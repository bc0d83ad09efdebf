// A case of the WAC language is a directory under fixtures/wac: `composition.wac`, packages of WIT below `deps`, worlds
// of components below `components`, and what must come of it: `world.wit`, the world of the composed component, or
// `problems.txt`, every message with its line and column. `wac.wit`, where it stands, is the world that the `wac`
// command made of the same text. UPDATE=1 writes what came of it; read the difference before you keep it.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../core/base/diagnostics.ts";
import { formatDiagnostic } from "../core/base/wording.ts";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { diagnose, isError } from "../core/graph/diagnose.ts";
import { formatWac } from "../core/wac/format.ts";
import { graphWithText } from "../core/wac/graph-with-text.ts";
import { lineColumnAt } from "../core/wac/line-index.ts";
import { packagesIn } from "../core/wac/packages.ts";
import { parseWac } from "../core/wac/parser.ts";
import { type PackageSource, resolveWac } from "../core/wac/resolve.ts";
import { wacOf } from "../core/wac/rewrite.ts";
import type { WacDocument } from "../core/wac/syntax.ts";
import { encodeWitPackage, type WitFile } from "../core/wac/wit-package.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { readComponent } from "../core/wit/read.ts";
import { componentFromWit, moduleWithWorld, validationErrorInside } from "./wasm-tools.ts";

const ROOT = fileURLToPath(new URL("fixtures/wac/", import.meta.url));
const UPDATE = process.env["UPDATE"] !== undefined;

describe("the WAC language", () => {
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
      if (existsSync(`${folder}wac.wit`)) {
        expect(sortedLines(text)).toEqual(sortedLines(readFileSync(`${folder}wac.wit`, "utf8")));
      }
    });
  }
});

interface Outcome {
  readonly world: string | null;
  readonly problems: string;
}

type Package = PackageSource & { readonly bytes: Uint8Array };

async function run(folder: string): Promise<Outcome> {
  const text = readFileSync(`${folder}composition.wac`, "utf8");
  const parsed = parseWac(text);
  if (!parsed.ok) return failed(parsed.error, text);
  expectStableFormat(parsed.value, text);
  const packages = new Map<string, Package>();
  for (const key of packagesIn(parsed.value)) {
    const found = await readPackage(folder, key);
    if (found) packages.set(key, found);
  }
  const componentOf = (key: string): PackageSource["component"] | undefined => packages.get(key)?.component;
  const resolved = resolveWac(parsed.value, text, (key) => packages.get(key));
  if (!resolved.ok) return failed(resolved.error, text);
  const { composition, graph } = resolved.value;
  expect(wacOf(composition, componentOf), "nothing changed, so the text is the same").toBe(text);
  expect(graphWithText(composition, componentOf).imports.length).toBe(graph.imports.length);

  const { evaluation, problems } = diagnose(composition, componentOf, undefined, graph);
  if (problems.some(isError)) return failed(problems, text);
  const options = { packageName: composition.packageName, embed: true, toolVersion: "0.0.0" };
  const composed = compose(evaluation, (key) => packages.get(key)!.bytes, options);
  if (!composed.ok) return failed(composed.error, text);
  const bytes = joinChunks(composed.value);
  expect(await validationErrorInside(bytes)).toBeNull();
  const read = readComponent(bytes);
  return { world: read.ok ? printWorld(read.value.type) : null, problems: "" };
}

/** print ∘ parse changes nothing the second time, and loses no comment. */
function expectStableFormat(document: WacDocument, text: string): void {
  const once = formatWac(document, text);
  const again = parseWac(once);
  if (!again.ok) throw new Error(`${JSON.stringify(again.error)}\n${once}`);
  expect(formatWac(again.value, once)).toBe(once);
  expect(again.value.comments.map((comment) => comment.text)).toEqual(document.comments.map(({ text: kept }) => kept));
}

function failed(diagnostics: readonly Diagnostic[], text: string): Outcome {
  const lines = diagnostics.map((diagnostic) => {
    if (!("span" in diagnostic)) return formatDiagnostic(diagnostic);
    const { line, column } = lineColumnAt(text, diagnostic.span.start);
    return `${line}:${column}: ${formatDiagnostic(diagnostic)}`;
  });
  return { world: null, problems: `${lines.join("\n")}\n` };
}

async function readPackage(folder: string, key: string): Promise<Package | null> {
  const path = key.replaceAll(":", "/").replace("@", "/");
  const world = `${folder}components/${path}.wit`;
  const bytes = existsSync(world) ? await componentFromWit(readFileSync(world, "utf8")) : await encoded(folder, path);
  const read = bytes && readComponent(bytes);
  return read?.ok && bytes ? { reference: { key, sha256: key }, component: read.value, bytes } : null;
}

async function encoded(folder: string, path: string): Promise<Uint8Array | null> {
  const base = `${folder}deps/${path}`;
  const names = existsSync(base) ? readdirSync(base, { recursive: true, encoding: "utf8" }).toSorted() : [];
  const files: readonly WitFile[] = existsSync(`${base}.wit`)
    ? [{ path: "package.wit", text: readFileSync(`${base}.wit`, "utf8") }]
    : names
        .filter((name) => name.endsWith(".wit"))
        .map((name) => ({ path: name.replaceAll("\\", "/"), text: readFileSync(`${base}/${name}`, "utf8") }));
  if (files.length === 0) return null;
  const result = await encodeWitPackage(files, moduleWithWorld);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function sortedLines(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").toSorted();
}
